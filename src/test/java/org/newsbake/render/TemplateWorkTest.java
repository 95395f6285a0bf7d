package org.newsbake.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.newsbake.Problem;

/** Templates that never end, or make too much, are problems at their line. */
@Timeout(60)
class TemplateWorkTest {

  private static final TemplateWork.Limits SMALL =
      new TemplateWork.Limits(10_000, 200, 5_000, 50_000);

  @TempDir private Path templates;
  private Charset charset = StandardCharsets.UTF_8;

  @Test
  void aListWithoutAnEndIsStoppedAtItsLine() throws IOException {
    assertThat(problem("\n<#list 1..1000000000 as x>${x}</#list>"))
        .hasToString(
            """
            templates/page.ftl:2:27: error: the template has taken 10,000 steps for this page, the \
            most. [template-error]
              <#list 1..1000000000 as x>${x}</#list>
                                        ^
              Look for a list without an end here, or show fewer entries on a page.\
            """);
    assertThat(problem("<#list 1..1000000000 as x><#if x == 0>a</#if></#list>").found())
        .contains("10,000 steps");
    assertThat(problem("<#list 1..200 as x><#list 1..200 as y>${y}</#list></#list>").found())
        .contains("10,000 steps");
  }

  @Test
  void noAttemptGoesOnBehindALimit() throws IOException {
    String endless = "<#list 1..1000000000 as x>${x}</#list>";
    assertThat(problem("<#attempt>" + endless + "<#recover>saved</#attempt>").found())
        .contains("10,000 steps");
  }

  @Test
  void recursionIsStoppedAtItsDepth() throws IOException {
    assertThat(problem("<#macro a><@a/></#macro><@a/>").found())
        .isEqualTo("macros or includes call each other more than 200 deep.");
    assertThat(problem("<#function f x><#return f(x + 1)></#function>${f(1)}").found())
        .isEqualTo("macros or includes call each other more than 200 deep.");
    write("self.ftl", "<#include \"self.ftl\">");
    Problem self = problem("<#include \"self.ftl\">");
    assertThat(self.found()).contains("200 deep");
    assertThat(self.location()).hasToString("templates/self.ftl:1:1");
    write("a.ftl", "<#include \"b.ftl\">");
    write("b.ftl", "<#if true><#include \"a.ftl\"></#if>");
    assertThat(problem("<#include \"a.ftl\">").found()).contains("200 deep");
  }

  @Test
  void aTextThatGrowsInAVariableIsStopped() throws IOException {
    String grown = "has grown beyond 5,000 characters, the most.";
    String loop = "<#assign s = 'ab'><#list 1..100 as x>%s</#list>";
    for (String assignment :
        List.of(
            "<#assign s = s + s>",
            "<#assign s += s>",
            "<#global g = (g!s) + (g!s)>",
            "<#assign t = 1 s = s + s>",
            "<#assign s>${s}${s}</#assign>",
            "<#assign s = s?replace('a', 'aa')>",
            "<#assign s = s?left_pad(s?length * 2)>")) {
      assertThat(problem(loop.formatted(assignment)).found()).as(assignment).endsWith(grown);
    }
    assertThat(problem("<#macro m s><#local s = s + s><@m s/></#macro>\n<@m 'a'/>").found())
        .endsWith(grown);
  }

  @Test
  void aPageThatIsTooLongIsStopped() throws IOException {
    for (Charset each : List.of(StandardCharsets.UTF_8, StandardCharsets.ISO_8859_1)) {
      charset = each;
      String text = "x".repeat(300);
      Problem problem = problem("<#list 1..1000 as x>\n" + text + "\n</#list>");
      assertThat(problem.found()).isEqualTo("the page is longer than 50,000 bytes, the most.");
      assertThat(problem.location().line()).isPositive();
      assertThat(problem("${''?left_pad(200000)}").found()).contains("50,000 bytes");
      assertThat(problem("<#list 1..5000 as x>été</#list>" + text.repeat(150)).found())
          .contains("50,000 bytes");
    }
  }

  @Test
  void aTextBeyondAllMemoryIsAProblemOfItsPage() throws IOException {
    Problem problem = problem("a\n${''?left_pad(2147483647)}");
    assertThat(problem.found()).contains("the memory is too small");
    assertThat(problem.location()).hasToString("templates/page.ftl:2:1");
  }

  @Test
  void whatIsCountedForASharedIncludeCountsForNoPage() throws Exception {
    write("shared.ftl", "<#list 1..4000 as x>${x}</#list>");
    write("page.ftl", "<#include \"shared.ftl\"><#list 1..4000 as x>${x}</#list>");
    PageRenderer renderer = renderer();
    byte[] first = renderer.render("page.ftl", words());
    assertThat(renderer.render("page.ftl", words())).isEqualTo(first);
  }

  @Test
  void anOrdinaryPageIsFarBelowTheLimits() throws Exception {
    write("page.ftl", "<#list 1..20000 as x><#if x % 2 == 0>${x}<#else>odd</#if></#list>");
    assertThat(new PageRenderer(options()).render("page.ftl", words())).isNotEmpty();
  }

  private Problem problem(String template) throws IOException {
    write("page.ftl", template);
    PageRenderer renderer = renderer();
    PageRenderer.TemplateFailure failure =
        catchThrowableOfType(
            PageRenderer.TemplateFailure.class, () -> renderer.render("page.ftl", words()));
    assertThat(failure).as(template).isNotNull();
    return failure.problem("");
  }

  private static Vocabulary words() {
    Map<String, Object> words = Map.of();
    return new Vocabulary() {
      @Override
      public Object get(String name) {
        return words.get(name);
      }

      @Override
      public boolean isShared(String name) {
        return true;
      }
    };
  }

  private PageRenderer renderer() {
    return new PageRenderer(options(), SMALL);
  }

  private TemplateOptions options() {
    return new TemplateOptions(
        templates,
        "templates",
        charset,
        "UTF-8",
        Locale.ENGLISH,
        ZoneOffset.UTC,
        List.of(),
        Set.of());
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(templates.resolve(name), text);
  }
}
