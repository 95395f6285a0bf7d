package org.newsbake.syndication;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A robots.txt: <a href="https://www.rfc-editor.org/rfc/rfc9309">RFC 9309</a>, and the sitemap
 * protocol's line for sitemaps.
 *
 * @param groups the rules; with none, every robot may read everything
 * @param sitemaps the absolute addresses of sitemaps
 */
public record Robots(List<Group> groups, List<String> sitemaps) {

  public Robots {
    groups = List.copyOf(groups);
    sitemaps = sitemaps.stream().map(WebAddress::checked).toList();
  }

  /**
   * What some robots may not read.
   *
   * @param agents the names of the robots, of letters, {@code -} and {@code _}; {@code *} for all
   *     that no other group names
   * @param disallow beginnings of paths, from the host on; {@code *} and {@code $} mean what the
   *     RFC says
   */
  public record Group(List<String> agents, List<String> disallow) {

    private static final Pattern AGENT = Pattern.compile("\\*|[A-Za-z_-]+");

    public Group {
      agents = List.copyOf(agents);
      if (agents.isEmpty() || !agents.stream().allMatch(name -> AGENT.matcher(name).matches())) {
        throw new IllegalArgumentException("not names of robots: " + agents);
      }
      disallow = disallow.stream().map(WebAddress::checkedPath).toList();
    }
  }

  /** The file, in UTF-8. */
  public byte[] bytes() {
    StringBuilder text = new StringBuilder();
    if (groups.isEmpty()) {
      group(text, new Group(List.of("*"), List.of()));
    }
    groups.forEach(group -> group(text, group));
    sitemaps.forEach(sitemap -> text.append("Sitemap: ").append(sitemap).append('\n'));
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void group(StringBuilder text, Group group) {
    group.agents().forEach(agent -> text.append("User-agent: ").append(agent).append('\n'));
    if (group.disallow().isEmpty()) {
      text.append("Disallow:\n");
    }
    group.disallow().forEach(path -> text.append("Disallow: ").append(path).append('\n'));
    text.append('\n');
  }
}
