package org.newsbake.jbake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.newsbake.article.Samples.article;
import static org.newsbake.article.Samples.november;
import static org.newsbake.article.Samples.post;

import freemarker.core.Environment;
import freemarker.ext.util.WrapperTemplateModel;
import freemarker.template.AdapterTemplateModel;
import freemarker.template.SimpleNumber;
import freemarker.template.SimpleScalar;
import freemarker.template.TemplateBooleanModel;
import freemarker.template.TemplateCollectionModel;
import freemarker.template.TemplateHashModel;
import freemarker.template.TemplateHashModelEx;
import freemarker.template.TemplateMethodModelEx;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateModelIterator;
import freemarker.template.TemplateSequenceModel;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.ListIterator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jbake.app.ContentStore;
import org.jbake.model.DocumentModel;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.newsbake.article.DataFile;
import org.newsbake.article.DataReader;
import org.newsbake.article.SourceFile;
import org.newsbake.edition.Addresses;
import org.newsbake.edition.Edition;
import org.newsbake.edition.Page;
import org.newsbake.edition.Sites;
import org.newsbake.edition.Stories;
import org.newsbake.render.PageRenderer;
import org.newsbake.render.Vocabulary;

class ReadOnlyTemplatesTest {

  private static final int DEPTH = 4;

  private static final List<String> ROOTS =
      List.of(
          "data",
          "db",
          "content",
          "posts",
          "published_posts",
          "published_content",
          "all_content",
          "tags",
          "alltags",
          "tag_posts",
          "tagged_documents",
          "config",
          "newsroom",
          "listing",
          "published_date");

  /** Classes of values that templates see, whose methods a template may try. */
  /** Classes with methods that values without methods of their own must not show. */
  private static final Class<?>[] KINDS = {
    DocumentModel.class,
    LinkedList.class,
    TreeMap.class,
    ListIterator.class,
    java.sql.Timestamp.class
  };

  private static final Set<String> METHODS = methods(KINDS);

  private static final String DATA =
      """
      title: Tides
      date: 2026-11-02
      tags: [sea, sky]
      high: {harbour: [1, 2, 3], when: 2026-11-03T10:00:00Z}
      ports:
        - {name: Eastwick, pilots: [Ann Ferrow, Ben Locke]}
        - [a, [b, {c: d}]]
      picture: !!binary "aGFyYm91cg=="
      crews: !!set {red, blue}
      key: value
      """;

  @TempDir private Path folder;
  private Project project;
  private TemplateVocabulary vocabulary;
  private Stories stories;

  @BeforeEach
  void makeSite() throws IOException {
    Files.createDirectories(folder.resolve("content"));
    Files.createDirectories(folder.resolve("templates"));
    Files.createDirectories(folder.resolve("data"));
    List<DataFile> data =
        List.of(data("tides.yaml", DATA), data("list.yaml", "- {a: [1, 2]}\n- b\n"));
    project = ProjectReader.read(folder, Optional.empty()).project().orElseThrow();
    Edition edition =
        Edition.at(
            List.of(
                post("a.md", 1, "sea"),
                post("b.md", 2, "sea", "sky"),
                article("page", "published", "f.md", 5, "sky")),
            data,
            new Addresses(project.siteOptions().addresses()),
            november(20),
            false);
    stories = Sites.stories(project.siteOptions(), edition);
    vocabulary = project.vocabulary(stories, entry -> List.of(), story -> "");
  }

  private DataFile data(String name, String text) throws IOException {
    Path file = Files.writeString(folder.resolve("data").resolve(name), text);
    return new DataReader(java.time.ZoneOffset.UTC)
        .read(new SourceFile(file, name, "data/" + name))
        .file()
        .orElseThrow();
  }

  @Test
  void noMethodOfAnyValueChangesWhatOtherPagesSee() throws Exception {
    String before = everything();
    Attempts attempts = new Attempts();
    Vocabulary page = vocabulary.of(page("tags/sea.html"));
    String own = text(page.get("content"));
    Files.writeString(folder.resolve("templates/x.ftl"), "${attempt()}");
    renderer().render("x.ftl", with(page, "attempt", attempts));
    assertThat(attempts.calls).isGreaterThan(1000);
    assertThat(attempts.refusals)
        .contains("put", "clear", "remove", "add", "setTitle", "setTime", "setValue", "toArray");
    assertThat(everything()).isEqualTo(before);
    assertThat(text(page.get("content"))).isEqualTo(own);
  }

  /** Calls every method of every value with every kind of argument. */
  private static final class Attempts implements TemplateMethodModelEx {
    private final Set<Object> seen = new LinkedHashSet<>();
    private final Set<String> refusals = new TreeSet<>();
    private List<List<TemplateModel>> arguments;
    private int calls;

