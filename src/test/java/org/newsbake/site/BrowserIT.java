package org.newsbake.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.newsbake.site.Browser.Device;
import org.newsbake.site.Browser.Medium;
import org.newsbake.site.Browser.Scheme;

/**
 * One page of each kind in Chromium, on a phone and on a desktop, light and dark. How they look is
 * left in {@code target/screenshots/}.
 */
class BrowserIT {

  private static final Path SCREENSHOTS = Path.of("target", "screenshots");

  private static final String NO_BROWSER = "chromium and chromedriver are not on the PATH";

  private static final BuiltSite SITE = BuiltSite.get();
  private static final Map<Kind, Page> PAGES = new EnumMap<>(Kind.class);
  private static final List<Visit> VISITS = new ArrayList<>();

  private static SiteServer server;
  private static Browser browser;

  /** What was found on a page; empty lists are good. */
  private record Visit(
      String place,
      String path,
      Device device,
      List<String> console,
      List<String> failedRequests,
      List<String> overflow,
      List<String> shifts,
      List<String> pictures,
      List<String> text,
      List<String> barriers) {}

  @BeforeAll
  static void lookAtOnePageOfEachKind() throws IOException {
    browser = Browser.start().orElse(null);
    if (browser == null) {
      tellThatThereIsNone();
      return;
    }
    forgetScreenshots();
    server = new SiteServer(SITE.output(), Duration.ofMillis(100));
    for (Kind kind : Kind.values()) {
      kind.longest(SITE).ifPresent(page -> PAGES.put(kind, page));
    }
    for (Device device : Device.values()) {
      for (Map.Entry<Kind, Page> page : PAGES.entrySet()) {
        String name = page.getKey() + "-" + lower(device);
        String place = page.getValue() + " (" + name + ")";
        VISITS.add(visit(place, server, page.getValue().address(), device, name));
      }
    }
  }

  private static void forgetScreenshots() throws IOException {
    if (Files.exists(SCREENSHOTS)) {
      try (Stream<Path> files = Files.list(SCREENSHOTS)) {
        for (Path file : (Iterable<Path>) files::iterator) {
          Files.delete(file);
        }
      }
    }
  }

  /** Maven does not say why tests are skipped. Where they must not be, CI is set. */
  private static void tellThatThereIsNone() {
    if (System.getenv("CI") != null) {
      fail(NO_BROWSER);
    }
    System.err.println("BrowserIT is skipped: " + NO_BROWSER);
  }

  @BeforeEach
  void aBrowserIsThere() {
    assumeTrue(browser != null, NO_BROWSER);
  }

  @AfterAll
  static void close() {
    if (browser != null) {
      browser.close();
    }
    if (server != null) {
      server.close();
    }
  }

  @Test
  void theSiteHasAPageOfEveryKind() {
    assertThat(Arrays.stream(Kind.values()).filter(kind -> !PAGES.containsKey(kind))).isEmpty();
  }

  @Test
  void noPageHasTheConsoleSayAnything() {
    nothing(Visit::console);
  }

  @Test
  void noPageAsksForWhatIsNotThereOrElsewhere() {
    nothing(Visit::failedRequests);
  }

  @Test
  void noPageOverflowsOnAPhone() {
    nothing(visit -> visit.device() == Device.PHONE ? visit.overflow() : List.of());
  }

  @Test
  void noPageOverflowsOnADesktop() {
    nothing(visit -> visit.device() == Device.DESKTOP ? visit.overflow() : List.of());
  }

  @Test
  void nothingMovesWhileAPageLoads() {
    nothing(Visit::shifts);
  }

  @Test
  void everyPictureLoadsAndHasItsSizeAndItsText() {
    nothing(Visit::pictures);
  }

  @Test
  void axeFindsNoBarrierOnAnyPage() {
    nothing(Visit::barriers);
  }

  @Test
  void everyPageReadsWithoutScripts() {
    Findings missing = new Findings();
    for (Visit visit : VISITS) {
      if (visit.device() == Device.PHONE) {
        lostWithoutScripts(server, visit)
            .forEach(text -> missing.add(visit.place(), "only with scripts: " + text));
      }
    }
    missing.mustBeNone();
  }

  private static List<String> lostWithoutScripts(SiteServer server, Visit visit) {
    assertThat(visit.text()).as("headlines and text of %s", visit.place()).isNotEmpty();
    browser.become(visit.device());
    browser.show(Medium.SCREEN, Scheme.LIGHT);
    browser.allowScripts(false);
    try {
      browser.open(server.address() + visit.path());
      List<String> left = strings(browser.evaluate(script("visible-text.js")));
      return visit.text().stream().filter(text -> !left.contains(text)).toList();
    } finally {
      browser.allowScripts(true);
    }
  }

