package org.newsbake.edition;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.newsbake.article.Article;

/** The order of the versions of one story, as agencies number them. */
public final class VersionOrder {

  private static final Pattern PART = Pattern.compile("(\\d+)|(\\D+)");

  private VersionOrder() {}

  /** Compares versions by their numbers, so that 9 comes before 10 and 1N before 2. */
  public static int compare(String one, String other) {
    Matcher a = PART.matcher(one);
    Matcher b = PART.matcher(other);
    while (true) {
      boolean moreA = a.find();
      boolean moreB = b.find();
      if (!moreA || !moreB) {
        return Boolean.compare(moreA, moreB);
      }
      int order;
      if (a.group(1) != null && b.group(1) != null) {
        order = new BigInteger(a.group(1)).compareTo(new BigInteger(b.group(1)));
      } else {
        order = a.group().compareTo(b.group());
      }
      if (order != 0) {
        return order;
      }
    }
  }

  /**
   * The order of some versions of one story, from the oldest: by version where all have one, else
   * by the time of their last change. It is total.
   */
  static Comparator<Entry> of(List<Entry> versions, Instant instant) {
    boolean numbered =
        versions.stream().allMatch(it -> it.article().details().version().isPresent());
    Comparator<Entry> byTime =
        Comparator.comparing((Entry it) -> new Timeline(it.article()).changed(instant));
    Comparator<Entry> byVersion =
        (one, other) -> compare(version(one.article()), version(other.article()));
    return (numbered ? byVersion.thenComparing(byTime) : byTime)
        .thenComparing(it -> it.article().source().path());
  }

  private static String version(Article article) {
    return article.details().version().orElse("");
  }
}
