package org.newsbake.preview;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import org.newsbake.edition.HostFormat;
import org.newsbake.jbake.Project;

/**
 * The Content-Security-Policy that the site's host sends, with room for the preview's own script
 * and for nothing else: W3C, Content Security Policy Level 3.
 */
final class PreviewPolicy {

  private PreviewPolicy() {}

  /** The policy of a project, where the build tells a host to send it. */
  static Optional<String> of(Project project) {
    List<HostFormat> files = project.siteOptions().machines().hostFiles();
    return files.contains(HostFormat.HEADERS) || files.contains(HostFormat.HTACCESS)
        ? Optional.of(project.syndicationOptions().contentSecurityPolicy())
        : Optional.empty();
  }

  /**
   * The policy with the script and the addresses it reads.
   *
   * @param origin the scheme, host and port of the preview
   */
  static String widened(String text, String origin) {
    StringJoiner policies = new StringJoiner(", ");
    for (String policy : text.split(",")) {
      policies.add(one(policy, origin + "/__newsbake/"));
    }
    return policies.toString();
  }

  private static String one(String policy, String own) {
    Map<String, List<String>> directives = new LinkedHashMap<>();
    for (String directive : policy.split(";")) {
      List<String> words = new ArrayList<>(List.of(directive.strip().split("\\s+")));
      String name = words.remove(0).toLowerCase(Locale.ROOT);
      if (!name.isEmpty()) {
        // The first of a name counts.
        directives.putIfAbsent(name, words);
      }
    }
    // The preview is http.
    directives.remove("upgrade-insecure-requests");
    allow(directives, own + "reload.js", "script-src-elem", "script-src", "default-src");
    allow(directives, own, "connect-src", "default-src");
    StringJoiner joined = new StringJoiner("; ");
    directives.forEach(
        (name, words) -> joined.add(words.isEmpty() ? name : name + " " + String.join(" ", words)));
    return joined.toString();
  }

  /**
   * @param names a directive, and those that stand in for it, in order
   */
  private static void allow(Map<String, List<String>> directives, String source, String... names) {
    for (String name : names) {
      List<String> sources = directives.get(name);
      if (sources != null) {
        List<String> more = new ArrayList<>(sources);
        more.removeIf(it -> it.equalsIgnoreCase("'none'"));
        more.add(source);
        directives.put(names[0], more);
        return;
      }
    }
  }
}
