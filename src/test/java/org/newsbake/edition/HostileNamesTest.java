package org.newsbake.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.newsbake.article.Samples.article;
import static org.newsbake.article.Samples.november;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.newsbake.article.Article;
import org.newsbake.article.Details;
import org.newsbake.article.SourceFile;

/** Whatever files and tags are named, no page stands outside the output folder. */
class HostileNamesTest {

  private static final int ROUNDS = 20_000;

  private static final String[] PIECES = {
    "..",
    ".",
    "/",
    "//",
    "\\",
    "\0",
    "\n",
    "\r",
    "\t",
    "\u001b",
    "\u007f",
    "\u0085",
    " ",
    "  ",
    "~",
    ":",
    "*",
    "?",
    "\"",
    "<",
    ">",
    "|",
    "%",
    "%2e%2e",
    "%2F",
    "..%2f",
    "&",
    "#",
    ";",
    "$HOME",
    "`id`",
    "-rf",
    "CON",
    "nul.txt",
    "a",
    "B",
    "ä",
    "a\u0308",
    "ß",
    "İ",
    "日付",
    "🐟",
    "\u202e",
    "\u200d",
    "\ufeff",
    "\ud800",
    "\udc00",
    "\uffff",
    "x".repeat(120),
    "é".repeat(130),
    ".html",
    "index",
    "tags",
    "/etc/passwd",
    "C:",
    "C:\\",
    "\\\\host\\share",
    "．．",
    "⁄"
  };

  @Test
  void noPlannedPathLeavesTheOutputFolder() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    Path output = Path.of("/site/output");
    int planned = 0;
    for (int round = 0; round < ROUNDS; round++) {
      for (Page page : site(random, true).pages().values()) {
        String path = page.path();
        assertThat(path).as("seed %d, round %d", seed, round).isNotEmpty();
        Path file = output.resolve(path);
        boolean inside =
            file.normalize().startsWith(output)
                && !file.normalize().equals(output)
                && file.equals(file.normalize());
        boolean writable =
            path.chars().noneMatch(Character::isISOControl)
                && path.getBytes(StandardCharsets.UTF_8).length < 1000
                && Arrays.stream(path.split("[/\\\\]"))
                    .noneMatch(name -> name.equals("..") || tooLong(name));
        if (!inside || !writable) {
          throw new AssertionError("seed " + seed + ", round " + round + ": " + path);
        }
        planned++;
      }
    }
    assertThat(planned).as("seed %d: most names are no problem", seed).isGreaterThan(ROUNDS);
  }

  @Test
  void everyArticleAndTagHasAPageOrAProblem() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int round = 0; round < ROUNDS / 10; round++) {
      Site site = site(random, false);
      long articles =
          site.pages().values().stream().filter(Page.ArticlePage.class::isInstance).count();
      assertThat(articles == 1 || !site.problems().isEmpty())
          .as("seed %d, round %d", seed, round)
          .isTrue();
    }
  }

  private static boolean tooLong(String name) {
    return name.getBytes(StandardCharsets.UTF_8).length > 255;
  }

  /**
   * @param withdrawn whether the article may be withdrawn
   */
  private static Site site(Random random, boolean withdrawn) {
    SampleSite site = new SampleSite().extension(random.nextInt(5) == 0 ? "" : ".html");
    site.index(random.nextInt(5) == 0 ? text(random) : "index.html");
    if (random.nextBoolean()) {
      site.withoutExtension("/a");
    }
    site.tags(random.nextInt(5) == 0 ? text(random) : "tags", random.nextBoolean());
    if (random.nextBoolean()) {
      site.permalink(random.nextBoolean() ? "/:section/:source/:slug/" : "/:section/:slug");
    }
    for (PageKind kind : PageKind.values()) {
      if (kind != PageKind.TAG && random.nextInt(3) == 0) {
        site.kind(kind, random.nextInt(5) == 0 ? text(random) : kind.defaultPath());
      }
    }
    if (random.nextBoolean()) {
      site.machines(
          new SiteOptions.Machines(
              List.of(FeedFormat.values()), true, true, true, List.of(HostFormat.values())));
    }
    String[] tags = Stream.generate(() -> text(random)).limit(3).toArray(String[]::new);
    String asset = text(random);
    if (!asset.isEmpty() && !asset.startsWith("/")) {
      site.asset(asset);
    }
    return site.site(named(text(random), details(random, withdrawn), tags));
  }

  private static Article named(String name, Details details, String... tags) {
    Article plain = article("post", "published", "plain.md", 3, tags);
    return new Article(
        new SourceFile(Path.of("file"), "x" + name + ".md", "content/x"),
        plain.type(),
        plain.status(),
        plain.date(),
        plain.dated(),
        plain.tags(),
        plain.title(),
        details,
        plain.mentions(),
        false);
  }

  private static Details details(Random random, boolean withdrawn) {
    return new Details(
        some(random),
        random.nextInt(4) == 0 ? some(random) : Optional.empty(),
        Optional.empty(),
        some(random),
        List.of(text(random)),
        Optional.empty(),
        Optional.empty(),
        some(random),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of("ar"),
        Optional.empty(),
        List.of(),
        List.of(),
        List.of(),
        List.of(text(random), "/" + text(random)),
        Optional.empty(),
        Optional.empty(),
        withdrawn && random.nextInt(10) == 0 ? Optional.of(november(5)) : Optional.empty(),
        Optional.empty());
  }

  private static Optional<String> some(Random random) {
    return Optional.of(text(random)).filter(text -> !text.isBlank());
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    int pieces = random.nextInt(6);
    for (int i = 0; i < pieces; i++) {
      text.append(PIECES[random.nextInt(PIECES.length)]);
    }
    return text.toString();
  }
}