    @Override
    @SuppressWarnings("rawtypes")
    public Object exec(List given) throws TemplateModelException {
      TemplateHashModel root = Environment.getCurrentEnvironment().getDataModel();
      TemplateModel data = call(method(root.get("data"), "get"), List.of(text("tides.yaml")));
      TemplateModel array =
          at(call(method(root.get("db"), "getDocumentByUri"), List.of(text("b.html"))), "tags");
      List<TemplateModel> kinds =
          Stream.of(
                  text("key"),
                  text("high"),
                  new SimpleNumber(0),
                  TemplateBooleanModel.TRUE,
                  data,
                  array,
                  at(data, "ports"),
                  at(data, "picture"),
                  at(data, "date"))
              .filter(model -> model != null)
              .toList();
      arguments = new ArrayList<>(List.of(List.of()));
      for (TemplateModel first : kinds) {
        arguments.add(List.of(first));
        for (TemplateModel second : List.of(text("x"))) {
          arguments.add(List.of(first, second));
        }
      }
      arguments.add(
          List.of(new SimpleNumber(0), new SimpleNumber(1), at(data, "picture"), number(0)));
      for (String name : ROOTS) {
        walk(root.get(name), DEPTH);
      }
      walk(data, DEPTH);
      walk(call(method(root.get("data"), "get"), List.of(text("list.yaml"))), DEPTH);
      return "done";
    }

    private static SimpleNumber number(int number) {
      return new SimpleNumber(number);
    }

    private static SimpleScalar text(String text) {
      return new SimpleScalar(text);
    }

    private static TemplateModel at(TemplateModel hash, String key) throws TemplateModelException {
      TemplateModel value = hash;
      if (value instanceof TemplateSequenceModel list
          && !(value instanceof TemplateMethodModelEx)) {
        value = list.get(0);
      }
      return ((TemplateHashModel) value).get(key);
    }

    private static TemplateMethodModelEx method(TemplateModel hash, String name)
        throws TemplateModelException {
      return (TemplateMethodModelEx) ((TemplateHashModel) hash).get(name);
    }

    private static TemplateModel call(TemplateMethodModelEx method, List<TemplateModel> arguments)
        throws TemplateModelException {
      Object result = method.exec(arguments);
      return result instanceof TemplateModel model ? model : null;
    }

    private void walk(TemplateModel value, int depth) throws TemplateModelException {
      if (value == null || depth == 0 || !isNew(value)) {
        return;
      }
      List<TemplateModel> inside = new ArrayList<>();
      if (value instanceof TemplateHashModel hash) {
        for (String name : hash instanceof WrapperTemplateModel ? methods(kind(hash)) : METHODS) {
          tryMethod(hash, name, inside);
        }
      }
      if (value instanceof TemplateHashModelEx hash
          && !(value instanceof TemplateSequenceModel && hash instanceof TemplateMethodModelEx)) {
        for (TemplateModelIterator keys = hash.keys().iterator(); keys.hasNext(); ) {
          add(hash, keys.next().toString(), inside);
        }
      }
      if (value instanceof TemplateCollectionModel list) {
        for (TemplateModelIterator all = list.iterator(); all.hasNext(); ) {
          inside.add(all.next());
        }
      } else if (value instanceof TemplateSequenceModel list
          && !(value instanceof TemplateMethodModelEx)) {
        for (int i = 0; i < list.size(); i++) {
          inside.add(list.get(i));
        }
      }
      for (TemplateModel it : inside) {
        walk(it, depth - 1);
      }
    }

    private static void add(TemplateHashModel hash, String key, List<TemplateModel> inside) {
      try {
        TemplateModel value = hash.get(key);
        if (!(value instanceof TemplateMethodModelEx) || value instanceof TemplateHashModel) {
          inside.add(value);
        }
      } catch (TemplateModelException e) {
        // A getter that fails gives no value.
        assertThat(e).isNotNull();
      }
    }

    private boolean isNew(TemplateModel value) throws TemplateModelException {
      Object plain =
          value instanceof AdapterTemplateModel model
              ? model.getAdaptedObject(Object.class)
              : value;
      return !(plain instanceof String)
          && seen.add(List.of(kind(value), System.identityHashCode(plain)));
    }

    private static Class<?> kind(TemplateModel value) {
      return value instanceof WrapperTemplateModel wrapper
          ? wrapper.getWrappedObject().getClass()
          : value.getClass();
    }

