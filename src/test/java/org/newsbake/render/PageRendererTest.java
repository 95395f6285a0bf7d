package org.newsbake.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.newsbake.Problem;
import org.newsbake.Severity;
import org.newsbake.SourceLocation;
import org.newsbake.render.PageRenderer.TemplateFailure;

class PageRendererTest {

  @TempDir private Path project;
  private Path templates;

  @BeforeEach
  void makeFolder() throws IOException {
    templates = Files.createDirectory(project.resolve("templates"));
    Files.writeString(project.resolve("secret.txt"), "SECRET");
  }

  @Test
  void aPageIsItsTemplateWithTheWordsOfItsVocabulary() throws Exception {
    assertThat(
            render(
                "<#list posts as post>${post.title} (${post.tags?join(\", \")}); </#list>${café}",
                Map.of(
                    "posts",
                    List.of(Map.of("title", "Ferry", "tags", new String[] {"sea", "night"})),
                    "café",
                    "☕")))
        .isEqualTo("Ferry (sea, night); ☕");
  }

  @Test
  void nothingIsEscapedAndNumbersAreGrouped() throws Exception {
    assertThat(
            render(
                "${html} ${year} ${flag?string}",
                Map.of("html", "<b>&", "year", 2026, "flag", true)))
        .isEqualTo("<b>& 2,026 true");
  }

  @Test
  void datesAreInTheZoneOfTheSite() throws Exception {
    Date noon = Date.from(Instant.parse("2026-11-23T12:00:00Z"));
    assertThat(render("${at?string(\"yyyy-MM-dd HH:mm Z\")}", Map.of("at", noon)))
        .isEqualTo("2026-11-23 12:00 +0000");
  }

  @Test
  void theBytesAreInTheEncodingOfTheSite() throws Exception {
    Files.write(templates.resolve("page.ftl"), "é ${x}".getBytes(StandardCharsets.ISO_8859_1));
    PageRenderer renderer =
        new PageRenderer(
            new TemplateOptions(
                templates,
                "templates",
                StandardCharsets.ISO_8859_1,
                "ISO-8859-1",
                Locale.ENGLISH,
                ZoneOffset.UTC,
                List.of(),
                Set.of()));
    assertThat(renderer.render("page.ftl", words(Map.of("x", "ü"))))
        .isEqualTo("é ü".getBytes(StandardCharsets.ISO_8859_1));
  }

  @Test
  void aTemplateThatFailsGivesAProblemWithItsPlaceAndNoBytes() throws IOException {
    assertThat(problem("Before\n\n<p>${content.title}</p>\n", Map.of("content", Map.of())))
        .isEqualTo(
            new Problem(
                Severity.ERROR,
                "template-error",
                new SourceLocation("templates/page.ftl", 3, 6),
                "The following has evaluated to null or missing: content.title.",
                "Correct the name, or write ${x!} or <#if x??> for what some pages do not have.",
                "<p>${content.title}</p>"));
  }

  @Test
  void aFailureInAnIncludedTemplateIsToldThere() throws IOException {
    write("parts/footer.ftl", "one\n  ${nothing}\n");
    assertThat(problem("<#include \"parts/footer.ftl\">", Map.of()).location())
        .isEqualTo(new SourceLocation("templates/parts/footer.ftl", 2, 5));
  }

  @Test
  void aSyntaxErrorIsToldBeforeAnyPageIsRendered() throws IOException {
    write("page.ftl", "<p>\n<#if x>\n</p>\n");
    Problem problem = renderer().objection("page.ftl", "template.page.file").orElseThrow();
    assertThat(problem.code()).isEqualTo("template-error");
    assertThat(problem.location().file()).isEqualTo("templates/page.ftl");
    assertThat(problem.location().line()).isBetween(2, 4);
    assertThat(problem.found()).doesNotContain("\n").contains("#if");
  }

