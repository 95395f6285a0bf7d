package org.newsbake.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.newsbake.article.Samples.article;
import static org.newsbake.article.Samples.post;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.newsbake.article.Article;

class AddressesTest {

  private static final Addresses PLAIN =
      new Addresses(Sites.addresses(".html", Map.of(), false, "", "-draft"));
  private static final Addresses FOLDERS =
      new Addresses(Sites.addresses(".html", Map.of(), true, "/blog/", "-draft"));

  @ParameterizedTest
  @CsvSource({
    "ferry.md, ferry.html",
    "2026/11/ferry.md, 2026/11/ferry.html",
    "night ferry.md, night+ferry.html",
    "my news/night ferry.md, my news/night+ferry.html",
    "café.md, caf%C3%A9.html",
    "a&b?c.md, a%26b%3Fc.html",
    "a..b.md, a..b.html",
    "a.b.md, a.b.html",
    "a*b-c_d.md, a*b-c_d.html",
    "index.html, index.html",
  })
  void theBaseNameIsEncodedAsInAFormAndTheFolderIsNot(String path, String address) {
    assertThat(PLAIN.uri(path)).isEqualTo(address);
    assertThat(PLAIN.place(post(path, 3)).path()).isEqualTo(address);
  }

  @Test
  void aTypeMayHaveAnExtensionOfItsOwnWhichItsUriDoesNotShow() {
    Addresses addresses =
        new Addresses(Sites.addresses(".html", Map.of("robots", ".txt"), false, "", "-draft"));
    Article robots = article("robots", "published", "robots.md", 3);
    assertThat(addresses.place(robots)).isEqualTo(new Entry(robots, "robots.html", "robots.txt"));
  }

  @Test
  void theSiteMayHaveAnotherExtensionOrNone() {
    assertThat(
            List.of(".xhtml", "").stream()
                .map(extension -> Sites.addresses(extension, Map.of(), false, "", "-draft"))
                .map(options -> new Addresses(options).place(post("a/b.md", 3)).path()))
        .containsExactly("a/b.xhtml", "a/b");
  }

  @Test
  void draftsCarryTheirSuffixInTheFileNameOnly() {
    Article draft = article("post", "draft", "2026/ferry.md", 3);
    assertThat(PLAIN.place(draft))
        .isEqualTo(new Entry(draft, "2026/ferry.html", "2026/ferry-draft.html"));
  }

  @Test
  void belowThePrefixAPageIsAFolder() {
    assertThat(FOLDERS.uri("blog/ferry.md")).isEqualTo("blog/ferry/index.html");
    assertThat(FOLDERS.uri("blog/2026/ferry.md")).isEqualTo("blog/2026/ferry/index.html");
    assertThat(FOLDERS.uri("about.md")).isEqualTo("about.html");
    assertThat(FOLDERS.uri("blogs/ferry.md")).isEqualTo("blogs/ferry.html");
  }

  @Test
  void withoutAPrefixNoPageIsAFolder() {
    Addresses addresses = new Addresses(Sites.addresses(".html", Map.of(), true, "", "-draft"));
    assertThat(addresses.uri("blog/ferry.md")).isEqualTo("blog/ferry.html");
  }

  @Test
  void anAddressWithoutExtensionEndsInASlash() {
    assertThat(FOLDERS.withoutExtension("blog/ferry/index.html")).contains("blog/ferry/");
    assertThat(PLAIN.withoutExtension("blog/ferry/index.html")).isEmpty();
  }

  @Test
  void theRootIsAsManyFoldersUpAsThePageIsDeep() {
    assertThat(List.of(PLAIN.rootPath(0), PLAIN.rootPath(1), PLAIN.rootPath(3)))
        .containsExactly("", "../", "../../../");
    assertThat(List.of(FOLDERS.rootPath(0), FOLDERS.rootPath(1))).containsExactly("/../", "../../");
  }
}
