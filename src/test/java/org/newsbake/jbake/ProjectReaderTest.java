package org.newsbake.jbake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TimeZone;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.newsbake.Problem;
import org.newsbake.Severity;
import org.newsbake.SourceLocation;
import org.newsbake.article.ArticleOptions;
import org.newsbake.edition.SiteOptions;
import org.newsbake.edition.Sites;
import org.newsbake.related.RelatedOptions;

class ProjectReaderTest {

  @TempDir private Path folder;

  @BeforeEach
  void makeFolders() throws IOException {
    Files.createDirectories(folder.resolve("content"));
    Files.createDirectories(folder.resolve("templates"));
  }

  @Test
  void aSiteIsANewsroomByItsDataFilesOrByItsWord() throws IOException {
    assertThat(project("").articleOptions().newsroom()).isFalse();
    assertThat(project("site.kind=newsroom\n").articleOptions().newsroom()).isTrue();
    Files.createDirectories(folder.resolve("data"));
    Files.writeString(folder.resolve("data/sections.yaml"), "town: {name: Town}\n");
    assertThat(project("").articleOptions().newsroom()).isTrue();
    assertThat(project("site.kind=jbake\n").articleOptions().newsroom()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "env:HOME",
        "sys:user.home",
        "file:UTF-8:pom.xml",
        "const:java.io.File.separator",
        "date:yyyy",
        "java:version",
        "base64Decoder:YQ==",
        "script:javascript:1",
        "url:UTF-8:http://localhost/",
        "dns:localhost",
        "localhost:name",
        "xml:pom.xml:/project",
        "properties:pom.xml::a",
        "urlEncoder:a b",
        "env:NEWSBAKE_NONE:-otherwise",
        "user.home"
      })
  void nothingOfTheMachineIsFilledInUnasked(String reference) throws IOException {
    write("site.title=x ${" + reference + "}\ndestination.folder=out\n");
    ProjectReader.Result result = ProjectReader.read(folder, Optional.empty());
    assertThat(result.project()).isEmpty();
    assertThat(result.problems()).extracting(Problem::code).containsExactly("config-lookup");
    assertThat(result.problems().get(0).location())
        .isEqualTo(new SourceLocation("jbake.properties", 1, 14));
  }

  @Test
  void aSiteMayAskForLookups() throws IOException {
    String title = "site.title=${sys:java.version} ${site.tagline} ${none}\nsite.tagline=t\n";
    assertThat(project("config.lookups=env,sys\n" + title).siteOptions().publication().title())
        .isEqualTo(System.getProperty("java.version") + " t ${none}");
    write("config.lookups=script\n" + title);
    assertThat(ProjectReader.read(folder, Optional.empty()).problems())
        .extracting(Problem::code)
        .containsExactly("config-invalid", "config-lookup");
  }

  @Test
  void withoutPropertiesAProjectIsJBakesDefault() throws IOException {
    Project project = project("");
    assertThat(project.articleOptions())
        .isEqualTo(
            new ArticleOptions(
                StandardCharsets.UTF_8,
                "~~~~~~",
                "yyyy-MM-dd",
                ZoneOffset.UTC,
                Locale.ENGLISH,
                Set.of(
                    "page",
                    "post",
                    "masterindex",
                    "archive",
                    "feed",
                    "error404",
                    "tag",
                    "tagsindex",
                    "sitemap",
                    "data"),
                "",
                "draft",
                false,
                List.of("HARDWRAPS", "AUTOLINKS", "FENCED_CODE_BLOCKS", "DEFINITIONS"),
                false,
                false,
                project.articleOptions().ownKeys()));
    assertThat(project.siteOptions())
        .usingRecursiveComparison()
        .ignoringFields("templateByType", "publication")
        .isEqualTo(
            Sites.options(
                Sites.addresses(".html", Map.of(), false, "", "-draft"),
                Map.of(),
                Optional.of("index.html"),
                Optional.empty(),
                Optional.of("archive.html"),
                Optional.of("feed.xml"),
                Optional.empty(),
                Optional.empty(),
                Optional.of("tags"),
                false));
    assertThat(project.siteOptions().templateByType())
        .containsEntry("post", "post.ftl")
        .containsEntry("masterindex", "index.ftl")
        .containsEntry("tag", "tags.ftl")
        .containsEntry("tagsindex", "tags-index.ftl");
    assertThat(project.failOnWarning()).isFalse();
  }