  @Test
  void aSyntaxErrorInAnIncludedTemplateIsToldThereForEveryPage() throws Exception {
    write("page.ftl", "<#include \"part.ftl\">");
    write("part.ftl", "one\n</#if>\n");
    PageRenderer renderer = renderer();
    for (int i = 0; i < 3; i++) {
      TemplateFailure failure =
          catchThrowableOfType(
              TemplateFailure.class, () -> renderer.render("page.ftl", words(Map.of())));
      assertThat(failure.problem(""))
          .isEqualTo(
              new Problem(
                  Severity.ERROR,
                  "template-error",
                  new SourceLocation("templates/part.ftl", 2, 1),
                  "Encountered \"</#if>\", which cannot stand here.",
                  "Correct the template.",
                  "</#if>"));
    }
  }

  @Test
  void aMessageSaysWhatHappenedAndNotInWhichClassOrFolder() throws IOException {
    assertThat(problem("${map}", Map.of("map", Map.of())).found())
        .endsWith("but this has evaluated to an extended_hash: map.");
    assertThat(problem("<#include \"no.ftl\">", Map.of()).found())
        .isEqualTo(
            "Template inclusion failed (for parameter value \"no.ftl\"): Template not found for"
                + " name \"no.ftl\".");
    assertThat(problem("${day}", Map.of("day", new Date(0))).advice())
        .isEqualTo("Write ${x?date}, or ${x?string(\"d MMMM yyyy\")}.");
  }

  @Test
  void aTemplateThatIsThereHasNoObjection() throws IOException {
    write("page.ftl", "text");
    assertThat(renderer().objection("page.ftl", "template.page.file")).isEmpty();
  }

