package org.newsbake.bake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsbake.Problem;
import org.newsbake.SourceLocation;
import org.newsbake.article.SourceFile;
import org.newsbake.jbake.MarkupReader;
import org.newsbake.jbake.ProjectReader;

class SourceWalkTest {

  @TempDir private Path temporary;
  private TestSite site;

  @BeforeEach
  void makeSite() {
    site = new TestSite(temporary.resolve("courier"));
  }

  @Test
  void filesThatAnEngineReadsAreArticlesAndOthersAreAssets() throws IOException {
    site.write("content/a.md", "").write("content/b.html", "").write("content/c.yaml", "");
    site.write("content/d.adoc", "").write("content/e.svg", "").write("content/README", "");
    site.write("content/f.MD", "").write("content/g.md~", "");
    Sources sources = find();
    assertThat(paths(sources.content())).containsExactly("a.md", "b.html", "c.yaml", "d.adoc");
    assertThat(paths(sources.assets())).containsExactly("README", "e.svg", "f.MD");
  }

  @Test
  void articlesAreInTheOrderOfTheirNamesFolderByFolder() throws IOException {
    for (String name :
        List.of("b.md", "a/z.md", "a/b/c.md", "B.md", "a.md", "a-b/c.md", "10.md", "9.md")) {
      site.write("content/" + name, "");
    }
    assertThat(paths(find().content()))
        .containsExactly("10.md", "9.md", "B.md", "a/b/c.md", "a/z.md", "a-b/c.md", "a.md", "b.md");
  }

  @Test
  void problemsNameAFileFromTheProjectOn() throws IOException {
    site.write("content/2026/a.md", "").write("assets/css/a.css", "").write("data/a.yml", "");
    Sources sources = find();
    assertThat(names(sources.content())).containsExactly("content/2026/a.md");
    assertThat(names(sources.assets())).containsExactly("assets/css/a.css");
    assertThat(names(sources.data())).containsExactly("data/a.yml");
  }

  @Test
  void hiddenContentIsPassedOverAndHiddenFoldersAreNot() throws IOException {
    site.write("content/.a.md", "").write("content/.b.svg", "").write("content/.c/d.md", "");
    Sources sources = find();
    assertThat(paths(sources.content())).containsExactly(".c/d.md");
    assertThat(sources.assets()).isEmpty();
  }

  @Test
  void hiddenAssetsAreCopiedUnlessTheSiteSaysNo() throws IOException {
    site.write("assets/.htaccess", "").write("assets/.well-known/x.txt", "").write("assets/a", "");
    assertThat(paths(find().assets())).containsExactly(".htaccess", ".well-known/x.txt", "a");
    site.write("jbake.properties", "asset.ignore=true\n");
    assertThat(paths(find().assets())).containsExactly("a");
  }

  @Test
  void aFolderWithTheIgnoreFileIsPassedOver() throws IOException {
    site.write("content/a/.jbakeignore", "")
        .write("content/a/b.md", "")
        .write("content/a/c/d.md", "");
    site.write("assets/x/.jbakeignore", "").write("assets/x/y.css", "").write("content/e.md", "");
    Sources sources = find();
    assertThat(paths(sources.content())).containsExactly("e.md");
    assertThat(sources.assets()).isEmpty();
  }

  @Test
  void onlyYamlRightInTheDataFolderIsData() throws IOException {
    site.write("data/a.yaml", "").write("data/b.YML", "").write("data/c.json", "");
    site.write("data/sub/d.yaml", "");
    assertThat(paths(find().data())).containsExactly("a.yaml", "b.YML");
  }

  @Test
  void aLinkInsideTheProjectIsFollowed() throws IOException {
    site.write("shared/logo.svg", "").write("shared/deep/a.md", "");
    link("content/logo.svg", "../shared/logo.svg");
    link("content/linked", "../shared/deep");
    Sources sources = find();
    assertThat(sources.problems()).isEmpty();
    assertThat(paths(sources.content())).containsExactly("linked/a.md");
    assertThat(paths(sources.assets())).containsExactly("logo.svg");
  }