  @Test
  void aProjectNeedsNoPropertiesFile() {
    assertThat(ProjectReader.read(folder, Optional.empty()).problems()).isEmpty();
  }

  @Test
  void relatedStoriesAreSevenUnlessThePropertiesSayMore() throws IOException {
    assertThat(project("").relatedOptions()).isEqualTo(RelatedOptions.DEFAULT);
    assertThat(project("related.count=0\nrelated.own_boost=1\n").relatedOptions())
        .isEqualTo(new RelatedOptions(0, 1));
    assertThat(project("related.count= 50 \nrelated.own_boost=0\n").relatedOptions())
        .isEqualTo(new RelatedOptions(50, 0));
  }

  @Test
  void relatedStoriesAreShownWhereATemplateSpeaksOfThem() throws IOException {
    Files.writeString(folder.resolve("templates/post.ftl"), "<#list content.related as r></#list>");
    assertThat(project("").shownRelated()).isEqualTo(RelatedOptions.DEFAULT);
    Files.writeString(folder.resolve("templates/post.ftl"), "${content.relatedness!} unrelated");
    assertThat(project("").shownRelated()).isEqualTo(RelatedOptions.NONE);
  }

  @Test
  void everyFolderCanBeAnotherOne() throws IOException {
    Files.createDirectories(folder.resolve("news"));
    Files.createDirectories(folder.resolve("theme"));
    Project project =
        project(
            """
            content.folder=news
            template.folder=theme
            asset.folder=static
            data.folder=tables
            destination.folder=public
            """);
    assertThat(
            List.of(
                project.content(),
                project.templateOptions().folder(),
                project.assets(),
                project.data(),
                project.output()))
        .extracting(path -> folder.relativize(path).toString())
        .containsExactly("news", "theme", "static", "tables", "public");
    assertThat(project.templateOptions().name()).isEqualTo("theme");
  }

  @Test
  void theCommandLineNamesTheOutputFolderInstead() throws IOException {
    write("destination.folder=public\n");
    Path elsewhere = folder.resolve("elsewhere");
    assertThat(ProjectReader.read(folder, Optional.of(elsewhere)).project().orElseThrow().output())
        .isEqualTo(elsewhere);
  }

  @Test
  void aTypeIsMadeByItsTemplateAndMayHaveAnExtension() throws IOException {
    Project project =
        project(
            "template.liveblog.file=live.ftl\ntemplate.robots.file=r.ftl\n"
                + "template.robots.extension=.txt\n");
    assertThat(project.articleOptions().types()).contains("liveblog", "robots", "post");
    assertThat(project.siteOptions().templateByType()).containsEntry("liveblog", "live.ftl");
    assertThat(project.siteOptions().addresses().extensionByType())
        .isEqualTo(Map.of("robots", ".txt"));
  }

  @Test
  void aPageThatIsTurnedOffIsNotThere() throws IOException {
    SiteOptions options =
        project(
                """
                render.index=false
                render.archive=false
                render.feed=false
                render.tags=false
                render.sitemap=true
                render.error404=true
                sitemap.file=map.xml
                """)
            .siteOptions();
    assertThat(List.of(options.index(), options.archive(), options.feed(), options.tagFolder()))
        .allMatch(Optional::isEmpty);
    assertThat(options.sitemap()).contains("map.xml");
    assertThat(options.error404()).contains("404.html");
  }

  @Test
  void aMissingProjectIsOneProblem() {
    assertThat(ProjectReader.read(folder.resolve("no"), Optional.empty()).problems())
        .extracting(Problem::code)
        .containsExactly("project-missing");
  }

  @Test
  void missingFoldersAreTold() throws IOException {
    write("content.folder=news\ntemplate.folder=theme\n");
    ProjectReader.Result result = ProjectReader.read(folder, Optional.empty());
    assertThat(result.project()).isEmpty();
    assertThat(result.problems())
        .containsExactlyInAnyOrder(
            Problem.error(
                "folder-missing",
                SourceLocation.of("news"),
                "there is no such folder, and the site needs one.",
                "Make it, or name another one in jbake.properties with content.folder."),
            Problem.error(
                "folder-missing",
                SourceLocation.of("theme"),
                "there is no such folder, and the site needs one.",
                "Make it, or name another one in jbake.properties with template.folder."));
  }

