package org.newsbake.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * An include says on every page what it would say if that page were the only one: what is kept of
 * it for the next page must never show.
 */
class IncludeTest {

  private static final List<String> SHARED = List.of("posts", "alltags", "config", "version");

  @TempDir private Path templates;

  /** The pages of a site, in the order in which they are rendered. */
  private final List<Map<String, Object>> pages =
      List.of(
          page("a", "", "post"),
          page("b", "../", "page"),
          page("c", "", "page"),
          page("d", "../", "post"),
          page("e", "../../", "post"));

  @BeforeEach
  void writeParts() throws IOException {
    write("list.ftl", "<#list posts as post>${post.title}<#sep>,</#list>");
    write("title.ftl", "${content.title!\"-\"}");
    write("number.ftl", "${config.pages}");
    write("macros.ftl", "<#macro shout><b><#nested></b></#macro>");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "<#list posts as post>${post.title}<#sep>,</#list>",
        "${content.rootpath}index.html",
        "<#if content.rootpath == \"\">home<#else>${content.title}</#if>",
        "<#if content.rootpath?has_content>${content.title}</#if>",
        "${content.title}",
        "<#if content.type == \"post\">${content.title}</#if>",
        "${content.rootpath}${content.type}",
        "<#list content?keys?sort as key>${key}</#list>",
        "<#assign seen = (seen!0) + 1>${seen}",
        "${seen!\"none\"}",
        "${section!\"News\"}",
        "${tag!\"no tag\"}",
        "<#if tag??>${tag}<#else>${posts?size}</#if>",
        "<#include \"list.ftl\">",
        "<#include \"title.ftl\">",
        "<#include content.type + \".ftl\" ignore_missing=true>${posts?size}",
        "<#import \"macros.ftl\" as m><@m.shout>${content.title}</@m.shout>",
        "<#setting locale=\"de\">${config.pages}",
        "${config.pages?string.percent}",
        "${.data_model.content.title}",
        "${.vars[\"content\"].title}",
        "${\"content.title\"?eval}",
        "<@\"${r'${content.title}'}\"?interpret/>",
        "<#escape x as x?html>${config.name} ${content.title}</#escape>",
        "<#local x = 1>",
        "<#noparse>${x}</#noparse> <#compress> a  b </#compress>",
        "<#attempt>${content.title}<#recover>-</#attempt>",
        "<#switch content.rootpath><#case \"\">root<#break><#default>${content.title}</#switch>",
      })
  void anIncludeSaysWhatItWouldSayAlone(String include) throws Exception {
    write("part.ftl", include);
    write("page.ftl", "[<#include \"part.ftl\">][<#include \"part.ftl\">]");
    everyPageIsAsIfAlone();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "<#assign posts=[{\"title\": content.title}]><#include \"list.ftl\">",
        "<#global posts=[{\"title\": content.title}]><#include \"list.ftl\">",
        "<#list [1,2] as posts></#list><#include \"list.ftl\">",
        "<#list [[{\"title\": content.title}]] as posts><#include \"list.ftl\"></#list>",
        "<#macro m posts><#include \"list.ftl\"></#macro><@m [{\"title\": content.title}]/>",
        "<#macro m><#local posts=[{\"title\": content.title}]><#include \"list.ftl\"></#macro><@m/>",
        "<#assign content={\"title\": \"own\", \"rootpath\": content.title}><#include \"title.ftl\">",
        "<#if content.type == \"post\"><#setting locale=\"de\"></#if><#include \"number.ftl\">",
        "<#if content.type == \"post\"><#setting number_format=\"0.00\"></#if><#include \"number.ftl\">",
        "<#escape x as x?upper_case><#include \"list.ftl\"></#escape>",
        "<#assign text><#include \"list.ftl\"></#assign>${text?upper_case}",
        "<#compress> <#include \"list.ftl\"> </#compress>",
        "<#include \"list.ftl\" parse=false>",
        "<#list 1..2 as i><#include \"list.ftl\">${i}</#list>",
        "<#include \"/list.ftl\"><#include \"*/list.ftl\">",
      })
  void aPageMayMeanSomethingElseByTheNamesOfAnInclude(String page) throws Exception {
    write("page.ftl", page);
    // Another template has made the includes known before.
    write("first.ftl", "<#include \"list.ftl\"><#include \"title.ftl\"><#include \"number.ftl\">");
    PageRenderer warm = renderer();
    for (Map<String, Object> words : pages) {
      warm.render("first.ftl", vocabulary(words));
    }
    for (Map<String, Object> words : pages) {
      assertThat(warm.render("page.ftl", vocabulary(words)))
          .asString(StandardCharsets.UTF_8)
          .isEqualTo(alone(words));
    }
  }

  @Test
  void aNameThatIsSharedOnSomePagesOnlyIsReadOnEach() throws Exception {
    write("page.ftl", "<#include \"list.ftl\">");
    PageRenderer renderer = renderer();
    Map<String, Object> paged = new HashMap<>(pages.get(0));
    paged.put("posts", List.of(Map.of("title", "second page")));
    assertThat(renderer.render("page.ftl", vocabulary(pages.get(0))))
        .asString()
        .isEqualTo("Ferry,Quota");
    assertThat(renderer.render("page.ftl", PageRendererTest.words(paged)))
        .asString()
        .isEqualTo("second page");
    assertThat(renderer.render("page.ftl", vocabulary(pages.get(1))))
        .asString()
        .isEqualTo("Ferry,Quota");
  }

  /** Renders every page with one renderer, and compares it with a renderer of its own. */
  private void everyPageIsAsIfAlone() throws Exception {
    PageRenderer renderer = renderer();
    for (int round = 0; round < 2; round++) {
      for (Map<String, Object> words : pages) {
        assertThat(result(renderer, words)).isEqualTo(alone(words));
      }
    }
  }

  private String alone(Map<String, Object> words) {
    return result(renderer(), words);
  }

  private static String result(PageRenderer renderer, Map<String, Object> words) {
    try {
      return new String(renderer.render("page.ftl", vocabulary(words)), StandardCharsets.UTF_8);
    } catch (PageRenderer.TemplateFailure e) {
      return e.problem("").toString();
    }
  }

  private static Vocabulary vocabulary(Map<String, Object> words) {
    return PageRendererTest.words(words, SHARED.toArray(String[]::new));
  }

  private static Map<String, Object> page(String title, String rootPath, String type) {
    Map<String, Object> words = new HashMap<>();
    words.put("content", Map.of("title", title, "rootpath", rootPath, "type", type));
    words.put("posts", List.of(Map.of("title", "Ferry"), Map.of("title", "Quota")));
    words.put("config", Map.of("pages", 1234.5, "name", "Fish & Chips"));
    if (type.equals("page")) {
      words.put("tag", title + "-tag");
    }
    return words;
  }

  private PageRenderer renderer() {
    return new PageRenderer(
        new TemplateOptions(
            templates,
            "templates",
            StandardCharsets.UTF_8,
            "UTF-8",
            Locale.ENGLISH,
            ZoneOffset.UTC,
            List.of(),
            Set.of()));
  }

  private void write(String name, String template) throws IOException {
    Files.writeString(templates.resolve(name), template);
  }
}
