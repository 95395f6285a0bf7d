package org.newsbake.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.newsbake.bake.Build;
import org.newsbake.bake.BuildOptions;
import org.newsbake.bake.SiteSnapshot;

class RequestTest {

  private static final String SECRET = "the keys of the print shop";

  private Path outside;
  private Served site;

  @BeforeEach
  void write(@TempDir Path folder) throws IOException {
    outside = folder.resolve("secret.txt");
    Files.writeString(outside, SECRET);
    Files.createDirectory(folder.resolve("site"));
    site = new Served(folder.resolve("site"));
    site.post("ferry", "The *ferry* is back.");
    site.post("caf\u00e9 100%", "Closed.");
    site.write(
        "content/tides/index.html", "title=Tides\ntype=page\nstatus=published\n~~~~~~\nHigh.");
    site.write("assets/site.css", "body { color: black }");
    site.write("assets/clip.mp4", "0123456789");
  }

  @AfterEach
  void close() throws IOException {
    site.close();
  }

  @Test
  void aPageHasTheBytesOfTheBuildAndOneTag() throws IOException {
    site.start();
    new Build(new BuildOptions(zone -> Served.NOW, false, false, false, 2), () -> {})
        .run(site.folder(), Optional.empty());
    String built = Files.readString(site.folder().resolve("output/ferry.html"));

    Served.Answer answer = site.get("/ferry.html");

    assertThat(answer.text())
        .isEqualTo(built.replace("</body>", ScriptTag.TAG + "</body>"))
        .contains("<em>ferry</em>");
    assertThat(answer.headers())
        .containsEntry("content-type", "text/html;charset=utf-8")
        .containsEntry("cache-control", "no-cache");
  }

  @Test
  void aPageThatIsKnownIsNotSentAgain() throws IOException {
    site.start();
    String tag = site.get("/ferry.html").headers().get("etag");

    Served.Answer again = site.get("/ferry.html", "If-None-Match: " + tag);
    assertThat(again.status()).isEqualTo(304);
    assertThat(again.body()).isEmpty();

    site.post("ferry", "It broke down.");
    assertThat(site.get("/ferry.html", "If-None-Match: " + tag).text()).contains("broke down");
  }

  @Test
  void aFileHasRangesAndConditions() throws IOException {
    site.start();
    Served.Answer part = site.get("/clip.mp4", "Range: bytes=2-4");
    assertThat(part.status()).isEqualTo(206);
    assertThat(part.text()).isEqualTo("234");
    assertThat(part.headers())
        .containsEntry("content-range", "bytes 2-4/10")
        .containsEntry("content-type", "video/mp4");
    assertThat(site.get("/clip.mp4", "Range: bytes=20-").status()).isEqualTo(416);

    Served.Answer whole = site.get("/clip.mp4");
    assertThat(whole.headers()).containsEntry("cache-control", "no-cache").containsKey("etag");
    assertThat(site.get("/clip.mp4", "If-None-Match: " + whole.headers().get("etag")).status())
        .isEqualTo(304);
    assertThat(
            site.get("/clip.mp4", "If-Modified-Since: " + whole.headers().get("last-modified"))
                .status())
        .isEqualTo(304);
    assertThat(site.get("/site.css").headers())
        .containsEntry("content-type", "text/css;charset=utf-8");
  }

  @Test
  void aPartOfAnotherVersionIsNotSent() throws IOException {
    site.start();
    Served.Answer whole = site.get("/clip.mp4");
    for (String known : List.of("etag", "last-modified")) {
      Served.Answer part =
          site.get("/clip.mp4", "Range: bytes=2-4", "If-Range: " + whole.headers().get(known));
      assertThat(part.status()).as(known).isEqualTo(206);
    }
    for (String other :
        List.of("\"other\"", "W/" + whole.headers().get("etag"), "Sun, 01 Nov 2020 00:00:00 GMT")) {
      Served.Answer answer = site.get("/clip.mp4", "Range: bytes=2-4", "If-Range: " + other);
      assertThat(answer.status()).as(other).isEqualTo(200);
      assertThat(answer.text()).isEqualTo("0123456789");
    }
    assertThat(site.get("/clip.mp4", "Range: lines=1-2").status()).isEqualTo(200);
    assertThat(site.send("HEAD", "/clip.mp4", "", "Range: bytes=2-4").status()).isEqualTo(200);
  }

