package org.newsbake.syndication;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.newsbake.edition.HostFormat;
import org.newsbake.edition.Page.HostFile;
import org.newsbake.edition.Page.RedirectPage;
import org.newsbake.edition.Publication;

class HostFilesTest {

  private static final RedirectPage FERRY =
      new RedirectPage("ferry/index.html", "ferry", "town/2026/11/night%20ferry/");
  private static final RedirectPage NEWS =
      new RedirectPage("news/4711.html", "news/4711.html", "town/quota/");
  private static final List<RedirectPage> REDIRECTS = List.of(FERRY, NEWS);
  private static final List<String> GONE = List.of("town/wall/", "old/größe", "a b.html");

  private static String text(HostFormat format, String host) {
    HostFile file =
        new HostFile(
            format.file(),
            format,
            REDIRECTS,
            GONE,
            Optional.of("404.html"),
            Optional.of("410.html"));
    return new String(hosts(host).bytes(file), StandardCharsets.UTF_8);
  }

  private static HostFiles hosts(String host) {
    return new HostFiles(
        new Publication(host, "Paper & \"Co\"", "", "en", ZoneOffset.UTC, "", Set.of()),
        "img-src \"self\"");
  }

  @Test
  void redirectsAreForcedForThereIsAPage() {
    assertThat(text(HostFormat.REDIRECTS, "https://paper.example/news"))
        .isEqualTo(
            """
            /news/ferry /news/town/2026/11/night%20ferry/ 301!
            /news/news/4711.html /news/town/quota/ 301!
            /news/town/wall/ /news/town/wall/ 410!
            /news/old/gr%C3%B6%C3%9Fe /news/old/gr%C3%B6%C3%9Fe 410!
            /news/a%20b.html /news/a%20b.html 410!
            """);
  }

  @Test
  void headersAreForAllPages() {
    assertThat(text(HostFormat.HEADERS, ""))
        .isEqualTo(
            """
            /*
              Content-Security-Policy: img-src "self"
              X-Content-Type-Options: nosniff
              Referrer-Policy: strict-origin-when-cross-origin
              Permissions-Policy: camera=(), geolocation=(), microphone=()
            """);
  }

  @Test
  void apacheGetsRedirectsErrorPagesHeadersAndTypes() {
    assertThat(text(HostFormat.HTACCESS, "https://paper.example"))
        .contains("ErrorDocument 404 /404.html\nErrorDocument 410 /410.html\n")
        .contains("<FilesMatch \"^rss\\.xml$\">\nForceType application/rss+xml\n</FilesMatch>\n")
        .contains("Header always set Content-Security-Policy \"img-src \\\"self\\\"\"\n")
        .endsWith(
            """
            RedirectMatch 301 "^/ferry(/(index\\.html)?)?$" "/town/2026/11/night ferry/"
            RedirectMatch 301 "^/news/4711\\.html$" "/town/quota/"
            RedirectMatch 410 "^/town/wall/(index\\.html)?$"
            RedirectMatch 410 "^/old/größe(/(index\\.html)?)?$"
            RedirectMatch 410 "^/a b\\.html$"
            """);
  }

  @Test
  void nginxGetsEveryWayToWriteAnAddress() {
    assertThat(text(HostFormat.NGINX_REDIRECTS, ""))
        .isEqualTo(
            """
            "/ferry" "/town/2026/11/night%20ferry/";
            "/ferry/" "/town/2026/11/night%20ferry/";
            "/ferry/index.html" "/town/2026/11/night%20ferry/";
            "/news/4711.html" "/town/quota/";
            """);
    assertThat(text(HostFormat.NGINX_GONE, ""))
        .isEqualTo(
            """
            "/town/wall/" 1;
            "/town/wall/index.html" 1;
            "/old/größe" 1;
            "/old/größe/" 1;
            "/old/größe/index.html" 1;
            "/a b.html" 1;
            """);
  }

  @ParameterizedTest
  @CsvSource({
    "a+b(c).html, /a+b(c).html, /aab(c).html",
    "a\"b.html, /a\"b.html, /ab.html",
    "x/, /x/index.html, /xy/",
    "x, /x/, /xy",
  })
  void aPatternForApacheMatchesItsAddressAndNoOther(String gone, String matched, String other) {
    HostFile file =
        new HostFile(
            ".htaccess",
            HostFormat.HTACCESS,
            List.of(),
            List.of(gone),
            Optional.empty(),
            Optional.empty());
    String text = new String(hosts("").bytes(file), StandardCharsets.UTF_8);
    String line = text.lines().filter(it -> it.startsWith("RedirectMatch")).findFirst().get();
    Pattern pattern =
        Pattern.compile(line.substring("RedirectMatch 410 \"".length(), line.length() - 1));
    assertThat(matched).matches(pattern);
    assertThat(other).doesNotMatch(pattern);
  }

  @Test
  void aPageSendsItsReadersOn() {
    String page = new String(hosts("https://paper.example").page(FERRY), StandardCharsets.UTF_8);
    assertThat(page)
        .contains("<title>Paper &amp; &quot;Co&quot;</title>")
        .contains("content=\"0; url=/town/2026/11/night%20ferry/\"")
        .contains("rel=\"canonical\" href=\"https://paper.example/town/2026/11/night%20ferry/\"")
        .contains("<meta name=\"robots\" content=\"noindex\">");
    assertThat(new String(hosts("").page(FERRY), StandardCharsets.UTF_8))
        .contains("rel=\"canonical\" href=\"/town/2026/11/night%20ferry/\"");
  }
}
