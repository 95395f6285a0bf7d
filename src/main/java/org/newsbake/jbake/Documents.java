package org.newsbake.jbake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jbake.model.DocumentModel;
import org.newsbake.article.Article;
import org.newsbake.article.DataFile;
import org.newsbake.article.Words;
import org.newsbake.edition.AbsentFiles;
import org.newsbake.edition.Addresses;
import org.newsbake.edition.Edition;
import org.newsbake.edition.Entry;
import org.newsbake.edition.Stories;
import org.newsbake.edition.Story;

/**
 * An edition as JBake's documents: every list that a template may ask for.
 *
 * <p>Safe for all threads. A document is made when it is first asked for, and a list costs nothing
 * to name.
 */
final class Documents {

  private static final List<String> POSTS = List.of("post");

  private final Stories stories;
  private final Edition edition;
  private final Addresses addresses;
  private final List<String> types;
  private final String dataType;
  private final Files files;
  private final boolean newsroom;
  private final Function<Story, String> structuredData;
  private final List<DataFile> data;

  /** What was made of articles, by content path. */
  private final Map<String, DocumentModel> articles = new ConcurrentHashMap<>();

  /** What was made of data files, by their path. */
  private final Map<String, DocumentModel> dataFiles = new ConcurrentHashMap<>();

  private final Map<List<String>, Map<String, SharedDocuments<DocumentModel>>> byTagByTypes =
      new HashMap<>();
  private Map<String, Supplier<DocumentModel>> bySource;

  /** The place of each live article among all, by content path. */
  private final Map<String, Integer> numbers;

  /**
   * @param types the document types in JBake's order, with that of the data files
   * @param dataType the type of the data files
   * @param files where the files of the project are, as templates see them
   * @param newsroom whether every document has a title
   */
  Documents(
      Stories stories,
      Addresses addresses,
      List<String> types,
      String dataType,
      Files files,
      boolean newsroom,
      Function<Story, String> structuredData) {
    this.stories = stories;
    this.edition = stories.edition();
    this.addresses = addresses;
    this.types = List.copyOf(types);
    this.dataType = dataType;
    this.files = files;
    this.newsroom = newsroom;
    this.structuredData = structuredData;
    this.data = inOrder(edition.data());
    numbers = new HashMap<>(2 * edition.entries().size());
    edition.entries().forEach(entry -> numbers.put(path(entry), numbers.size()));
  }

  private static String path(Entry entry) {
    return entry.article().source().path();
  }

  /** The place of a live article among all, from 0. */
  int number(Entry entry) {
    return numbers.get(path(entry));
  }

  private synchronized SharedDocuments<DocumentModel> withTag(List<String> ofTypes, String tag) {
    return byTagByTypes.computeIfAbsent(ofTypes, this::byTag).getOrDefault(tag, none());
  }

  private Map<String, SharedDocuments<DocumentModel>> byTag(List<String> ofTypes) {
    Map<String, List<Supplier<DocumentModel>>> lists = new HashMap<>();
    for (String type : ofTypes) {
      for (Entry entry : edition.published(type)) {
        add(lists, entry.article().tags(), () -> of(entry));
      }
      for (DataFile file : data(type)) {
        if (file.isPublished()) {
          add(lists, file.tags(), () -> of(file));
        }
      }
    }
    Map<String, SharedDocuments<DocumentModel>> byTag = new HashMap<>();
    lists.forEach((tag, list) -> byTag.put(tag, SharedDocuments.of(list, Supplier::get)));
    return byTag;
  }

  /** Adds a document to the list of each of its tags, once. */
  private static void add(
      Map<String, List<Supplier<DocumentModel>>> lists,
      List<String> tags,
      Supplier<DocumentModel> document) {
    for (String tag : tags) {
      List<Supplier<DocumentModel>> list = lists.computeIfAbsent(tag, key -> new ArrayList<>());
      if (list.isEmpty() || list.get(list.size() - 1) != document) {
        list.add(document);
      }
    }
  }

  private synchronized Map<String, Supplier<DocumentModel>> bySource() {
    if (bySource == null) {
      bySource = new HashMap<>(2 * edition.entries().size());
      edition.entries().forEach(entry -> bySource.put(entry.uri(), () -> of(entry)));
      data.forEach(file -> bySource.put(file.source().path(), () -> of(file)));
    }
    return bySource;
  }

  /** Data files as JBake lists them: by date, newest first, then in the reverse of their order. */
  private static List<DataFile> inOrder(List<DataFile> data) {
    List<DataFile> ordered = new ArrayList<>(data);
    Collections.reverse(ordered);
    ordered.sort(
        Comparator.comparing((DataFile file) -> file.date().orElse(Instant.MIN)).reversed());
    return ordered;
  }