  @Test
  void anArticlePrintsAsDarkTextOnWhitePaperWithoutTheNavigation() throws IOException {
    Page article = PAGES.get(Kind.ARTICLE_WITH_PICTURE);
    assertThat(article).as("an article with a picture").isNotNull();
    assertThat(faultsInPrint(server.address() + article.address())).isEmpty();
    browser.pdf(SCREENSHOTS.resolve("article-print.pdf"));
  }

  private static List<String> faultsInPrint(String address) {
    browser.become(Device.DESKTOP);
    browser.show(Medium.PRINT, Scheme.DARK);
    browser.open(address);
    browser.await(script("scroll.js"));
    return strings(browser.evaluate(script("print.js")));
  }

  @Test
  void aMissingPageAtAnyDepthLooksLikeTheErrorPage() {
    assertThat(PAGES).containsKey(Kind.NOT_FOUND);
    browser.open(server.address() + "/no/such/page/");
    assertThat(browser.failedRequests(server.address()))
        .containsExactly("404 for " + server.address() + "/no/such/page/");
    assertThat(browser.evaluate("return document.querySelector('h1').innerText"))
        .isEqualTo(PAGES.get(Kind.NOT_FOUND).document().selectFirst("h1").text());
  }

  @Test
  void everyFaultOfAFaultyPageIsFound() throws Exception {
    Path faults = Path.of(BrowserIT.class.getResource("faults").toURI());
    try (SiteServer server = new SiteServer(new OutputFolder(faults), Duration.ofMillis(500))) {
      Visit visit = visit("faults", server, "/", Device.PHONE, "faults");
      assertThat(visit.console())
          .anyMatch(line -> line.contains("Content Security Policy"))
          .anyMatch(line -> line.startsWith("WARNING") && line.contains("a word of warning"));
      assertThat(visit.failedRequests())
          .contains(
              "404 for /missing.png", "another host is asked for https://other.invalid/pixel.png");
      assertThat(visit.overflow())
          .containsExactly("600 pixels wide, because of <pre class=\"wide\">");
      assertThat(visit.shifts()).isNotEmpty();
      assertThat(visit.pictures())
          .contains(
              "img late.svg has no width",
              "img late.svg has no height",
              "img missing.png has no alt",
              "img missing.png did not load");
      assertThat(visit.barriers())
          .anyMatch(line -> line.matches("color-contrast at #b:.*[(]light[)]"))
          .anyMatch(line -> line.matches("color-contrast at #a and 1 more:.*[(]dark[)]"))
          .anyMatch(line -> line.startsWith("region at .outside:"))
          .anyMatch(line -> line.startsWith("target-size at "));
      assertThat(lostWithoutScripts(server, visit)).containsExactly("Shown by a script.");
      assertThat(faultsInPrint(server.address() + "/"))
          .contains("navigation is there: <nav>", "p is written in rgb(250, 250, 250)");
    }
  }

  /** Loads a page once, and looks at it as readers of light and of dark pages do. */
  private static Visit visit(
      String place, SiteServer server, String path, Device device, String name) throws IOException {
    browser.become(device);
    browser.show(Medium.SCREEN, Scheme.LIGHT);
    browser.open(server.address() + path);
    Map<?, ?> found = (Map<?, ?>) browser.await(script("scroll.js"));
    List<String> text = strings(browser.evaluate(script("visible-text.js")));
    Set<String> overflow = new TreeSet<>();
    Set<String> barriers = new TreeSet<>();
    browser.evaluate(script("/axe.min.js"));
    for (Scheme scheme : Scheme.values()) {
      browser.show(Medium.SCREEN, scheme);
      browser.screenshot(SCREENSHOTS.resolve(name + "-" + lower(scheme) + ".png"));
      overflow.addAll(strings(browser.evaluate(script("overflow.js"), device.width)));
      strings(browser.await(script("axe-run.js")))
          .forEach(barrier -> barriers.add(barrier + " (" + lower(scheme) + ")"));
    }
    return new Visit(
        place,
        path,
        device,
        // Without the number of the port, which differs from run to run.
        without(server.address(), browser.console()),
        without(server.address(), browser.failedRequests(server.address())),
        List.copyOf(overflow),
        strings(found.get("shifts")),
        strings(found.get("pictures")),
        text,
        List.copyOf(barriers));
  }

  private static List<String> without(String address, List<String> lines) {
    return lines.stream().map(line -> line.replace(address, "")).toList();
  }

  /** Fails and tells what was found, and where. */
  private static void nothing(Function<Visit, List<String>> findings) {
    assertThat(VISITS).isNotEmpty();
    Findings all = new Findings();
    for (Visit visit : VISITS) {
      findings.apply(visit).forEach(finding -> all.add(visit.place(), finding));
    }
    all.mustBeNone();
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private static List<String> strings(Object list) {
    return ((List<?>) list).stream().map(String.class::cast).toList();
  }

  private static String script(String name) {
    try (InputStream in = BrowserIT.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
