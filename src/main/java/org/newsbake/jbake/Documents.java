package org.newsbake.jbake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jbake.model.DocumentModel;
import org.newsbake.article.Article;
import org.newsbake.article.DataFile;
import org.newsbake.article.SourceFile;
import org.newsbake.edition.Addresses;
import org.newsbake.edition.Edition;
import org.newsbake.edition.Entry;
import org.newsbake.edition.Stories;
import org.newsbake.edition.Story;

/**
 * An edition as JBake's documents: every list that a template may ask for, made once.
 *
 * <p>Immutable once made, and so safe for all threads; a list of a type or of a tag costs nothing
 * to name.
 */
final class Documents {

  private final List<String> types;
  private final Map<Entry, DocumentModel> byEntry = new IdentityHashMap<>();
  private final Map<String, SharedDocuments<DocumentModel>> byType = new HashMap<>();
  private final Map<String, SharedDocuments<DocumentModel>> publishedByType = new HashMap<>();
  private final Map<String, SharedDocuments<DocumentModel>> postsByTag = new HashMap<>();
  private final Map<String, SharedDocuments<DocumentModel>> documentsByTag = new HashMap<>();
  private final Map<String, SharedDocuments<DocumentModel>> bySource = new HashMap<>();
  private final Set<String> tags;
  private final Set<String> postTags;

  /**
   * @param types the document types in JBake's order, with that of the data files
   * @param dataType the type of the data files
   * @param files where the files of the project are, as templates see them
   */
  Documents(
      Stories stories,
      Addresses addresses,
      List<String> types,
      String dataType,
      Files files,
      Function<Story, String> structuredData) {
    Edition edition = stories.edition();
    this.types = types;
    Map<String, List<Item>> itemsByType = new HashMap<>();
    for (Entry entry : edition.entries()) {
      Article article = entry.article();
      StoryModel story = new StoryModel(stories.of(entry), structuredData);
      DocumentModel document = document(entry, story, addresses, files);
      byEntry.put(entry, document);
      itemsByType
          .computeIfAbsent(article.type(), type -> new ArrayList<>())
          .add(Item.of(article.source(), document, entry.isPublished(), article.tags()));
    }
    for (DataFile file : inOrder(edition.data())) {
      DocumentModel document = document(file, dataType, files);
      itemsByType
          .computeIfAbsent(dataType, type -> new ArrayList<>())
          .add(Item.of(file.source(), document, file.isPublished(), file.tags()));
    }
    itemsByType.forEach(
        (type, items) -> {
          byType.put(type, documents(items.stream()));
          publishedByType.put(type, documents(items.stream().filter(Item::published)));
          items.forEach(
              item -> bySource.put(item.document.getSourceuri(), documents(Stream.of(item))));
        });
    groupByTag(itemsByType);
    // The order of a hash set of strings is the same on every machine, and it is the one that the
    // templates of JBake sites have always seen. Tags of one bucket stand in the order of the
    // files.
    tags = new HashSet<>();
    postTags = new HashSet<>();
    for (String type : types) {
      itemsByType.getOrDefault(type, List.of()).stream()
          .filter(Item::published)
          .sorted(Comparator.comparing(Item::fileOrder))
          .forEach(
              item -> {
                tags.addAll(item.tags);
                if (type.equals("post")) {
                  postTags.addAll(item.tags);
                }
              });
    }
  }

  /**
   * What the lists are made of: a document, and what decides which of them it is in.
   *
   * @param fileOrder sorts as JBake finds the files: a folder before files that begin with its name
   */
  private record Item(
      DocumentModel document, boolean published, List<String> tags, String fileOrder) {

    static Item of(
        SourceFile source, DocumentModel document, boolean published, List<String> tags) {
      return new Item(document, published, tags, source.path().replace('/', '\0'));
    }
  }

  /** Data files as JBake lists them: by date, newest first, then in the reverse of their order. */
  private static List<DataFile> inOrder(List<DataFile> data) {
    List<DataFile> ordered = new ArrayList<>(data);
    Collections.reverse(ordered);
    ordered.sort(
        Comparator.comparing((DataFile file) -> file.date().orElse(Instant.MIN)).reversed());
    return ordered;
  }