    private void tryMethod(TemplateHashModel hash, String name, List<TemplateModel> inside)
        throws TemplateModelException {
      if (!(hash.get(name) instanceof TemplateMethodModelEx method)
          || method instanceof TemplateHashModel) {
        return;
      }
      for (List<TemplateModel> given : arguments) {
        try {
          calls++;
          TemplateModel result = call(method, given);
          // What a method makes is tried once for each method of each class.
          if (result != null && seen.add(List.of(kind(hash), name, kind(result)))) {
            inside.add(result);
          }
        } catch (TemplateModelException e) {
          assertThat(e.getMessage()).isNotBlank();
          if (e.getMessage().contains("<#assign")) {
            refusals.add(name);
          }
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "data.get('tides.yaml').put('x', 1)",
        "data.get('tides.yaml').clear()",
        "data.get('tides.yaml').high.remove('when')",
        "data.get('tides.yaml').high.harbour.add(4)",
        "data.get('tides.yaml').high.when.setTime(0)",
        "data.get('tides.yaml').ports[0].pilots.set(0, 'x')",
        "data.get('tides.yaml').ports.iterator().remove()",
        "data.get('tides.yaml').ports.listIterator().add('x')",
        "data.get('tides.yaml').ports.subList(0, 1).clear()",
        "data.get('tides.yaml').keySet().clear()",
        "data.get('tides.yaml').values().remove('value')",
        "data.get('tides.yaml').entrySet().iterator().next().setValue('x')",
        "data.get('tides.yaml').keySet().toArray(db.getPublishedPosts()[0].tags)",
        "data.get('list.yaml').data[0].a.clear()",
        "db.getPublishedPosts()[0].setTitle('x')",
        "db.getPublishedPosts()[0].put('title', 'x')",
        "db.getPublishedPosts()[0].getDate().setTime(0)",
        "db.getPublishedPosts().clear()",
        "db.getPublishedPosts().getFirst().clear()",
        "db.getDocumentStatus('b.html')[0].clear()",
        "db.getAllTags().add('x')",
      })
  void aChangeFailsAndTheMessageSaysWhatToWrite(String change) throws IOException {
    Files.writeString(folder.resolve("templates/x.ftl"), "<#assign x = " + change + "!>");
    assertThat(
            catchThrowableOfType(
                    PageRenderer.TemplateFailure.class,
                    () -> renderer().render("x.ftl", vocabulary.of(page("b.html"))))
                .problem("b.html")
                .toString())
        .contains("a template cannot call ", "changes what all pages share", "<#assign x = ");
  }

  @Test
  void aTemplateMakesValuesOfItsOwn() throws Exception {
    Files.writeString(
        folder.resolve("templates/x.ftl"),
        """
        <#assign t = data.get('tides.yaml')><#assign x = t + {"title": "Ebb"}>${x.title} ${t.title}
        <#assign x = t.high.harbour + [4]>${x?join(" ")}, ${t.high.harbour?join(" ")}
        <#assign d = t.high.when><#assign x = (d?long + 86400000)?number_to_datetime>\
        ${x?string("dd")} ${d?string("dd")}
        <#list t.high.entrySet() as e>${e.key}=${e.getValue()?is_sequence?c} </#list>
        <#list t.ports.iterator() as p>${p?is_hash?c} </#list>${t.keySet().toArray()?size gt 5}
        ${t.high.get("harbour").size()} ${t.high.containsKey("harbour")?c} ${t.high.when.getTime()?c}
        """
            .replace("?size gt 5}", "?size?c}"));
    String page =
        new String(
            renderer().render("x.ftl", vocabulary.of(page("b.html"))),
            java.nio.charset.StandardCharsets.UTF_8);
    assertThat(page.lines().map(String::strip).toList())
        .startsWith("Ebb Tides", "1 2 3 4, 1 2 3", "04 03")
        .endsWith("3 true 1793700000000");
  }

  private PageRenderer renderer() {
    return new PageRenderer(project.templateOptions());
  }

  private Page.Rendered page(String path) {
    return (Page.Rendered) stories.site().pages().get(path);
  }

  private static Vocabulary with(Vocabulary page, String name, Object value) {
    return new Vocabulary() {
      @Override
      public Object get(String asked) {
        return asked.equals(name) ? value : page.get(asked);
      }

      @Override
      public boolean isShared(String asked) {
        return !asked.equals(name) && page.isShared(asked);
      }
    };
  }

  private static Set<String> methods(Class<?>... kinds) {
    Set<String> names = new TreeSet<>();
    for (Class<?> kind : kinds) {
      Arrays.stream(kind.getMethods()).map(Method::getName).forEach(names::add);
    }
    return names;
  }

  /** What every page shares, with what it holds. */
  private String everything() {
    StringBuilder text = new StringBuilder();
    Vocabulary index = vocabulary.of(page("index.html"));
    for (String name : ROOTS) {
      text.append(name).append(": ").append(text(index.get(name))).append('\n');
    }
    ContentStore db = (ContentStore) ((Vocabulary.Service) index.get("db")).object();
    text.append(text(db.getAllContent("data")));
    return text.append(text(db.getAllTags())).toString();
  }

  private static String text(Object value) {
    if (value instanceof Map<?, ?> map) {
      StringBuilder text = new StringBuilder("{");
      map.forEach((key, it) -> text.append(key).append(": ").append(text(it)).append(", "));
      return text.append("}").toString();
    }
    if (value instanceof Collection<?> collection) {
      return collection.stream().map(ReadOnlyTemplatesTest::text).toList().toString();
    }
    if (value instanceof Object[] array) {
      return text(Arrays.asList(array));
    }
    if (value instanceof byte[] bytes) {
      return Arrays.toString(bytes);
    }
    return value instanceof Date date
        ? date.getClass().getSimpleName() + date.toInstant()
        : String.valueOf(value);
  }
}
