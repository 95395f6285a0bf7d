package org.newsbake.preview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsbake.site.Browser;
import org.openqa.selenium.Keys;

/** What an author sees in a browser while the files change. */
class PreviewIT {

  private static final String NO_BROWSER = "chromium and chromedriver are not on the PATH";

  private static final String ROOT = "document.querySelector('newsbake-preview').shadowRoot";

  private static final String OVERLAY =
      "const it = " + ROOT + ".querySelector('.overlay'); return it ? it.innerText : '';";

  private static final String BAR = "return " + ROOT + ".querySelector('.bar').textContent;";

  private static Browser browser;
  private Served site;

  @BeforeAll
  static void start() {
    browser = Browser.start().orElse(null);
    if (browser == null) {
      if (System.getenv("CI") != null) {
        fail(NO_BROWSER);
      }
      System.err.println("PreviewIT is skipped: " + NO_BROWSER);
    }
  }

  @AfterAll
  static void stop() {
    if (browser != null) {
      browser.close();
    }
  }

  @BeforeEach
  void write(@TempDir Path folder) throws IOException {
    assumeTrue(browser != null, NO_BROWSER);
    site = new Served(folder);
    site.write("templates/post.ftl", template(""));
    site.write("templates/page.ftl", template("page "));
    site.write("assets/site.css", "h1 { color: rgb(200, 0, 0) }");
    site.post("ferry", "The first version.");
    site.post("market", "Of the market.");
  }

  @AfterEach
  void close() throws IOException {
    if (site != null) {
      browser.open("about:blank");
      site.close();
    }
  }

  private static String template(String word) {
    return "<!DOCTYPE html><html lang='en'><head><title>t</title><link rel='icon' href='data:,'>"
        + "<script>window.EventSource = class extends EventSource {"
        + "constructor(address) { super(address); window.stream = this; } };</script>"
        + "<link rel='stylesheet' href='/site.css'></head><body><h1>"
        + word
        + "${content.title}</h1><main>${content.body}</main>"
        + "<a href='/later.html'>To the later one</a></body></html>";
  }

  private void open(String path) {
    browser.open("http://127.0.0.1:" + site.address().getPort() + path);
    // Only a page that listens can be told.
    await(
        "return String(performance.getEntriesByType('resource').some("
            + "it => it.name.includes('/__newsbake/state')))",
        "true");
  }

  private static String text(String script) {
    return String.valueOf(browser.evaluate(script));
  }

