package org.newsbake.wire;

import java.util.Locale;
import java.util.Optional;

/** Values that several formats share. */
final class Values {

  private Values() {}

  /** A status without the prefix of its vocabulary. */
  static String status(String written) {
    String local = local(written).toLowerCase(Locale.ROOT);
    return local.isEmpty() ? "usable" : local;
  }

  /** What stands behind the prefix of a code or the last stroke of an address. */
  static String local(String code) {
    String text = Text.squeeze(code);
    int at = Math.max(text.lastIndexOf(':'), text.lastIndexOf('/'));
    return text.substring(at + 1);
  }

  /** A tag of a language as sent, but for two capitals. */
  static Optional<String> language(String written) {
    String tag = Text.value(written);
    if (tag.isEmpty()
        || !tag.matches("[A-Za-z]{2,8}(?:[-_][A-Za-z0-9]{1,8})*")
        || tag.equals("x-default")) {
      return Optional.empty();
    }
    return Optional.of(
        tag.matches("[A-Z]{2,3}") ? tag.toLowerCase(Locale.ROOT) : tag.replace('_', '-'));
  }

  /** Whether a value is what a form says where a value belongs. */
  static boolean isPlaceholder(String value) {
    return value.matches(
            "(?i).*(?:yyyy|hhmm|mmdd|dd/mm|mm/dd|xxxx|tbd|tba|\\$\\{|\\{\\{|0000-?00-?00|date|time|none|null).*")
        || value.matches("[\\W_0]*");
  }

  /**
   * Takes an embargo that a field gives.
   *
   * @param written what the field holds; an empty one is no embargo
   */
  static void embargo(Draft draft, String written) {
    String value = Text.value(written);
    if (value.isEmpty() || value.matches("(?i)false|no|0")) {
      return;
    }
    Optional<WireTime> time = Times.read(value);
    if (time.isEmpty() && isPlaceholder(value)) {
      draft.remarks.add("a placeholder for an embargo: " + value);
      return;
    }
    draft.embargo(time, value);
  }

  static void expires(Draft draft, String written) {
    String value = Text.value(written);
    if (value.isEmpty()) {
      return;
    }
    Optional<WireTime> time = Times.read(value);
    if (time.isPresent()) {
      draft.expires(time);
    } else if (isPlaceholder(value)) {
      draft.remarks.add("a placeholder for an expiry: " + value);
    } else {
      draft.unreadExpires = true;
      draft.remarks.add("an expiry that cannot be read: " + value);
    }
  }
}