  @Test
  void aMissingTemplateIsToldWithItsKey() {
    assertThat(renderer().objection("story.ftl", "template.story.file"))
        .contains(
            Problem.error(
                "template-missing",
                SourceLocation.of("templates/story.ftl"),
                "there is no such template, and template.story.file needs it.",
                "Write it, name another one in template.story.file, or turn the page off."));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "../secret.txt", "/etc/passwd", "parts", "a/../../secret.txt"})
  void aNameThatIsNoTemplateIsToldAndNotRead(String name) throws IOException {
    Files.createDirectory(templates.resolve("parts"));
    Problem problem = renderer().objection(name, "template.page.file").orElseThrow();
    assertThat(problem.code()).isIn("template-missing", "template-unreadable");
    TemplateFailure failure =
        catchThrowableOfType(TemplateFailure.class, () -> renderer().render(name, words(Map.of())));
    assertThat(failure).isNotNull();
  }

  @Test
  void theTemplateOfAnotherEngineIsNamedWithTheSupportedOne() throws IOException {
    write("page.thyme", "<p th:text=\"x\"></p>");
    Problem expected =
        Problem.error(
            "template-engine",
            SourceLocation.of("templates/page.thyme"),
            "this is not a FreeMarker template, and template.page.file needs one.",
            "Newsbake renders FreeMarker only: rewrite it as page.ftl.");
    assertThat(renderer().objection("page.thyme", "template.page.file")).contains(expected);
    // JBake's default is post.ftl, and there is only the other one.
    write("post.gsp", "");
    assertThat(renderer().objection("post.ftl", "template.post.file").map(Problem::location))
        .contains(SourceLocation.of("templates/post.gsp"));
  }

  @Test
  void aFreeMarkerTemplateOfTheSameNameIsTakenForThatOfAnotherEngine() throws Exception {
    write("page.ftl", "mark");
    assertThat(renderer().objection("page.gsp", "template.page.file")).isEmpty();
    assertThat(string(renderer().render("page.gsp", words(Map.of())))).isEqualTo("mark");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "${\"freemarker.template.utility.Execute\"?new()(\"id\")}",
        "${\"freemarker.template.utility.ObjectConstructor\"?new()(\"java.io.File\", \"/\")}",
        "${\"freemarker.template.utility.JythonRuntime\"?new()}",
        "${\"java.lang.Object\"?new()}",
      })
  void noTemplateMakesJavaObjects(String template) throws IOException {
    assertThat(problem(template, Map.of()).code()).isEqualTo("template-error");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../secret.txt",
        "../../secret.txt",
        "/../secret.txt",
        "parts/../../secret.txt",
        "*/secret.txt",
        "/etc/passwd",
        "file:///etc/passwd",
        "ABSOLUTE",
      })
  void noTemplateReadsAFileOutsideItsFolder(String name) throws IOException {
    String file =
        name.equals("ABSOLUTE") ? project.resolve("secret.txt").toAbsolutePath().toString() : name;
    for (String directive :
        List.of(
            "<#include \"" + file + "\">",
            "<#include \"" + file + "\" parse=false>",
            "<#import \"" + file + "\" as x>",
            "<@.get_optional_template(\"" + file + "\").include/>")) {
      Problem problem = problem(directive, Map.of());
      assertThat(problem.code()).isEqualTo("template-error");
      assertThat(problem.toString()).doesNotContain("SECRET").doesNotContain("root:");
    }
  }

  @Test
  void anIncludeMayGoUpInsideTheFolder() throws Exception {
    write("macros/head.ftl", "<#include \"../parts/logo.ftl\">");
    write("parts/logo.ftl", "logo");
    assertThat(render("<#include \"macros/head.ftl\">", Map.of())).isEqualTo("logo");
  }

  @Test
  void aTemplateThatIsALinkOutOfTheFolderIsRefused() throws IOException {
    assumeTrue(links(), "symbolic links cannot be made here");
    Files.createSymbolicLink(templates.resolve("link.ftl"), project.resolve("secret.txt"));
    Problem objection = renderer().objection("link.ftl", "template.page.file").orElseThrow();
    assertThat(objection.isError()).isTrue();
    assertThat(objection.location()).isEqualTo(SourceLocation.of("templates/link.ftl"));
    Problem included = problem("text\n<#include \"link.ftl\">", Map.of());
    assertThat(included.found()).endsWith("the link link.ftl leads out of the template folder.");
    assertThat(included.location()).isEqualTo(new SourceLocation("templates/page.ftl", 2, 1));
  }

  @Test
  void theTemplateFolderMayItselfBeALink() throws Exception {
    assumeTrue(links(), "symbolic links cannot be made here");
    write("page.ftl", "text");
    Path link = Files.createSymbolicLink(project.resolve("theme"), templates);
    assertThat(
            string(new PageRenderer(options(link, Set.of())).render("page.ftl", words(Map.of()))))
        .isEqualTo("text");
  }

  @Test
  void aFileShowsItsNamesAndNothingThatTouchesADisk() throws Exception {
    File file = new File("/site/content");
    assertThat(render("${f} ${f.path} ${f.name} ${f.parent}", Map.of("f", file)))
        .isEqualTo("/site/content /site/content content /site");
    for (String expression :
        List.of(
            "f.delete()",
            "f.exists()",
            "f.exists",
            "f.list()",
            "f.listFiles()[0]",
            "f.toPath()",
            "f.parentFile",
            "f.getParentFile()",
            "f.absoluteFile",
            "f.class",
            "f.getClass()")) {
      assertThat(problem("${" + expression + "}", Map.of("f", file)).code())
          .as(expression)
          .isEqualTo("template-error");
    }
  }

  /** What a template may call. Public, because FreeMarker calls methods of public classes only. */
  public static final class Archive {
    public String title(int year) {
      return "The year " + year;
    }

    public List<Map<String, Object>> posts() {
      return List.of(Map.of("title", "Ferry"));
    }

    public File folder() {
      return new File("/site/content");
    }

    public ClassLoader loader() {
      return Archive.class.getClassLoader();
    }

    public Thread thread() {
      return Thread.currentThread();
    }

    public String overflow() {
      return overflow() + "!";
    }
  }

  @Test
  void aServiceShowsItsMethods() throws Exception {
    Map<String, Object> words = Map.of("db", new Vocabulary.Service(new Archive()));
    assertThat(render("${db.title(1987)}, ${db.posts()[0].title}, ${db.posts()?size}", words))
        .isEqualTo("The year 1987, Ferry, 1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "db.class",
        "db.class.name",
        "db.getClass()",
        "db.getClass().getClassLoader()",
        "db.notify()",
        "db.wait(1)",
        "db.loader().getResource(\"x\")",
        "db.loader().parent",
        "db.thread().stop()",
        "db.thread().contextClassLoader",
        "db.posts().class",
        "db.posts().getClass()",
        "db.folder().delete()",
        "db.folder().list()[0]",
        "db?api.class",
        "db.posts()[0]?api.class",
      })
  void aServiceIsNoWayToClassesAndFiles(String expression) throws IOException {
    Map<String, Object> words = Map.of("db", new Vocabulary.Service(new Archive()));
    assertThat(problem("${" + expression + "}", words).code()).isEqualTo("template-error");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "map.class",
        "list.class",
        "text.class",
        "date.class",
        "map?api",
        "list?api.get(0)"
      })
  void plainValuesAreNoWayToClassesEither(String expression) throws IOException {
    Map<String, Object> words =
        Map.of("map", Map.of(), "list", List.of(1), "text", "x", "date", new Date(0));
    assertThat(problem("${" + expression + "}", words).code()).isEqualTo("template-error");
  }

  @Test
  void aValueThatIsNeitherPlainNorAServiceShowsNoClassLoader() throws IOException {
    Map<String, Object> words = Map.of("x", new Archive());
    for (String expression : List.of("x.class.classLoader", "x.getClass().forName(\"y\")")) {
      assertThat(problem("${" + expression + "}", words).code()).isEqualTo("template-error");
    }
  }

  @Test
  void recursionWithoutEndIsAProblem() throws IOException {
    assertThat(problem("<#macro a><@a/></#macro><@a/>", Map.of()).found())
        .isEqualTo("macros or includes call each other more than 1,000 deep.");
    write("self.ftl", "<#include \"self.ftl\">");
    assertThat(problem("<#include \"self.ftl\">", Map.of()).code()).isEqualTo("template-error");
    assertThat(problem("<#function f><#return f()></#function>${f()}", Map.of()).code())
        .isEqualTo("template-error");
    assertThat(
            problem("${db.overflow()}", Map.of("db", new Vocabulary.Service(new Archive()))).code())
        .isEqualTo("template-error");
  }

  @Test
  void aPageAfterAFailureIsRenderedAsEver() throws Exception {
    write("page.ftl", "${title}");
    PageRenderer renderer = renderer();
    for (int i = 0; i < 3; i++) {
      assertThat(
              catchThrowableOfType(
                  TemplateFailure.class, () -> renderer.render("page.ftl", words(Map.of()))))
          .isNotNull();
      assertThat(string(renderer.render("page.ftl", words(Map.of("title", "Ferry")))))
          .isEqualTo("Ferry");
    }
  }

  @Test
  void aFailureWithinAttemptIsTheTemplatesOwn() throws Exception {
    assertThat(render("a<#attempt>b${nothing}c<#recover>d</#attempt>e", Map.of())).isEqualTo("ade");
  }

  @Test
  void theProblemOfManyPagesIsOne() throws IOException {
    Problem first = problem("${content.title}", Map.of("content", Map.of("uri", "a")));
    Problem second = problem("${content.title}", Map.of("content", Map.of("uri", "b")));
    assertThat(first).isEqualTo(second);
  }

  @Test
  void aTemplateInTheBodyIsInterpretedAndItsFailureIsTold() throws Exception {
    assertThat(render("<@body?interpret/>", Map.of("body", "Hello ${1 + 1}"))).isEqualTo("Hello 2");
    Problem problem = problem("<@body?interpret/>", Map.of("body", "${nothing}"));
    assertThat(problem.location().file()).startsWith("templates/page.ftl");
  }

  @Test
  void mapsShowTheirKeysAndNotTheirMethods() throws Exception {
    Map<String, Object> words = Map.of("map", Map.of("size", "7", "b", 1));
    assertThat(render("${map.size} ${map?size} ${map.isEmpty!'-'} ${map.values!'-'}", words))
        .isEqualTo("7 2 - -");
    Map<String, Object> oneLetter = Map.of("map", Map.of('x', "y"));
    assertThat(render("${map.x}", oneLetter)).isEqualTo("y");
  }

  @Test
  void aSettingOfOnePageDoesNotReachTheNext() throws Exception {
    write("page.ftl", "<#if german><#setting locale=\"de\"></#if>${1234.5}");
    PageRenderer renderer = renderer();
    assertThat(string(renderer.render("page.ftl", words(Map.of("german", true)))))
        .isEqualTo("1.234,5");
    assertThat(string(renderer.render("page.ftl", words(Map.of("german", false)))))
        .isEqualTo("1,234.5");
  }

  @Test
  void manyThreadsRenderAtOnce() throws Exception {
    write("page.ftl", "<#assign n=x/><#include \"part.ftl\">${n}");
    write("part.ftl", "<#list shared as s>${s}</#list>${content.rootpath}");
    PageRenderer renderer = renderer();
    List<Integer> pages = new ArrayList<>();
    for (int i = 0; i < 2000; i++) {
      pages.add(i);
    }
    List<String> wrong = Collections.synchronizedList(new ArrayList<>());
    pages.parallelStream()
        .forEach(
            i -> {
              String root = "../".repeat(i % 3);
              Map<String, Object> words =
                  Map.of(
                      "shared",
                      List.of("a", "b"),
                      "x",
                      "p" + i,
                      "content",
                      Map.of("rootpath", root));
              try {
                String html = string(renderer.render("page.ftl", words(words, "shared")));
                if (!html.equals("ab" + root + "p" + i)) {
                  wrong.add(html);
                }
              } catch (TemplateFailure e) {
                wrong.add(e.getMessage());
              }
            });
    assertThat(wrong).isEmpty();
  }

  private String render(String template, Map<String, Object> words) throws Exception {
    write("page.ftl", template);
    return string(renderer().render("page.ftl", words(words)));
  }

  private Problem problem(String template, Map<String, Object> words) throws IOException {
    write("page.ftl", template);
    PageRenderer renderer = renderer();
    TemplateFailure failure =
        catchThrowableOfType(
            TemplateFailure.class, () -> renderer.render("page.ftl", words(words)));
    assertThat(failure).as("a template that fails: %s", template).isNotNull();
    return failure.problem("");
  }

  private PageRenderer renderer() {
    return new PageRenderer(options(templates, Set.of(Archive.class)));
  }

  private static TemplateOptions options(Path folder, Set<Class<?>> services) {
    return new TemplateOptions(
        folder,
        "templates",
        StandardCharsets.UTF_8,
        "UTF-8",
        Locale.ENGLISH,
        ZoneOffset.UTC,
        List.of("groovy", "gsp", "gxml", "tpl", "thyme", "html", "pebble", "peb", "jade"),
        services);
  }

  private void write(String name, String template) throws IOException {
    Path file = templates.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, template);
  }

  private boolean links() {
    try {
      Files.delete(Files.createSymbolicLink(project.resolve("probe"), templates));
      return true;
    } catch (IOException | UnsupportedOperationException e) {
      return false;
    }
  }

  private static String string(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  static Vocabulary words(Map<String, Object> words, String... shared) {
    Map<String, Object> copy = new HashMap<>(words);
    Set<String> names = new TreeSet<>(List.of(shared));
    return new Vocabulary() {
      @Override
      public Object get(String name) {
        return copy.get(name);
      }

      @Override
      public boolean isShared(String name) {
        return names.contains(name);
      }
    };
  }
}