  private static void await(String script, String expected) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    String last = "";
    while (System.nanoTime() < end) {
      try {
        last = text(script);
        if (last.contains(expected)) {
          return;
        }
        Thread.sleep(30);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      } catch (RuntimeException e) {
        // The page is being loaded again.
        last = e.getMessage();
      }
    }
    fail("waited for \"" + expected + "\", saw \"" + last + "\"");
  }

  @Test
  void anEditIsSeenWithoutAKey() {
    start(Served.options());
    open("/ferry.html");
    assertThat(text("return document.querySelector('main').textContent")).contains("first version");

    site.post("ferry", "The second version.");

    await("return document.querySelector('main').textContent", "The second version.");
    assertThat(browser.console()).isEmpty();
  }

  @Test
  void aPageIsLeftAloneWhenAnotherChanges() throws InterruptedException {
    start(Served.options());
    open("/ferry.html");
    browser.evaluate("window.here = 'still'");

    site.post("market", "Changed.");
    site.write("data/nobody.yaml", "asks: 1\n");

    Thread.sleep(1_000);
    assertThat(text("return window.here")).isEqualTo("still");
  }

  @Test
  void aStyleSheetIsSwappedInPlace() {
    start(Served.options());
    open("/ferry.html");
    browser.evaluate("window.here = 'still'");
    String colour = "return getComputedStyle(document.querySelector('h1')).color";
    await(colour, "rgb(200, 0, 0)");

    site.write("assets/site.css", "h1 { color: rgb(0, 120, 0) }");

    await(colour, "rgb(0, 120, 0)");
    await("return String(document.querySelectorAll('link[rel=stylesheet]').length)", "1");
    assertThat(text("return window.here")).isEqualTo("still");
    assertThat(browser.console()).isEmpty();
  }

  @Test
  void aStyleSheetThatIsSavedOftenOrDeletedIsThereOnceOrNotAtAll() {
    start(Served.options());
    open("/ferry.html");
    String colour = "return getComputedStyle(document.querySelector('h1')).color";
    String links = "return String(document.querySelectorAll('link[rel=stylesheet]').length)";
    browser.evaluate("window.here = 'still'");
    site.write("assets/site.css", "h1 { color: rgb(0, 0, 8) }");
    // As when it is saved faster than it is loaded.
    browser.evaluate(
        "for (let i = 0; i < 4; i++) "
            + "window.stream.dispatchEvent(new MessageEvent('file', {data: '/site.css'}))");
    await(colour, "rgb(0, 0, 8)");
    await(links, "1");

    site.delete("assets/site.css");
    await(colour, "rgb(0, 0, 0)");
    await(links, "1");
    site.write("assets/site.css", "h1 { color: rgb(7, 7, 7) }");
    await(colour, "rgb(7, 7, 7)");
    await(links, "1");
    assertThat(text("return window.here")).isEqualTo("still");
  }

  @Test
  void aPictureOfAStyleSheetThatIsSavedOrDeletedIsLoadedAgain() {
    site.write("assets/site.css", "h1 { background: url(sea.svg) }");
    site.write("assets/sea.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>");
    start(Served.options());
    open("/ferry.html");
    browser.evaluate("window.here = 'still'");

    site.write("assets/sea.svg", "<svg xmlns='http://www.w3.org/2000/svg'><circle r='9'/></svg>");
    await("return String(window.here)", "undefined");

    open("/ferry.html");
    browser.evaluate("window.here = 'still'");
    site.delete("assets/sea.svg");
    await("return String(window.here)", "undefined");
  }

  @Test
  void anErrorCoversThePageUntilItIsMended() {
    start(Served.options());
    open("/ferry.html");

    site.write("content/ferry.md", "title=x\ntype=post\nstatus=published\ndate=soon\n~~~~~~\nBad.");
    await(OVERLAY, "content/ferry.md:4");
    assertThat(text(OVERLAY)).contains("date=soon").contains("2026-12-31");
    assertThat(text("return document.querySelector('main').textContent")).contains("first version");

    site.post("ferry", "Mended.");
    await("return document.querySelector('main').textContent", "Mended.");
    await(OVERLAY + "//", "");
    assertThat(text(OVERLAY)).isEmpty();
  }

  @Test
  void anErrorTakesTheKeyboardAndGivesItBack() {
    start(Served.options());
    open("/ferry.html");
    browser.evaluate("document.querySelector('a').focus()");
    for (int i = 0; i < 30; i++) {
      site.write(
          "content/bad" + i + ".md", "title=x\ntype=post\nstatus=published\ndate=soon\n~~~~~~\n");
    }
    await(OVERLAY, "30 errors");

    browser.press(Keys.TAB);
    browser.press(Keys.TAB);
    assertThat(text("return document.activeElement.tagName")).isNotEqualTo("A");
    assertThat(text("return String(" + ROOT + ".querySelector('.overlay').scrollTop)"))
        .isEqualTo("0");
    browser.press(Keys.ESCAPE);
    assertThat(text(OVERLAY)).isEmpty();
    assertThat(text("return document.activeElement.tagName")).isEqualTo("A");
  }

  @Test
  void aBrokenTemplateShowsItsLine() {
    start(Served.options());
    open("/ferry.html");

    site.write("templates/post.ftl", "<html>\n<p>${content.nothing}</p></html>");
    await(OVERLAY, "templates/post.ftl:2:6");
    assertThat(text("return document.querySelector('main').textContent")).contains("first version");

    site.write("templates/post.ftl", template("Again "));
    await("return document.querySelector('h1').textContent", "Again About ferry");
    assertThat(text(OVERLAY)).isEmpty();
  }

  @Test
  void theBarMovesTheInstantAndMarksWhatIsNotLive() {
    site.write(
        "content/later.md",
        "title=Later\ntype=post\nstatus=published\ndate=2126-12-01\n~~~~~~\nIn a hundred years.");
    start(Served.options());
    open("/ferry.html");
    await(BAR, "2126-12-01");
    assertThat(text(BAR)).contains("Scheduled").contains("content/later.md").contains("2026-11-20");

    browser.evaluate(
        "const root = document.querySelector('newsbake-preview').shadowRoot;"
            + "root.querySelector('input').value = '2126-12-24T18:00';"
            + "root.querySelector('form').requestSubmit();");
    await(BAR, "2126-12-24 18:00");
    await(
        "return document.querySelector('a [data-newsbake-mark]')?.textContent ?? ''", "scheduled");
    open("/later.html");
    await("return document.querySelector('h1').textContent", "Laterscheduled");

    browser.evaluate(
        "document.querySelector('newsbake-preview').shadowRoot"
            + ".querySelector('button[type=button]').click();");
    await("return document.body.textContent", "Nothing stands here.");
  }

  @Test
  void theBarKeepsWhatIsWrittenIntoItWhenAnythingIsSaved() {
    start(Served.options());
    open("/ferry.html");
    await("return " + ROOT + ".querySelector('input').value", "2026-11-20");
    browser.evaluate(
        ROOT
            + ".querySelector('summary').click(); const field = "
            + ROOT
            + ".querySelector('input'); field.focus(); field.value = '2026-12-24T18:00';"
            + "field.dispatchEvent(new Event('input'))");

    site.write("content/bad.md", "no header\n");

    await(BAR, "1 problem");
    assertThat(text("return " + ROOT + ".activeElement.value")).isEqualTo("2026-12-24T18:00");
  }

  @Test
  void theBarStaysOpenWhileItMovesThePageThroughTime() {
    site.write(
        "content/later.md",
        "title=Later\ntype=post\nstatus=published\ndate=2126-12-01\n~~~~~~\nIn a hundred years.");
    start(Served.options());
    open("/later.html");
    await("return " + ROOT + ".querySelector('input').value", "2026-11-20");
    browser.evaluate(
        ROOT
            + ".querySelector('summary').click();"
            + ROOT
            + ".querySelector('input').value = '2126-12-24T18:00';"
            + ROOT
            + ".getElementById('show').focus()");

    browser.press(Keys.ENTER);

    await("return document.body.textContent", "In a hundred years.");
    await(BAR, "2126-12-24 18:00");
    assertThat(
            text(
                "return "
                    + ROOT
                    + ".activeElement.id + "
                    + ROOT
                    + ".querySelector('details').open"))
        .isEqualTo("showtrue");
    browser.evaluate("sessionStorage.clear()");
  }

  @Test
  void aSavedArticleIsOpened() {
    start(
        new PreviewOptions(
            Optional.of(0), Optional.empty(), Optional.of(zone -> Served.NOW), false, true, 2));
    open("/ferry.html");

    site.post("market", "A new story.");

    await("return location.pathname + document.body.textContent", "/market.html");
    await("return document.querySelector('main').textContent", "A new story.");
  }

  /** Brings a page to the front, or another before it. */
  private static void hide(boolean hidden) {
    browser.evaluate(
        "Object.defineProperty(document, 'hidden', {get: () => "
            + hidden
            + ", configurable: true});"
            + "document.dispatchEvent(new Event('visibilitychange'))");
  }

  @Test
  void aPageThatComesIntoViewHasTheStyleSheetOfTheDisk() throws InterruptedException {
    start(Served.options());
    open("/ferry.html");
    browser.evaluate("window.here = 'still'");
    hide(true);
    site.write("assets/site.css", "h1 { color: rgb(0, 0, 8) }");
    Thread.sleep(500);
    String colour = "return getComputedStyle(document.querySelector('h1')).color";
    assertThat(text(colour)).isEqualTo("rgb(200, 0, 0)");

    hide(false);

    await(colour, "rgb(0, 0, 8)");
    assertThat(text("return window.here")).isEqualTo("still");
  }

  @Test
  void whatIsSavedWhileTheBrowserIsBehindTheEditorIsOpenedOnceItIsSeen()
      throws InterruptedException {
    start(
        new PreviewOptions(
            Optional.of(0), Optional.empty(), Optional.of(zone -> Served.NOW), false, true, 2));
    open("/ferry.html");
    hide(true);
    site.post("market", "A new story.");
    Thread.sleep(500);
    assertThat(text("return location.pathname")).isEqualTo("/ferry.html");

    hide(false);

    await("return location.pathname", "/market.html");
  }

  @Test
  void aPageIsLoadedAgainWhenThePreviewIsStartedAgain() throws IOException {
    start(Served.options());
    open("/ferry.html");
    int port = site.address().getPort();
    site.close();
    await(BAR, "not answering");

    site.write("assets/site.css", "h1 { color: rgb(0, 0, 8) }");
    start(
        new PreviewOptions(
            Optional.of(port), Optional.empty(), Optional.of(zone -> Served.NOW), false, false, 2));

    await("return getComputedStyle(document.querySelector('h1')).color", "rgb(0, 0, 8)");
    await(BAR, "2026-11-20");
  }

  @Test
  void aPageThatDidNotExistAppears() {
    start(Served.options());
    open("/new.html");
    assertThat(text("return document.body.textContent")).contains("Nothing stands here.");

    site.post("new", "Here it is.");

    await("return document.body.textContent", "Here it is.");
  }

  private void start(PreviewOptions options) {
    try {
      site.start(options);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
