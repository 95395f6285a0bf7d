package org.newsbake.jbake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.newsbake.article.Samples.article;
import static org.newsbake.article.Samples.november;
import static org.newsbake.article.Samples.post;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jbake.app.ContentStore;
import org.jbake.app.DocumentList;
import org.jbake.model.DocumentModel;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.newsbake.edition.Addresses;
import org.newsbake.edition.Edition;
import org.newsbake.edition.Sites;
import org.newsbake.render.Vocabulary;

class EditionStoreTest {

  /** They say where a database would begin to read, and touch nothing. */
  private static final Set<String> INHERITED = Set.of("getStart", "getLimit");

  @TempDir private Path folder;
  private ContentStore store;

  @BeforeEach
  void makeStore() throws IOException {
    Files.createDirectories(folder.resolve("content"));
    Files.createDirectories(folder.resolve("templates"));
    Project project = ProjectReader.read(folder, Optional.empty()).project().orElseThrow();
    Edition edition =
        Edition.at(
            List.of(
                post("a.md", 1, "sea"),
                post("b.md", 2, "sea", "sky", "sea"),
                article("post", "on hold", "c.md", 3, "sky"),
                article("post", "draft", "d.md", 4, "mud"),
                post("e.md", 25, "later"),
                article("page", "published", "f.md", 5, "sky", "about us")),
            List.of(),
            new Addresses(project.siteOptions().addresses()),
            november(20),
            false);
    Vocabulary.Service db =
        (Vocabulary.Service)
            project
                .vocabulary(
                    Sites.stories(project.siteOptions(), edition), entry -> List.of(), story -> "")
                .of(
                    new org.newsbake.edition.Page.ListPage(
                        "x.html", "x.ftl", "archive", "", Optional.empty()))
                .get("db");
    store = (ContentStore) db.object();
  }

  @Test
  void listsAreThoseOfTheEdition() {
    assertThat(titles(store.getPublishedPosts())).containsExactly("b.md", "a.md");
    assertThat(titles(store.getPublishedPosts(true))).containsExactly("b.md", "a.md");
    assertThat(titles(store.getPublishedPages())).containsExactly("f.md");
    assertThat(titles(store.getPublishedContent("post"))).containsExactly("b.md", "a.md");
    assertThat(titles(store.getAllContent("post"))).containsExactly("c.md", "b.md", "a.md");
    assertThat(titles(store.getAllContent("post", true))).containsExactly("c.md", "b.md", "a.md");
    assertThat(titles(store.getAllContent("liveblog"))).isEmpty();
    assertThat(titles(store.getUnrenderedContent())).hasSize(4);
  }

  @Test
  void tagsAreThoseOfWhatIsPublished() {
    assertThat(store.getAllTags()).containsExactlyInAnyOrder("sea", "sky", "about us");
    assertThat(store.getTags()).containsExactlyInAnyOrder("sea", "sky");
    assertThat(titles(store.getPublishedPostsByTag("sea"))).containsExactly("b.md", "a.md");
    assertThat(titles(store.getPublishedPostsByTag("mud"))).isEmpty();
    assertThat(titles(store.getPublishedDocumentsByTag("sky")))
        .containsExactlyInAnyOrder("b.md", "f.md");
  }

  @Test
  void aDocumentIsFoundByItsAddress() {
    assertThat(titles(store.getDocumentByUri("a.html"))).containsExactly("a.md");
    assertThat(titles(store.getDocumentByUri("d.html"))).isEmpty();
    assertThat(store.getDocumentStatus("a.html")).hasSize(1);
  }

  @Test
  void documentsAreCounted() {
    assertThat(store.getDocumentCount("post")).isEqualTo(3);
    assertThat(store.getPublishedCount("post")).isEqualTo(2);
    assertThat(store.isActive()).isTrue();
  }

  /** A method that JBake adds one day fails here until it is thought about. */
  @TestFactory
  Stream<DynamicTest> everyMethodAnswersOrRefuses() {
    return Arrays.stream(ContentStore.class.getMethods())
        .filter(method -> method.getDeclaringClass() == ContentStore.class)
        .filter(method -> !Modifier.isFinal(method.getModifiers()))
        .filter(method -> !INHERITED.contains(method.getName()))
        .sorted(Comparator.comparing(Method::toString))
        .map(method -> DynamicTest.dynamicTest(method.toString(), () -> check(method)));
  }

  private void check(Method method) throws Exception {
    assertThat(store.getClass().getMethod(method.getName(), method.getParameterTypes()))
        .matches(own -> own.getDeclaringClass() != ContentStore.class, "is overridden");
    Object[] arguments =
        Arrays.stream(method.getParameterTypes())
            .map(type -> type == boolean.class ? false : type == int.class ? 1 : null)
            .toArray();
    boolean reads = method.getName().matches("(get|is).*");
    try {
      assertThat(method.invoke(store, arguments)).isNotNull();
      assertThat(reads).as("what gives no answer is refused").isTrue();
    } catch (InvocationTargetException e) {
      assertThat(e.getCause())
          .isInstanceOf(UnsupportedOperationException.class)
          .hasMessage("a template reads db; it cannot change it");
      assertThat(reads).isFalse();
    }
    listsAreThoseOfTheEdition();
  }

  @Test
  void tagsCannotBeChangedEither() {
    for (Set<String> tags : List.of(store.getTags(), store.getAllTags())) {
      assertThatExceptionOfType(UnsupportedOperationException.class)
          .isThrownBy(() -> tags.add("x"));
    }
  }

  private static List<Object> titles(DocumentList<DocumentModel> documents) {
    return documents.stream()
        .map(document -> document.getTitle().replace("About ", ""))
        .map(Object.class::cast)
        .toList();
  }
}