  @Test
  void aKnownFileSaysNothingOfAnotherOne() throws IOException {
    site.start();
    Served.Answer whole = site.get("/clip.mp4");
    Served.Answer known = site.get("/clip.mp4", "If-None-Match: " + whole.headers().get("etag"));
    assertThat(known.status()).isEqualTo(304);
    assertThat(known.headers()).doesNotContainKey("content-type");
  }

  @ParameterizedTest
  @CsvSource({
    "a.woff2, font/woff2",
    "a.avif, image/avif",
    "a.webp, image/webp",
    "a.SVG, image/svg+xml;charset=utf-8",
    "a.pdf, application/pdf",
    "a.webm, video/webm",
    "a.m4a, audio/mp4",
    "a.opus, audio/ogg",
    "a.flac, audio/flac",
    "a.mjs, text/javascript;charset=utf-8",
    "a.wasm, application/wasm",
    "a.geojson, application/geo+json;charset=utf-8",
    "a.ics, text/calendar;charset=utf-8",
    "a.epub, application/epub+zip",
    "feed.xml, application/xml;charset=utf-8",
    "security.txt, text/plain;charset=utf-8",
    "CNAME, text/plain;charset=utf-8",
    "a.unknown, application/octet-stream"
  })
  void aFileIsWhatItsNameSays(String name, String contentType) {
    assertThat(ContentTypes.of(name)).isEqualTo(contentType);
  }

  @Test
  void aFileIsThatOfTheDisk() throws IOException {
    site.start();
    assertThat(site.get("/site.css").text()).contains("black");
    site.write("assets/site.css", "body { color: green }");
    assertThat(site.get("/site.css").text()).contains("green");
    site.write("assets/new.css", "p {}");
    assertThat(site.get("/new.css").status()).isEqualTo(200);
    Files.delete(site.folder().resolve("assets/new.css"));
    assertThat(site.get("/new.css").status()).isEqualTo(404);
  }

  @Test
  void headHasTheHeadersAndNoBody() throws IOException {
    site.start();
    for (String path : List.of("/ferry.html", "/clip.mp4", "/nowhere")) {
      Served.Answer get = site.get(path);
      Served.Answer head = site.send("HEAD", path, "");
      assertThat(head.status()).isEqualTo(get.status());
      assertThat(head.body()).isEmpty();
      assertThat(head.headers()).containsEntry("content-length", "" + get.body().length);
    }
    assertThat(site.send("POST", "/ferry.html", "").status()).isEqualTo(405);
    assertThat(site.send("HEAD", "/__newsbake/events?page=/", "").headers().get("content-type"))
        .startsWith("text/event-stream");
  }

  @Test
  void aFolderIsItsIndex() throws IOException {
    site.start();
    assertThat(site.get("/").text()).contains("About ferry");
    assertThat(site.get("/tides/").text()).contains("High.");
    Served.Answer answer = site.get("/tides?day=1");
    assertThat(answer.status()).isEqualTo(302);
    assertThat(answer.headers()).containsEntry("location", "/tides/?day=1");
  }

  @Test
  void namesMayHaveAnyLetters() throws IOException {
    site.write("assets/pl\u00e4n 100%+.css", "p {}");
    site.start();
    assertThat(site.get("/pl%C3%A4n%20100%25+.css").text()).isEqualTo("p {}");
    // JBake writes an article with such a name into a file whose name is encoded itself.
    assertThat(site.get("/caf%25C3%25A9+100%2525.html").text()).contains("Closed.");
  }

  @Test
  void whatIsNotThereIsThePageOfTheSite() throws IOException {
    site.start();
    Served.Answer answer = site.get("/nowhere.html");
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.text()).contains("Nothing stands here.").contains(ScriptTag.TAG);