  private static SharedDocuments<DocumentModel> documents(Stream<Item> items) {
    return new SharedDocuments<>(items.map(Item::document).toList());
  }

  private void groupByTag(Map<String, List<Item>> itemsByType) {
    Map<String, List<DocumentModel>> posts = new HashMap<>();
    Map<String, List<DocumentModel>> all = new HashMap<>();
    for (String type : types) {
      for (Item item : itemsByType.getOrDefault(type, List.of())) {
        if (item.published) {
          for (String tag : Set.copyOf(item.tags)) {
            all.computeIfAbsent(tag, key -> new ArrayList<>()).add(item.document);
            if (type.equals("post")) {
              posts.computeIfAbsent(tag, key -> new ArrayList<>()).add(item.document);
            }
          }
        }
      }
    }
    posts.forEach((tag, list) -> postsByTag.put(tag, new SharedDocuments<>(list)));
    all.forEach((tag, list) -> documentsByTag.put(tag, new SharedDocuments<>(list)));
  }

  private static DocumentModel document(
      Entry entry, StoryModel story, Addresses addresses, Files files) {
    Article article = entry.article();
    DocumentModel document = new StoryDocument(Map.of("story", () -> story));
    document.setDate(Date.from(article.date()));
    document.setType(article.type());
    document.setStatus(article.status());
    document.setTags(article.tags().toArray(String[]::new));
    document.putAll(article.fields());
    document.setCached(true);
    document.setRendered(false);
    document.setBody(article.body());
    document.setRootPath(addresses.rootPath(entry));
    document.setSha1(article.sha1());
    document.setFile(files.content() + "/" + article.source().path());
    document.setSourceUri(entry.uri());
    document.setUri(entry.uri());
    addresses.withoutExtension(entry.uri()).ifPresent(document::setNoExtensionUri);
    return document;
  }

  private static DocumentModel document(DataFile file, String type, Files files) {
    DocumentModel document = new DocumentModel();
    document.putAll(file.fields());
    if (document.get("tags") instanceof List<?> tags
        && tags.stream().allMatch(String.class::isInstance)) {
      // JBake's getTags() takes an array, or a list of its database, which is not there.
      document.setTags(tags.toArray(String[]::new));
    }
    document.setSha1(file.sha1());
    document.setRendered(true);
    document.setFile(files.data() + "/" + file.source().path());
    document.setSourceUri(file.source().path());
    document.setType(type);
    return document;
  }

  /** The types, in JBake's order. */
  List<String> types() {
    return types;
  }

  DocumentModel of(Entry entry) {
    return byEntry.get(entry);
  }

  SharedDocuments<DocumentModel> all(String type) {
    return byType.getOrDefault(type, none());
  }

  SharedDocuments<DocumentModel> published(String type) {
    return publishedByType.getOrDefault(type, none());
  }

  SharedDocuments<DocumentModel> postsWithTag(String tag) {
    return postsByTag.getOrDefault(tag, none());
  }

  SharedDocuments<DocumentModel> documentsWithTag(String tag) {
    return documentsByTag.getOrDefault(tag, none());
  }

  SharedDocuments<DocumentModel> atSource(String uri) {
    return bySource.getOrDefault(uri, none());
  }

  /** All documents but the data files, newest first. */
  List<DocumentModel> everything(Edition edition) {
    return edition.entries().stream().map(byEntry::get).toList();
  }

  /** The tags of all that is published. */
  Set<String> tags() {
    return tags;
  }

  /** The tags of the published posts. */
  Set<String> postTags() {
    return postTags;
  }

  private static SharedDocuments<DocumentModel> none() {
    return new SharedDocuments<>(List.of());
  }

  /** The folders that {@code content.file} begins with. */
  record Files(String content, String data) {}

  /** What a page shows of the article before or behind it. */
  static DocumentModel link(DocumentModel document) {
    DocumentModel link = new DocumentModel();
    link.setNoExtensionUri(document.getNoExtensionUri());
    link.setUri(document.getUri());
    link.setTitle(Optional.ofNullable(document.get("title")).map(Object::toString).orElse(null));
    return link;
  }
}
