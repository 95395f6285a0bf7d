package org.newsbake.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsbake.Trials;

/**
 * Doubt is never publication: random editions of a newsroom with random slips, each built into the
 * output of the edition before. Every story has a word of its own in all its fields, in its file
 * names and in its pictures; the output, file names included, is searched for the words of the
 * stories that are not live.
 *
 * <p>{@code -Dnewsbake.trials.slips=10000} tries more; {@code -Dnewsbake.trials.slips=1
 * -Dnewsbake.seed=42} repeats one.
 */
class SlipsTest {

  private static final int TRIALS = 15;
  private static final String GONE = "withdrawn page";

  @TempDir private Path temporary;

  @Test
  void noSlipPublishesAStory() throws IOException {
    Map<String, String> failures = new TreeMap<>();
    for (long seed : Trials.seeds("slips", TRIALS).toArray()) {
      Path folder = temporary.resolve("site" + seed);
      for (String failure : failures(seed, new TestSite(folder))) {
        failures.putIfAbsent(failure, "seed " + seed + ": " + failure);
      }
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
    assertThat(String.join("\n", failures.values())).isEmpty();
  }

  private static List<String> failures(long seed, TestSite site) throws IOException {
    Random random = new Random(seed);
    int stories = 2 + random.nextInt(5);
    List<String> words = new ArrayList<>();
    for (int i = 0; i < stories; i++) {
      words.add("qz" + (char) ('a' + i) + "jx");
    }
    templates(site);
    properties(site, random);
    for (String word : words) {
      picture(site, "img/" + word, word);
      picture(site, "img/inline-" + word, word);
    }
    List<String> failures = new ArrayList<>();
    Map<String, String> files = new TreeMap<>();
    int editions = 2 + random.nextInt(2);
    for (int edition = 0; edition < editions; edition++) {
      Map<String, Slip> slips = new TreeMap<>();
      for (String word : words) {
        String links = links(random, words);
        // The first edition is mostly live, so that later ones have something to take back.
        int lot = random.nextInt(edition == 0 ? 8 : 4);
        Slip slip =
            switch (lot) {
              case 0, 1 -> Slip.any(random, word, links);
              case 2 -> Slip.renamed(random, word, links);
              default -> Slip.none(random, word, links);
            };
        slips.put(word, slip);
        if (files.containsKey(word)) {
          site.delete(files.get(word));
        }
        boolean unread = !slip.file().equals(word + ".md");
        String folder = unread && random.nextInt(4) == 0 ? "assets/2026/" : "content/2026/";
        files.put(word, folder + slip.file());
        site.write(folder + slip.file(), slip.bytes());
      }
      Report report = site.build();
      if (report.written().isEmpty()) {
        failures.add("not written: " + report.problems() + slips.values());
        break;
      }
      Map<String, String> tree = site.tree();
      slips.forEach(
          (word, slip) -> {
            String at = files.get(word);
            List<String> found =
                tree.entrySet().stream()
                    .filter(file -> shows(file.getKey(), file.getValue(), word, slip))
                    .map(Map.Entry::getKey)
                    .toList();
            if (slip.live() && !tree.containsKey(word + "-section/s-" + word + "/index.html")) {
              failures.add("lost " + at + " " + slip + report.problems());
            } else if (!slip.live() && !found.isEmpty()) {
              failures.add("leaked " + at + " into " + found + "\n" + slip + report.problems());
            }
          });
      if (!failures.isEmpty()) {
        break;
      }
    }
    return failures;
  }

  /** Whether a file shows a story; that an address is gone may be said of a withdrawn one. */
  private static boolean shows(String path, String text, String word, Slip slip) {
    if (!slip.gone()) {
      return (path + text).toLowerCase(Locale.ROOT).contains(word);
    }
    boolean host = List.of("_redirects", ".htaccess", "nginx-gone.map").contains(path);
    String address = word + "-section/s-" + word + "/";
    String alias = "old/" + word;
    String shown = host ? text.replace(address, "").replace(alias, "") : text;
    boolean withdrawn =
        text.equals(GONE) && List.of(address + "index.html", alias + "/index.html").contains(path);
    return ((withdrawn ? "" : path) + shown).toLowerCase(Locale.ROOT).contains(word);
  }

  private static String links(Random random, List<String> words) {
    StringBuilder links = new StringBuilder();
    for (String word : words) {
      if (random.nextInt(4) == 0) {
        links.append("\nSee [there](").append(word).append(".md).");
      }
    }
    return links.toString();
  }

  private static void picture(TestSite site, String name, String word) {
    site.write(
        "assets/" + name + ".svg",
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"4\" height=\"3\"><title>"
            + word
            + "</title></svg>");
  }

  private static void properties(TestSite site, Random random) {
    String properties =
        """
        site.host=https://paper.example
        site.title=Paper
        site.kind=newsroom
        render.archive=false
        render.feed=false
        render.tags=true
        render.tagsindex=true
        index.file=all.html
        permalink=/:section/:slug/
        template.front.file=front.ftl
        template.section.file=group.ftl
        template.author.file=group.ftl
        template.date.file=group.ftl
        template.latest.file=group.ftl
        template.corrections.file=corrections.ftl
        template.withdrawn.file=withdrawn.ftl
        feed.formats=rss,atom,json
        render.sitemaps=true
        render.newssitemap=true
        render.robots=true
        render.hostfiles=redirects,headers,htaccess,nginx-redirects,nginx-gone
        """;
    if (random.nextInt(3) == 0) {
      properties += "default.status=published\ndefault.type=post\n";
    }
    site.write("jbake.properties", properties);
  }

  private static void templates(TestSite site) {
    String listing = "<#list listing.stories as p>${p.title} ${p.story.body}</#list>";
    Map.of(
            "post.ftl",
            "${content.title} ${content.story.json_ld} ${content.story.body} ${content.body}"
                + "<#if content.previousContent??>${content.previousContent.title}</#if>"
                + "<#list content.related as r>${r.title} ${r.uri}</#list>",
            "front.ftl",
            "<#list front.latest + front.top as p>${p.title}</#list>",
            "index.ftl",
            "<#list published_content as p>${p.title} ${p.uri} ${p.body} ${p.summary!}</#list>",
            "tags.ftl",
            listing,
            "group.ftl",
            listing,
            "corrections.ftl",
            "<#list newsroom.corrections as c>${c.text}${c.story.title}</#list>",
            "withdrawn.ftl",
            GONE,
            "tags-index.ftl",
            "<#list newsroom.topics as t>${t.name}</#list>")
        .forEach((name, text) -> site.write("templates/" + name, text));
  }
}