  @Test
  void aLinkOutOfTheProjectIsAnErrorAndNotFollowed() throws IOException {
    Files.writeString(temporary.resolve("secret.md"), "");
    Files.createDirectory(temporary.resolve("secrets"));
    link("content/secret.md", "../../secret.md");
    link("assets/secrets", temporary.resolve("secrets").toString());
    Sources sources = find();
    assertThat(sources.content()).isEmpty();
    assertThat(sources.assets()).isEmpty();
    assertThat(sources.problems())
        .extracting(Problem::code, problem -> problem.location().file(), Problem::isError)
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple("link-outside", "content/secret.md", true),
            org.assertj.core.groups.Tuple.tuple("link-outside", "assets/secrets", true));
  }

  @Test
  void aLinkThatLeadsBackIsAnErrorAndTheWalkEnds() throws IOException {
    site.write("content/a/b/c.md", "");
    link("content/a/b/up", "../..");
    link("content/self", "self");
    Sources sources = find();
    assertThat(paths(sources.content())).containsExactly("a/b/c.md");
    assertThat(sources.problems())
        .containsExactlyInAnyOrder(
            Problem.error(
                "link-loop",
                SourceLocation.of("content/a/b/up"),
                "this link leads back to a folder that holds it.",
                "Delete the link."),
            Problem.error(
                "link-broken",
                SourceLocation.of("content/self"),
                "this link leads nowhere.",
                "Delete it, or make what it should lead to."));
  }

  @Test
  void twoLinksThatLeadToEachOtherEnd() throws IOException {
    site.makeFolder("content/a").makeFolder("content/b").write("content/a/x.md", "");
    link("content/a/b", "../b");
    link("content/b/a", "../a");
    Sources sources = find();
    assertThat(sources.problems()).extracting(Problem::code).containsOnly("link-loop");
    assertThat(paths(sources.content())).contains("a/x.md");
  }

  @Test
  void aLinkThatLeadsNowhereIsAnError() throws IOException {
    link("content/gone.md", "nowhere.md");
    assertThat(find().problems()).extracting(Problem::code).containsExactly("link-broken");
  }

  @Test
  void theLinkOfAnEditorBesideAFileIsPassedOver() throws IOException {
    for (String folder : List.of("content", "assets", "data")) {
      site.makeFolder(folder);
      link(folder + "/.#story.md", "desk@host.4711:1764000000");
    }
    Sources sources = find();
    assertThat(sources.problems()).isEmpty();
    assertThat(sources.assets()).isEmpty();
  }

  @Test
  void aProjectMayBeReachedThroughALink() throws IOException {
    site.write("content/a.md", "").write("assets/a.css", "");
    Path link = Files.createSymbolicLink(temporary.resolve("link"), site.folder());
    Sources sources = find(link);
    assertThat(sources.problems()).isEmpty();
    assertThat(paths(sources.content())).containsExactly("a.md");
    assertThat(paths(sources.assets())).containsExactly("a.css");
  }

  @Test
  void whatIsNeitherFileNorFolderIsNoSource() throws Exception {
    Process mkfifo =
        new ProcessBuilder("mkfifo", site.folder().resolve("content/pipe.md").toString()).start();
    org.junit.jupiter.api.Assumptions.assumeTrue(mkfifo.waitFor() == 0, "no mkfifo here");
    Sources sources = find();
    assertThat(sources.content()).isEmpty();
    assertThat(sources.assets()).isEmpty();
  }

  @Test
  void aFileAndAFolderOfEveryNameAreFound() throws IOException {
    for (String name :
        List.of(" ", "a b", "ü", "日付", "🐟", "a'b", "a\"b", "$x", "-rf", "a\\b", "a\nb")) {
      site.write("content/" + name + "/" + name + ".md", "");
    }
    Sources sources = find();
    assertThat(sources.problems()).isEmpty();
    assertThat(sources.content()).hasSize(11);
  }

  @Test
  void copiesNoBackupsAndInANewsroomNoUnreadArticles() throws IOException {
    Path folder = site.folder();
    Files.createDirectories(folder.resolve("content"));
    Files.createDirectories(folder.resolve("assets"));
    String story = "---\ntitle: Mill\nembargo: 2030-01-01\n---\nCanary";
    for (String name :
        List.of("x.md~", "#x.md#", "x.md.orig", "x.md.1", "x.MD", "x.mdx", "draft", "x.md.gz")) {
      Files.writeString(folder.resolve("content").resolve(name), story);
    }
    Files.writeString(folder.resolve("assets/story.TXT"), story);
    Files.writeString(folder.resolve("assets/.x.md.swp"), story);
    Files.writeString(folder.resolve("assets/robots-canary.txt"), "User-agent: *\nDisallow: /");

    List<String> plain = paths(find().assets());
    assertThat(plain).contains("x.MD", "draft", "story.TXT", "robots-canary.txt");
    assertThat(plain).doesNotContain("x.md~", "#x.md#", "x.md.orig", "x.md.1", ".x.md.swp");

    Files.createDirectories(folder.resolve("data"));
    Files.writeString(folder.resolve("data/sections.yaml"), "news:\n  name: News\n");
    Sources newsroom = find();
    assertThat(paths(newsroom.assets())).contains("robots-canary.txt");
    assertThat(paths(newsroom.assets()))
        .doesNotContain("x.MD", "x.mdx", "draft", "x.md.gz", "story.TXT", "x.md~");
    assertThat(newsroom.problems()).filteredOn(it -> it.code().equals("file-withheld")).hasSize(10);
  }

  private void link(String path, String target) throws IOException {
    Path link = site.folder().resolve(path);
    Files.createDirectories(link.getParent());
    Files.createSymbolicLink(link, Path.of(target));
  }

  private Sources find() throws IOException {
    return find(site.folder());
  }

  private static Sources find(Path folder) throws IOException {
    return SourceWalk.find(
        ProjectReader.read(folder, Optional.empty()).project().orElseThrow(),
        MarkupReader.extensions());
  }

  private static List<String> paths(List<SourceFile> files) {
    return files.stream().map(SourceFile::path).toList();
  }

  private static List<String> names(List<SourceFile> files) {
    return files.stream().map(SourceFile::name).toList();
  }
}
