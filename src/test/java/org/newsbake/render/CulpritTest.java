package org.newsbake.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.newsbake.render.PageRenderer.TemplateFailure;

/** Three posts are on the page; the second lacks a title, and has other values than the others. */
class CulpritTest {

  @TempDir private Path templates;

  private final List<Post> posts =
      List.of(
          new Post("first", "title", "One", "tags", List.of("sea"), "number", 1, "lead", true),
          new Post("second", "tags", Arrays.asList("sky", null), "number", "two", "lead", false),
          new Post("third", "title", "Three", "tags", List.of("sea"), "number", 3, "lead", false));

  /** A document of JBake's kind: a map that knows what it is about. */
  private static final class Post extends HashMap<String, Object> implements Vocabulary.Traced {
    private static final long serialVersionUID = 1;

    private final String name;

    Post(String name, Object... values) {
      this.name = name;
      put("uri", name + ".html");
      for (int i = 0; i < values.length; i += 2) {
        put((String) values[i], values[i + 1]);
      }
      Map<String, Object> picture = new HashMap<>();
      picture.put("uri", name + ".jpg");
      picture.put("alt", get("title"));
      put("picture", picture);
    }

    @Override
    public Object subject() {
      return name;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public boolean equals(Object other) {
      return this == other;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(this);
    }
  }

  /** A service that gives documents, as JBake's {@code db} does. */
  public static final class Store {
    private final LinkedList<Object> documents;

    Store(List<Post> posts) {
      documents = new LinkedList<>(posts);
    }

    public LinkedList<Object> all() {
      return documents;
    }
  }

  @BeforeEach
  void writeParts() throws IOException {
    write("line.ftl", "<li>${post.title}</li>");
    write("footer.ftl", "<#list posts as post><a href=\"${post.uri}\">${post.title}</a></#list>");
    write("macros.ftl", "<#macro card headline address=\"\"><b>${headline}</b></#macro>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<#list posts as post>${post.title}</#list>",
        "<#list posts as post>${post[\"title\"]}</#list>",
        "<#list posts as post>${(post.title)?upper_case}</#list>",
        "<#list posts as post>${post.subtitle!}${post.title} ${post.uri}</#list>",
        "<#list posts as post><#assign headline = post.title>${headline}</#list>",
        "<#list posts as post><#include \"line.ftl\"></#list>",
        "<#include \"footer.ftl\">",
        "<#list posts as p>${p.uri}</#list><#include \"footer.ftl\">",
        "<#list posts?sort_by(\"title\") as post>${post.uri}</#list>",
        "<#list posts?reverse as post>${post.title}</#list>",
        "<#list posts?filter(post -> post.title?length gt 3) as post>${post.uri}</#list>",
        "<#list posts as post>${post.number + 1}${post.number?string(\"0\")?number}</#list>",
        "<#list posts as post><#list post.tags as tag>${tag}</#list></#list>",
        "<#list posts as post>${post.tags[1]!}${post.picture.alt}</#list>",
        "<#list posts as post><#assign picture = post.picture>${picture.alt}</#list>",
        "<#list db.all() as post>${post.title}</#list>",
        "<#list posts as post><#if !post.title??><#stop \"no title\"></#if></#list>",
        "<#macro card post>${post.title}</#macro><#list posts as it><@card post=it/></#list>",
        "<#macro card post>${post.title}</#macro><#list posts as it><@card it/></#list>",
        "<#import \"macros.ftl\" as m>"
            + "<#list posts as post><@m.card headline=post.title address=post.uri/></#list>",
        "<#import \"macros.ftl\" as m>"
            + "<#list posts as post><@m.card post.title post.uri/></#list>",
        "<#function head post><#return post.title></#function>"
            + "<#list posts as post>${head(post)}</#list>",
        "<#function head title uri><#return title + uri></#function>"
            + "<#list posts as post>${head(post.title, post.uri)}</#list>",
        "<#list posts as post><#attempt>${post.title}<#recover>-</#attempt></#list>"
            + "<#list posts as post>${post.title}</#list>${posts?first.uri}",
        "${content.number?upper_case}${content.related.title}",
        "${content.story.title}",
        "<#include content.uri>",
      })
  void isTheStoryWhoseDataMakeTheTemplateFail(String template) throws IOException {
    assertThat(culprit(template)).isEqualTo("second");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<#list posts as post>${post.uri}</#list>",
        "<#list posts as post>${post.uri}${nosuch}</#list>",
        "<#list posts as post>${post.subtitle!}${nosuch}</#list>",
        "<#list posts as post>${post.uri}${config.title}</#list>",
        "<#list posts as post>${post.uri}<#include \"nosuch.ftl\"></#list>",
        "<#list posts as post>${post.uri}<#include \"broken.ftl\"></#list>",
        "<#list posts as post>${post.uri",
      })
  void isNobodyWhereTheTemplateIsToBlame(String template) throws IOException {
    write("broken.ftl", "${");
    assertThat(culprit(template)).isEqualTo("nobody");
  }

  @Test
  void isTheStoryWhoseValueCannotBeMade() throws IOException {
    Post third = new Post("third");
    third.put(
        "related",
        new AbstractList<Object>() {
          @Override
          public Object get(int index) {
            throw new IllegalStateException();
          }

          @Override
          public int size() {
            throw new IllegalStateException();
          }
        });
    write("page.ftl", "${first.uri}${third.uri}${third.related?size}");
    assertThat(
            renderer()
                .culprit(
                    "page.ftl",
                    PageRendererTest.words(Map.of("first", posts.get(0), "third", third))))
        .contains("third");
  }

  @Test
  void tracingChangesNothingOfWhatATemplateSees() throws Exception {
    write(
        "page.ftl",
        """
        <#list content?keys?sort as key>${key} </#list>
        <#list content as key, value><#if key == "picture">${value.uri}</#if></#list>
        ${content?size} ${content.tags?join(",", "", "")} ${posts?map(p -> p.number)?join(" ")}
        ${posts?seq_index_of("x")} ${(posts + posts)?size}
        """);
    // The page renders: so it does while it is traced.
    assertThat(renderer().render("page.ftl", words())).isNotEmpty();
    assertThat(renderer().culprit("page.ftl", words())).isEmpty();
  }

  private Object culprit(String template) throws IOException {
    write("page.ftl", template);
    PageRenderer renderer = renderer();
    if (!template.equals("<#list posts as post>${post.uri}</#list>")) {
      assertThatThrownBy(() -> renderer.render("page.ftl", words()))
          .isInstanceOf(TemplateFailure.class);
    }
    return renderer.culprit("page.ftl", words()).orElse("nobody");
  }

  private Vocabulary words() {
    Post content = new Post("second", "uri", "nosuch/second.ftl", "number", "2");
    content.put("related", posts.get(1));
    content.put("story", posts.get(1));
    content.put("tags", List.of("sky"));
    return PageRendererTest.words(
        Map.of(
            "posts",
            posts,
            "content",
            content,
            "config",
            Map.of("site", "Courier"),
            "db",
            new Vocabulary.Service(new Store(posts))),
        "posts",
        "config",
        "db");
  }

  private PageRenderer renderer() {
    return new PageRenderer(
        new TemplateOptions(
            templates,
            "templates",
            java.nio.charset.StandardCharsets.UTF_8,
            "UTF-8",
            Locale.ENGLISH,
            ZoneOffset.UTC,
            List.of(),
            Set.of(Store.class)));
  }

  private void write(String name, String template) throws IOException {
    Files.writeString(templates.resolve(name), template);
  }
}
