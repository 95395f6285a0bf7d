package org.newsbake.bake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
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
  private static final String INDEX =
      "<#list published_content as p>${p.title} ${p.uri} ${p.body} ${p.summary!}</#list>";

  /** It prints all that it can find. */
  private static final String POST =
      """
      ${content.title} ${content.story.json_ld} ${content.story.body} ${content.body}
      <#list content?keys as key><#if (content[key]?is_string)!false>${content[key]}</#if></#list>
      ${content.story.notice!} ${(content.story.picture.credit)!}
      <img src="${(content.story.picture.uri)!}" alt="${(content.story.picture.caption)!}">
      <#list content.story.corrections as c>${c.text}</#list>
      <#if content.previousContent??>${content.previousContent.title}</#if>
      <#list content.related as r>${r.title} ${r.uri}</#list>
      """;

  @TempDir private Path temporary;

  @Test
  void noSlipPublishesAStory() throws IOException {
    Map<String, String> failures = new TreeMap<>();
    for (long seed : Trials.seeds("slips", TRIALS).toArray()) {
      Path folder = temporary.resolve("site" + seed);
      for (String failure : new Trial(seed, new TestSite(folder)).failures()) {
        failures.putIfAbsent(kind(failure), "seed " + seed + ": " + failure);
      }
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
    assertThat(String.join("\n", failures.values())).isEmpty();
  }

  /** One newsroom, built again and again as its files change. */
  private static final class Trial {
    private final Random random;
    private final TestSite site;
    private final Slip.Setting setting;
    private final List<String> words = new ArrayList<>();
    private final Map<String, String> files = new TreeMap<>();
    private final Map<String, Slip> slips = new TreeMap<>();
    private final List<String> failures = new ArrayList<>();

    /** The words of the stories whose address the ledger has. */
    private final Set<String> recorded = new TreeSet<>();

    Trial(long seed, TestSite site) {
      random = new Random(seed);
      this.site = site;
      setting = new Slip.Setting(random, List.of("svg", "jpg", "png").get(random.nextInt(3)));
      int stories = 2 + random.nextInt(5);
      for (int i = 0; i < stories; i++) {
        words.add("qz" + (char) ('a' + i) + "jx");
      }
    }

    List<String> failures() throws IOException {
      templates(site);
      properties(site, random);
      for (String word : words) {
        for (String name : List.of(word, "inline-" + word)) {
          site.write(
              "assets/img/" + name + "." + setting.pictures(),
              CanaryPicture.of(setting.pictures(), word));
        }
      }
      boolean ledger = random.nextBoolean();
      int editions = 2 + random.nextInt(2);
      Map<String, String> before = Map.of();
      for (int edition = 0; edition < editions && failures.isEmpty(); edition++) {
        write(edition);
        boolean broken = edition > 0 && random.nextInt(6) == 0;
        site.write("templates/index.ftl", broken ? "${nothing.at.all}" : INDEX);
        Report report = site.build();
        Map<String, String> tree = site.tree();
        tree.replaceAll((path, text) -> text.toLowerCase(Locale.ROOT));
        if (report.written().isPresent() == broken) {
          failures.add(
              (broken ? "written: " : "not written: ") + report.problems() + slips.values());
        } else if (broken) {
          checkStopped(before, tree, report);
        } else {
          checkWritten(tree, report);
        }
        if (ledger && !broken && random.nextBoolean()) {
          record();
        }
        before = tree;
      }
      return failures;
    }

    private void write(int edition) throws IOException {
      // The first edition is mostly live, so that later ones have something to take back.
      int lots = edition == 0 ? 8 : 4;
      for (String word : words) {
        String links = links(random, words);
        Slip slip =
            switch (random.nextInt(lots)) {
              case 0, 1 -> Slip.any(setting, word, links);
              case 2 -> Slip.renamed(setting, word, links);
              default -> Slip.none(setting, word, links);
            };
        slips.put(word, slip);
        if (files.containsKey(word)) {
          site.delete(files.get(word));
        }
        boolean asset = slip.isWithheldFromAssets() && random.nextInt(4) == 0;
        files.put(word, (asset ? "assets/2026/" : "content/2026/") + slip.file());
        site.write(files.get(word), slip.bytes());
      }
      data();
    }

    private void data() {
      site.write(
          "data/sources.yaml",
          Slip.AGENCY
              + ": {name: Northwind, notice: From Northwind, canonical: self, feed: full}\n"
              + Slip.DOUBTFUL_AGENCY
              + ":\n  name: Brinmore\n  "
              + setting.pick(Slip.CLAUSES)
              + "\n");
      String first = setting.pick(words);
      String second = setting.pick(words);
      site.write(
          "data/front.yaml",
          "lead: 2026/" + first + ".md\ntop: [2026/" + second + ".md, soon.md]\n");
      if (random.nextInt(3) == 0) {
        site.write("data/rota.yaml", "# " + first + "\nlead: Kim\n");
      }
    }

    /** The ledger after a delivery; somebody may have written into it. */
    private void record() throws IOException {
      Ledger ledger = Ledger.record(site.folder(), Optional.empty(), () -> {});
      if (ledger.problems().isEmpty()) {
        slips.forEach(
            (word, slip) -> {
              if (slip.live()) {
                recorded.add(word);
              }
            });
      }
      Path file = site.folder().resolve("data/addresses.txt");
      if (random.nextInt(6) == 0 && Files.exists(file)) {
        String word = setting.pick(words);
        String line =
            setting.pick(
                List.of(
                    "# kept for WORD",
                    "WORD",
                    "/other/WORD/ content/2026/WORD.md",
                    "/other/\tcontent/2026/lost-WORD.md"));
        Files.writeString(file, Files.readString(file) + line.replace("WORD", word) + "\n");
      }
    }

    private void checkWritten(Map<String, String> tree, Report report) {
      slips.forEach(
          (word, slip) -> {
            String about = files.get(word) + " " + slip + report.problems();
            List<String> found = found(tree, word, slip);
            if (slip.live()) {
              if (!tree.containsKey(word + "-section/s-" + word + "/index.html")) {
                failures.add("lost " + about);
              }
            } else if (!found.isEmpty()) {
              failures.add("leaked into " + found + " " + about);
            }
          });
      secrets(tree);
    }

    /** A build that stopped shows nothing new, and nothing of what is surely withdrawn. */
    private void checkStopped(Map<String, String> before, Map<String, String> tree, Report report) {
      slips.forEach(
          (word, slip) -> {
            List<String> found = new ArrayList<>(found(tree, word, slip));
            if (slip.withdrawn() && slip.plain()) {
              // Lists and feeds keep their places, though what they are lists of is in no story.
              found = found(withoutGroups(tree, word), word, slip);
            } else {
              found.removeAll(found(before, word, slip));
            }
            if (!slip.live() && !found.isEmpty()) {
              failures.add(
                  "stayed in " + found + " " + files.get(word) + " " + slip + report.problems());
            }
          });
      secrets(tree);
    }

    private static Map<String, String> withoutGroups(Map<String, String> tree, String word) {
      Pattern group = Pattern.compile("(?i)\\b[ab][ -]" + word + "|" + word + "[ -](tag|section)");
      Map<String, String> left = new TreeMap<>();
      String address = word + "-section/s-" + word;
      tree.forEach(
          (path, text) ->
              left.put(
                  path.startsWith(address) ? path : group.matcher(path).replaceAll(""),
                  group
                      .matcher(text.replace(address, "ADDRESS"))
                      .replaceAll("")
                      .replace("ADDRESS", address)));
      return left;
    }

    /** The files that show a story; its address may be told of one that was public. */
    private List<String> found(Map<String, String> tree, String word, Slip slip) {
      boolean told = slip.withdrawn() || recorded.contains(word);
      return tree.entrySet().stream()
          .filter(file -> shows(file.getKey(), file.getValue(), word, told))
          .map(Map.Entry::getKey)
          .toList();
    }

    /** What pictures and headers say to editors alone is nowhere, whatever is live. */
    private void secrets(Map<String, String> tree) {
      tree.forEach(
          (path, text) -> {
            if (text.contains(CanaryPicture.SECRET)) {
              failures.add("told in " + path + " " + slips.values());
            }
          });
    }
  }

  private static boolean shows(String path, String text, String word, boolean told) {
    String shown = text;
    String name = path.toLowerCase(Locale.ROOT);
    if (told) {
      String address = word + "-section/s-" + word + "/";
      String alias = "old/" + word;
      if (List.of("_redirects", ".htaccess", "nginx-gone.map").contains(path)) {
        shown = text.replace(address, "").replace(alias, "");
      } else if (List.of(address + "index.html", alias + "/index.html").contains(path)) {
        // A page that says no more than that the story is gone.
        name = "";
      }
    }
    return name.contains(word) || shown.contains(word);
  }

  /** One failure of a kind is enough to read. */
  private static String kind(String failure) {
    return failure
        .lines()
        .findFirst()
        .orElseThrow()
        .replaceAll("qz.jx", "")
        .replaceAll("\\[.*", "");
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

  private static void properties(TestSite site, Random random) {
    String properties =
        """
        site.host=https://paper.example
        site.title=Paper
        site.kind=newsroom
        quarantine.most=100
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
    if (random.nextBoolean()) {
      properties += "image.widths=32\n";
    }
    if (random.nextInt(3) == 0) {
      properties += "default.status=published\ndefault.type=post\n";
    }
    site.write("jbake.properties", properties);
  }

  private static void templates(TestSite site) {
    String listing = "<#list listing.stories as p>${p.title} ${p.story.body}</#list>";
    Map.of(
            "post.ftl",
            POST,
            "page.ftl",
            POST,
            "front.ftl",
            "<#list front.latest + front.top as p>${p.title}</#list>",
            "tags.ftl",
            listing,
            "group.ftl",
            listing,
            "corrections.ftl",
            "<#list newsroom.corrections as c>${c.text}${c.story.title}</#list>",
            "withdrawn.ftl",
            "withdrawn page",
            "tags-index.ftl",
            "<#list newsroom.topics as t>${t.name}</#list>")
        .forEach((name, text) -> site.write("templates/" + name, text));
  }
}