    site.write("jbake.properties", "render.archive=false\nrender.feed=false\n");
    answer = site.get("/nowhere.html");
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.text()).contains("There is no such page").contains(ScriptTag.TAG);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/../secret.txt",
        "/tides/../../secret.txt",
        "/..%2fsecret.txt",
        "/%2e%2e/secret.txt",
        "/%2e%2e%2fsecret.txt",
        "/%252e%252e/secret.txt",
        "/%252e%252e%252fsecret.txt",
        "/..%5csecret.txt",
        "/..\\secret.txt",
        "/%c0%ae%c0%ae/secret.txt",
        "/%u002e%u002e/secret.txt",
        "/..;/secret.txt",
        "/.%00./secret.txt",
        "/ferry.html%00.txt",
        "//secret.txt",
        "/./../secret.txt",
        "/linked.txt",
        "/folder/secret.txt",
        "/jbake.properties",
        "/templates/post.ftl",
        "/../site/jbake.properties",
        "/content/ferry.md",
        "/ferry.md",
        "/%ff",
        "/%",
        "/%zz",
        "http://localhost/../secret.txt",
      })
  void nothingOutsideOfTheSiteIsServed(String path) throws IOException {
    Files.createSymbolicLink(site.folder().resolve("assets/linked.txt"), outside);
    Files.createSymbolicLink(site.folder().resolve("assets/folder"), outside.getParent());
    site.start();
    Served.Answer answer = site.get(path);
    assertThat(answer.status()).isIn(400, 404);
    assertThat(answer.text()).doesNotContain(SECRET, "render.archive", "title=", "content.title");
  }

  @Test
  void aFileThatBecomesALinkIsNotServed() throws IOException {
    site.start();
    assertThat(site.get("/clip.mp4").status()).isEqualTo(200);
    Path clip = site.folder().resolve("assets/clip.mp4");
    Files.delete(clip);
    Files.createSymbolicLink(clip, outside);
    assertThat(site.get("/clip.mp4").status()).isEqualTo(404);
  }

  @Test
  void itAnswersToItsOwnNamesOnly() throws IOException {
    site.start();
    for (String host : List.of("localhost", "LOCALHOST:80", "127.0.0.1", "[::1]:8820")) {
      assertThat(site.get("/ferry.html", "Host: " + host).status()).as(host).isEqualTo(200);
    }
    for (String host :
        List.of("news.example", "localhost.news.example", "127.0.0.1.news.example", "10.0.0.7")) {
      Served.Answer answer = site.get("/ferry.html", "Host: " + host);
      assertThat(answer.status()).as(host).isEqualTo(403);
      assertThat(answer.text()).doesNotContain("ferry");
      assertThat(site.get("/__newsbake/state", "Host: " + host).status()).isEqualTo(403);
    }
  }

  @Test
  void aHostIsKnownByTheNameThatItWasGiven() {
    HostCheck named = new HostCheck(Optional.of("updates.example"), "localhost");
    assertThat(named.allows("updates.example")).isTrue();
    assertThat(named.allows("other.example")).isFalse();
    HostCheck all = new HostCheck(Optional.of("0.0.0.0"), "localhost");
    assertThat(all.allows("192.168.1.7")).isTrue();
    assertThat(all.allows("[fe80::1]")).isTrue();
    assertThat(all.allows("rebound.example")).isFalse();
    assertThat(all.allows("10.0.0.7.rebound.example")).isFalse();
    HostCheck own = new HostCheck(Optional.empty(), "updates.example");
    assertThat(own.allows("updates.example")).isTrue();
    assertThat(own.allows("192.168.1.7")).isFalse();
  }

  @Test
  void theSiteMayBeginAtAPath() throws IOException {
    site.write(
        "jbake.properties",
        "server.contextPath=/paper/\nrender.archive=false\n" + "render.feed=false\n");
    site.start();
    assertThat(site.address().getPath()).isEqualTo("/paper/");
    assertThat(site.get("/paper/ferry.html").text()).contains("ferry");
    assertThat(site.get("/paper").headers()).containsEntry("location", "/paper/");
    assertThat(site.get("/").headers()).containsEntry("location", "/paper/");
    assertThat(site.get("/ferry.html").status()).isEqualTo(404);
    assertThat(site.get("/paperferry.html").status()).isEqualTo(404);
  }

  @Test
  void onlyItsOwnPagesMoveTheInstant() throws IOException {
    site.write(
        "content/later.md",
        "title=Later\ntype=post\nstatus=published\ndate=2026-12-01\n~~~~~~\nSoon.");
    site.start();
    assertThat(site.get("/later.html").status()).isEqualTo(404);
    String state = site.get("/__newsbake/state").text();
    assertThat(state).contains("\"instant\":\"2026-11-20T12:00:00\"").contains("\"scheduled\"");
    String token = state.replaceFirst(".*\"token\":\"([0-9a-f]+)\".*", "$1").strip();

    assertThat(site.send("POST", "/__newsbake/instant", "2026-12-24T18:00").status())
        .isEqualTo(403);
    assertThat(
            site.send(
                    "POST",
                    "/__newsbake/instant",
                    "2026-12-24T18:00",
                    "X-Newsbake-Token: " + token,
                    "Sec-Fetch-Site: cross-site")
                .status())
        .isEqualTo(403);
    assertThat(site.get("/later.html").status()).isEqualTo(404);
    assertThat(
            site.send("POST", "/__newsbake/instant", "soon", "X-Newsbake-Token: " + token).status())
        .isEqualTo(400);
    assertThat(
            site.send(
                    "POST", "/__newsbake/instant", "2026-12-24T18:00", "X-Newsbake-Token: " + token)
                .status())
        .isEqualTo(200);
    assertThat(site.get("/later.html").text()).contains("Soon.");
    assertThat(site.get("/__newsbake/state").text()).contains("\"\\/later.html\":\"scheduled\"");
  }

  @Test
  void theScriptIsServed() throws IOException {
    site.start();
    Served.Answer answer = site.get("/__newsbake/reload.js");
    assertThat(answer.headers()).containsEntry("content-type", "text/javascript;charset=utf-8");
    assertThat(answer.text()).contains("EventSource");
    assertThat(site.get("/__newsbake/other").status()).isEqualTo(404);
  }

  @Test
  void theAddressOfAFileHasItsVeryLetters() throws IOException {
    String name = "cafe\u0301 [1] 100%+.svg";
    String address = OpenPages.address(SiteSnapshot.unread(), name);
    assertThat(address).isEqualTo("/cafe%CC%81%20%5B1%5D%20100%25%2B.svg");
    site.write("assets/" + name, "<svg/>");
    site.start();
    assertThat(site.get(address).text()).isEqualTo("<svg/>");
  }

  @Test
  void anXhtmlPageStaysWellFormed() throws Exception {
    String head = "<?xml version=\"1.0\"?>\n<html xmlns=\"http://www.w3.org/1999/xhtml\">";
    site.write(
            "jbake.properties",
            "output.extension=.xhtml\nrender.archive=false\nrender.feed=false\n")
        .write("templates/post.ftl", head + "<body><p>Text</p></body></html>")
        .write("templates/page.ftl", head + "</html>");
    site.start();
    for (String path : List.of("/ferry.xhtml", "/tides/index.xhtml")) {
      Served.Answer answer = site.get(path);
      assertThat(answer.headers().get("content-type")).startsWith("application/xhtml+xml");
      assertThat(answer.text().contains("reload.js")).isEqualTo(path.equals("/ferry.xhtml"));
      DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(new ByteArrayInputStream(answer.body()));
    }
  }

  @Test
  void theTagGoesBeforeTheLastEndOfABody() {
    assertThat(tagged("<p></BODY></p></Body></html>", StandardCharsets.UTF_8))
        .isEqualTo("<p></BODY></p>" + ScriptTag.TAG + "</Body></html>");
    assertThat(tagged("caf\u00e9", StandardCharsets.ISO_8859_1))
        .isEqualTo("caf\u00e9" + ScriptTag.TAG);
    assertThat(tagged("<body>\u00e9</body>", StandardCharsets.UTF_16LE))
        .isEqualTo("<body>\u00e9" + ScriptTag.TAG + "</body>");
  }

  @Test
  void pagesHaveThePolicyOfTheHostWithRoomForTheScript() throws IOException {
    site.write(
        "jbake.properties",
        "render.hostfiles=headers\nheaders.csp=default-src 'self'; script-src 'none'\n");
    site.start();
    String own = "http://localhost:" + site.address().getPort() + "/__newsbake/";

    assertThat(site.get("/ferry.html").headers())
        .containsEntry(
            "content-security-policy",
            "default-src 'self'; script-src 'none'; script-src-elem "
                + own
                + "reload.js; connect-src 'self' "
                + own);
  }

  @Test
  void pagesHaveNoPolicyWhereTheHostIsToldOfNone() throws IOException {
    site.write("jbake.properties", "render.hostfiles=redirects\n");
    site.start();

    assertThat(site.get("/ferry.html").headers()).doesNotContainKey("content-security-policy");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "img-src 'self' | img-src 'self'",
        "upgrade-insecure-requests; img-src a.example | img-src a.example",
        "script-src 'self'; SCRIPT-SRC * |"
            + " script-src 'self'; script-src-elem 'self' http://h/__newsbake/reload.js",
        "connect-src 'none', frame-src 'none' |"
            + " connect-src http://h/__newsbake/, frame-src 'none'",
      })
  void aPolicyIsWidenedForTheScriptAlone(String policy, String widened) {
    assertThat(PreviewPolicy.widened(policy, "http://h")).isEqualTo(widened);
  }

  private static PreviewOptions open(boolean drafts) {
    return new PreviewOptions(
        Optional.of(0), Optional.of("0.0.0.0"), Optional.empty(), drafts, false, 2);
  }

  @Test
  void guestsSeeWhatIsLiveAndNothingElse() throws IOException {
    site.write(
        "content/ahead.md",
        "title=Ahead\ntype=post\nstatus=published\ndate=2001-11-02\n"
            + "embargo=2999-01-01T00:00:00Z\n~~~~~~\nLater.\n");
    site.write(
        "content/old.md",
        "title=Old\ntype=post\nstatus=published\ndate=2001-11-02\n~~~~~~\nLong ago.\n");
    site.startFar(open(false));

    Served.Answer page = site.get("/old.html");
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.text()).contains("Long ago").doesNotContain("__newsbake");
    assertThat(page.headers()).doesNotContainKey("etag");
    Served.Answer missing = site.get("/ahead.html");
    assertThat(missing.status()).isEqualTo(404);
    assertThat(missing.text()).doesNotContain("__newsbake");
    for (String own : List.of("state", "events", "reload.js", "nothing")) {
      assertThat(site.get("/__newsbake/" + own).status()).as(own).isEqualTo(403);
    }
    assertThat(site.send("POST", "/__newsbake/instant", "2999-02-01T00:00").status())
        .isEqualTo(403);
    assertThat(site.get("/old.html?token=wrong").headers()).doesNotContainKey("set-cookie");
    assertThat(site.get("/__newsbake/state", "Cookie: newsbake-preview=wrong").status())
        .isEqualTo(403);
  }

  @Test
  void theTokenIsACookieAfterTheFirstAddress() throws IOException {
    site.startFar(open(true));
    assertThat(site.get("/ferry.html").status()).isEqualTo(403);
    String token = token();

    Served.Answer first = site.get("/ferry.html?a=1&token=" + token);
    assertThat(first.status()).isEqualTo(302);
    assertThat(first.headers().get("location")).endsWith("/ferry.html?a=1").doesNotContain(token);
    assertThat(first.headers().get("set-cookie"))
        .endsWith("; Path=/; HttpOnly; SameSite=Strict")
        // Browsers send cookies to all ports of a host.
        .startsWith("newsbake-preview-" + site.port() + "=" + token + ";");
    String cookie = "Cookie: " + first.headers().get("set-cookie").split(";")[0];
    assertThat(site.get("/ferry.html", cookie).text()).contains(ScriptTag.TAG);
    assertThat(site.get("/__newsbake/state", cookie).status()).isEqualTo(200);
  }

  @Test
  void guestsSeeNothingWhileTheInstantIsAnother() throws IOException {
    site.startFar(open(false));
    String cookie = "Cookie: newsbake-preview-" + site.port() + "=" + token();
    String state = site.get("/__newsbake/state", cookie).text();
    String own = state.replaceFirst("(?s).*\"token\" *: *\"([^\"]*)\".*", "$1");
    assertThat(
            site.send(
                    "POST",
                    "/__newsbake/instant",
                    "2999-02-01T00:00",
                    cookie,
                    "X-Newsbake-Token: " + own)
                .status())
        .isEqualTo(200);

    assertThat(site.get("/ferry.html").status()).isEqualTo(403);
    assertThat(site.get("/ferry.html", cookie).status()).isEqualTo(200);
  }

  private String token() throws IOException {
    return site.shared().stream()
        .filter(it -> it.contains("?token="))
        .findFirst()
        .map(it -> it.substring(it.indexOf('=') + 1))
        .orElseThrow();
  }

  private static String tagged(String page, java.nio.charset.Charset charset) {
    return new String(ScriptTag.into(page.getBytes(charset), charset, "text/html"), charset);
  }
}