  private DocumentModel document(Entry entry) {
    Article article = entry.article();
    Story told = stories.of(entry);
    StoryModel story = new StoryModel(told, number(entry), structuredData);
    StoryDocument document =
        new StoryDocument(entry, entry.article(), number(entry), Map.of("story", () -> story));
    document.setDate(Date.from(article.date()));
    document.setType(article.type());
    document.setStatus(article.status());
    document.setTags(article.tags().toArray(String[]::new));
    AbsentFiles absent = stories.absentFiles();
    Words words = stories.words(entry);
    words
        .fields()
        .forEach(
            (key, value) -> {
              if (value == null) {
                document.put(key, null);
              } else {
                absent.value(entry, value).ifPresent(left -> document.put(key, left));
              }
            });
    if (newsroom) {
      document.remove("story");
      document.setTitle(told.title());
    }
    document.setCached(true);
    document.setRendered(false);
    document.setBody(() -> stories.body(entry));
    document.setRootPath(addresses.rootPath(entry));
    document.setSha1(words.sha1());
    document.setFile(files.content() + "/" + article.source().path());
    document.setSourceUri(entry.uri());
    document.setUri(entry.uri());
    addresses.withoutExtension(entry.uri()).ifPresent(document::setNoExtensionUri);
    return document;
  }

  private DocumentModel document(DataFile file) {
    DocumentModel document = new DocumentModel();
    document.putAll(stories.absentFiles().fields(file.fields()));
    if (document.get("tags") instanceof List<?> tags
        && tags.stream().allMatch(String.class::isInstance)) {
      // JBake's getTags() takes an array, or a list of its database, which is not there.
      document.setTags(tags.toArray(String[]::new));
    }
    document.setSha1(file.sha1());
    document.setRendered(true);
    document.setFile(files.data() + "/" + file.source().path());
    document.setSourceUri(file.source().path());
    document.setType(dataType);
    return document;
  }

  /** The types, in JBake's order. */
  List<String> types() {
    return types;
  }

  DocumentModel of(Entry entry) {
    String path = entry.article().source().path();
    DocumentModel known = articles.get(path);
    // Asked so often that even a lambda would show.
    return known == null ? articles.computeIfAbsent(path, key -> document(entry)) : known;
  }

  private DocumentModel of(DataFile file) {
    return dataFiles.computeIfAbsent(file.source().path(), path -> document(file));
  }

  /** The data files, for their type. */
  private List<DataFile> data(String type) {
    return dataType.equals(type) ? data : List.of();
  }

  SharedDocuments<DocumentModel> all(String type) {
    return documents(edition.ofType(type), data(type));
  }

  SharedDocuments<DocumentModel> published(String type) {
    return documents(
        edition.published(type), data(type).stream().filter(DataFile::isPublished).toList());
  }

  private SharedDocuments<DocumentModel> documents(List<Entry> entries, List<DataFile> files) {
    if (files.isEmpty()) {
      return SharedDocuments.of(entries, this::of, Documents::path);
    }
    List<Supplier<DocumentModel>> all = new ArrayList<>();
    entries.forEach(entry -> all.add(() -> of(entry)));
    files.forEach(file -> all.add(() -> of(file)));
    return SharedDocuments.of(all, Supplier::get);
  }

  SharedDocuments<DocumentModel> postsWithTag(String tag) {
    return withTag(POSTS, tag);
  }

  SharedDocuments<DocumentModel> documentsWithTag(String tag) {
    return withTag(types, tag);
  }

  SharedDocuments<DocumentModel> atSource(String uri) {
    Supplier<DocumentModel> document = bySource().get(uri);
    return document == null ? none() : SharedDocuments.of(List.of(document), Supplier::get);
  }

  /** All documents but the data files, newest first. */
  List<DocumentModel> everything() {
    return edition.entries().stream().map(this::of).toList();
  }

  /** The tags of all that is published. */
  Set<String> tags() {
    return stories.tags().of(types, dataType);
  }

  /** The tags of the published posts. */
  Set<String> postTags() {
    return stories.tags().of(POSTS, dataType);
  }

  private static SharedDocuments<DocumentModel> none() {
    return new SharedDocuments<>(List.of());
  }

  /** The folders that {@code content.file} begins with. */
  record Files(String content, String data) {}

  /** What a page shows of the article before or behind it. */
  DocumentModel link(Entry entry) {
    DocumentModel document = of(entry);
    DocumentModel link = new StoryDocument(entry, entry.article(), number(entry), Map.of());
    link.setNoExtensionUri(document.getNoExtensionUri());
    link.setUri(document.getUri());
    link.setTitle(Optional.ofNullable(document.get("title")).map(Object::toString).orElse(null));
    return link;
  }
}