  @Test
  void assetsAndDataMayBeMissing() throws IOException {
    assertThat(project("").assets()).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "render.encoding=UTF-9|17|is not an encoding",
        "render.encoding = not an encoding!|19|is not an encoding",
        "site.timezone=Europe/Berlinn|15|is not a time zone",
        "freemarker.timezone=X|21|is not a time zone",
        "index.paginate=maybe|16|is not true or false",
        "render.tags=ja|13|is not true or false",
        "tag.sanitize: perhaps|15|is not true or false",
        "date.format=yyyy-QQ-dd|13|is not a date pattern",
        "build.fail_on=warnings|15|is not error or warning",
        "related.count=-1|15|is not a number of stories",
        "related.count=51|15|is not a number of stories",
        "related.count=2.5|15|is not a number of stories",
        "related.count = all|17|is not a number of stories",
        "related.own_boost=-0.1|19|is not a share",
        "related.own_boost=1.01|19|is not a share",
        "related.own_boost=5%|19|is not a share",
        "related.own_boost=NaN|19|is not a share",
      })
  void aValueThatCannotBeIsToldAtItsPlace(String line, int column, String found)
      throws IOException {
    write("# The Harbour Courier\n\n" + line + "\nsite.title=x\n");
    ProjectReader.Result result = ProjectReader.read(folder, Optional.empty());
    assertThat(result.project()).isEmpty();
    assertThat(result.problems()).hasSize(1);
    Problem problem = result.problems().get(0);
    assertThat(problem.code()).isEqualTo("config-invalid");
    assertThat(problem.severity()).isEqualTo(Severity.ERROR);
    assertThat(problem.location()).isEqualTo(new SourceLocation("jbake.properties", 3, column));
    assertThat(problem.excerpt()).isEqualTo(line);
    assertThat(problem.found()).contains(found);
  }

  @Test
  void aDefaultStatusThatIsNoneIsToldAtItsPlace() throws IOException {
    write("# Files without a status\ndefault.status=Draft\n");
    assertThat(ProjectReader.read(folder, Optional.empty()).problems())
        .containsExactly(
            new Problem(
                Severity.ERROR,
                "status-unknown",
                new SourceLocation("jbake.properties", 2, 16),
                "there is no status \"Draft\".",
                "Did you mean \"draft\"?",
                "default.status=Draft"));
    write("default.status=archived\n");
    assertThat(ProjectReader.read(folder, Optional.empty()).problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.isError()).isFalse());
    write("default.status=archived\nfeed.items=5\n");
    assertThat(ProjectReader.read(folder, Optional.empty()).problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.isError()).isTrue());
  }

  @ParameterizedTest
  @CsvSource({
    "feed.format, feed.formats",
    "site.titel, site.title",
    "render.tag, render.tags",
    "permalnk, permalink",
    "permalink.pages, permalink.page",
    "withdrawn.fle, withdrawn.file",
    "Feed.Items, feed.items",
    "site.editor, ''",
    "template.review.file, ''",
    "permalink.page, ''",
    "jvm.locale, ''",
    "index.paginate, ''",
  })
  void aPropertyThatIsNearlyAKnownOneIsToldAtItsPlace(String key, String meant) throws IOException {
    write("# Ours\n  " + key + "=/:slug/\n");
    List<Problem> unknown =
        ProjectReader.read(folder, Optional.empty()).problems().stream()
            .filter(problem -> problem.code().equals("config-unknown"))
            .toList();
    if (meant.isEmpty()) {
      assertThat(unknown).isEmpty();
    } else {
      assertThat(unknown)
          .containsExactly(
              new Problem(
                  Severity.WARNING,
                  "config-unknown",
                  new SourceLocation("jbake.properties", 2, 3),
                  "the property \"" + key + "\" has no meaning here.",
                  "Did you mean \""
                      + meant
                      + "\"? A property that a template uses is never asked about.",
                  "  " + key + "=/:slug/"));
    }
  }

  @Test
  void aPropertyThatATemplateUsesIsTheSitesOwn() throws IOException {
    Files.writeString(folder.resolve("templates/a.ftl"), "<b>${config.feed_format}</b>");
    write("feed.format=short\n");
    assertThat(ProjectReader.read(folder, Optional.empty()).problems()).isEmpty();
  }

  @Test
  void aSiteWithPagesThatJBakeDoesNotMakeIsOneOfNews() throws IOException {
    assertThat(project("site.title=Paper\nsite.timezone=UTC\n").articleOptions().news()).isFalse();
    for (String property :
        List.of("permalink=/:slug/", "template.section.file=s.ftl", "listing.posts_per_page=9")) {
      assertThat(project(property + "\n").articleOptions().news()).as(property).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "three", "1.5", "99999999999"})
  void aNumberOfPostsIsAWholeOne(String number) throws IOException {
    write("index.paginate=true\nindex.posts_per_page=" + number + "\n");
    assertThat(ProjectReader.read(folder, Optional.empty()).problems())
        .singleElement()
        .satisfies(
            problem ->
                assertThat(problem.location())
                    .isEqualTo(new SourceLocation("jbake.properties", 2, 22)));
    // Nobody asks for the number where there are no pages.
    assertThat(project("index.posts_per_page=" + number + "\n").siteOptions().postsPerPage())
        .isEmpty();
  }

  @Test
  void theLastOfEqualKeysIsToBlame() throws IOException {
    write("render.encoding=UTF-8\nrender.encoding.of.old=1\n  render.encoding=UTF-9\n");
    assertThat(ProjectReader.read(folder, Optional.empty()).problems())
        .extracting(Problem::location)
        .allSatisfy(location -> assertThat(location.line()).isEqualTo(3));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\\n", "\\u0000", "\\u0085", "\u00e9"})
  void aPolicyThatIsNoHeaderIsToldAtItsLine(String sign) throws IOException {
    String line = "headers.csp=default-src 'none';" + sign + " img-src *";
    write("site.title=x\n" + line + "\n");
    ProjectReader.Result result = ProjectReader.read(folder, Optional.empty());
    assertThat(result.project()).isEmpty();
    assertThat(result.problems())
        .containsExactly(
            new Problem(
                Severity.ERROR,
                "config-invalid",
                new SourceLocation("jbake.properties", 2, 1),
                "headers.csp holds a line break or a sign that no header may have.",
                "Write one line of ASCII; a backslash at the end of a line continues it.",
                line));
  }

  @Test
  void aPolicyMayBeContinuedOnTheNextLine() throws IOException {
    assertThat(
            project("headers.csp=default-src 'none';\\\n  img-src 'self'\n")
                .syndicationOptions()
                .contentSecurityPolicy())
        .isEqualTo("default-src 'none';img-src 'self'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "site.host=\n", "site.host=http://www.jbake.org\n"})
  void withoutAHostThereIsNothingThatNeedsOne(String host) throws IOException {
    write(
        host
            + "feed.formats=rss,atom\nrender.sitemaps=true\nrender.newssitemap=true\n"
            + "render.robots=true\n");
    ProjectReader.Result result = ProjectReader.read(folder, Optional.empty());
    assertThat(result.problems())
        .containsExactly(
            new Problem(
                Severity.WARNING,
                "host-missing",
                new SourceLocation("jbake.properties", host.isEmpty() ? 1 : 2, 1),
                "without site.host there is no feed.formats and no render.sitemaps and no"
                    + " render.newssitemap: nobody knows where the site will be.",
                "Write where, such as site.host=https://www.example.org.",
                "feed.formats=rss,atom"));
    SiteOptions options = result.project().orElseThrow().siteOptions();
    assertThat(options.publication().host()).isEmpty();
    assertThat(options.machines())
        .isEqualTo(new SiteOptions.Machines(List.of(), false, false, true, List.of()));
  }

  @Test
  void aHostThatIsNoneIsAnErrorWhereItIsNeeded() throws IOException {
    write("site.host=paper.example\nfeed.formats=rss\n");
    assertThat(ProjectReader.read(folder, Optional.empty()).problems())
        .extracting(Problem::code, Problem::location)
        .containsExactly(tuple("config-invalid", new SourceLocation("jbake.properties", 1, 11)));
    assertThat(project("site.host=paper.example\n").siteOptions().publication().host()).isEmpty();
    assertThat(
            project("site.host=https://paper.example/news/\n").siteOptions().publication().host())
        .isEqualTo("https://paper.example/news");
  }

  @Test
  void allBadValuesAreToldAtOnce() throws IOException {
    write("render.encoding=UTF-9\nsite.timezone=X\nbuild.fail_on=never\ndate.format=QQ\n");
    assertThat(ProjectReader.read(folder, Optional.empty()).problems()).hasSize(4);
  }

  @Test
  void aMisspeltZoneIsCorrected() throws IOException {
    write("site.timezone=Europe/Berlinn\n");
    assertThat(ProjectReader.read(folder, Optional.empty()).problems())
        .extracting(Problem::advice)
        .containsExactly("Did you mean \"Europe/Berlin\"?");
  }

  @Test
  void anUnknownMarkdownExtensionIsWarnedAboutAndTheProjectStays() throws IOException {
    write("markdown.extensions=HARDWRAPS,TABELS,-SMARTYPANTS\n");
    ProjectReader.Result result = ProjectReader.read(folder, Optional.empty());
    assertThat(result.project()).isPresent();
    assertThat(result.problems())
        .containsExactly(
            new Problem(
                Severity.WARNING,
                "config-unknown",
                new SourceLocation("jbake.properties", 1, 31),
                "there is no Markdown extension \"TABELS\", so it has no effect.",
                "Did you mean \"TABLES\"?",
                "markdown.extensions=HARDWRAPS,TABELS,-SMARTYPANTS"));
  }

  @Test
  void zoneAndLanguageAreThoseOfTheSiteAndNeverTheMachines() throws IOException {
    TimeZone zone = TimeZone.getDefault();
    Locale locale = Locale.getDefault();
    try {
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
      Locale.setDefault(Locale.forLanguageTag("tr-TR"));
      Project plain = project("");
      assertThat(plain.articleOptions().zone()).isEqualTo(ZoneOffset.UTC);
      assertThat(plain.articleOptions().locale()).isEqualTo(Locale.ENGLISH);
      assertThat(plain.templateOptions().zone()).isEqualTo(ZoneOffset.UTC);
      assertThat(plain.templateOptions().locale()).isEqualTo(Locale.ENGLISH);
      Project german = project("site.timezone=Europe/Berlin\njvm.locale=de_DE\n");
      assertThat(german.articleOptions().zone()).isEqualTo(ZoneId.of("Europe/Berlin"));
      assertThat(german.articleOptions().locale()).isEqualTo(Locale.GERMANY);
      assertThat(german.templateOptions().zone()).isEqualTo(ZoneId.of("Europe/Berlin"));
      assertThat(german.templateOptions().locale()).isEqualTo(Locale.GERMANY);
    } finally {
      TimeZone.setDefault(zone);
      Locale.setDefault(locale);
    }
  }

  @Test
  void templatesMayHaveAZoneOfTheirOwn() throws IOException {
    Project project = project("site.timezone=Europe/Berlin\nfreemarker.timezone=Asia/Tokyo\n");
    assertThat(project.articleOptions().zone()).isEqualTo(ZoneId.of("Europe/Berlin"));
    assertThat(project.templateOptions().zone()).isEqualTo(ZoneId.of("Asia/Tokyo"));
  }

  @Test
  void warningsFailWhereTheSiteSaysSo() throws IOException {
    assertThat(project("build.fail_on=warning\n").failOnWarning()).isTrue();
    assertThat(project("build.fail_on=error\n").failOnWarning()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "site.title=${site.title}\n",
        "content.folder=${content.folder}x\n",
        "site.title=\\u12zz\n",
        "include=missing.properties\n",
        "=\n",
        "site.title=${nothing}\n",
        "\u0000\u0001=\u0002\n",
        "site.title=a\\",
        "content.folder=a\\u0000b\n",
        "site.title=${script:javascript:1 + 1}\n",
        "site.title=${url:UTF-8:http://192.0.2.1/}\n",
      })
  void noPropertiesFileBringsTheProgramDown(String properties) throws IOException {
    write(properties);
    ProjectReader.Result result = ProjectReader.read(folder, Optional.empty());
    assertThat(result.project().isPresent() || !result.problems().isEmpty()).isTrue();
    result.project().ifPresent(project -> project.configuration().asHashMap());
  }

  @Test
  void anUnreadablePropertiesFileIsAProblem() throws IOException {
    Files.createDirectory(folder.resolve("jbake.properties"));
    ProjectReader.Result result = ProjectReader.read(folder, Optional.empty());
    assertThat(result.project().isPresent() || !result.problems().isEmpty()).isTrue();
  }

  private Project project(String properties) throws IOException {
    write(properties);
    ProjectReader.Result result = ProjectReader.read(folder, Optional.empty());
    assertThat(result.problems()).isEmpty();
    return result.project().orElseThrow();
  }

  private void write(String properties) throws IOException {
    Files.writeString(folder.resolve("jbake.properties"), properties);
  }
}
