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
import java.util.function.Supplier;
import org.jbake.model.DocumentModel;
import org.newsbake.article.Article;
import org.newsbake.article.DataFile;
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

  private final List<String> types;
  private final Map<Entry, Item> byEntry = new IdentityHashMap<>();
  private final Map<String, SharedDocuments<DocumentModel>> byType = new HashMap<>();
  private final Map<String, SharedDocuments<DocumentModel>> publishedByType = new HashMap<>();
  private final Map<String, Item> bySource = new HashMap<>();
  private final Map<String, List<Item>> itemsByType = new HashMap<>();
  private final Map<List<String>, Set<String>> tagsByTypes = new HashMap<>();
  private final Map<List<String>, Map<String, SharedDocuments<DocumentModel>>> byTagByTypes =
      new HashMap<>();

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
    for (Entry entry : edition.entries()) {
      Article article = entry.article();
      Item item =
          new Item(
              article.source().path(),
              entry.isPublished(),
              article.tags(),
              () ->
                  document(
                      entry, new StoryModel(stories.of(entry), structuredData), addresses, files));
      byEntry.put(entry, item);
      bySource.put(entry.uri(), item);
      itemsByType.computeIfAbsent(article.type(), type -> new ArrayList<>()).add(item);
    }
    for (DataFile file : inOrder(edition.data())) {
      Item item =
          new Item(
              file.source().path(),
              file.isPublished(),
              file.tags(),
              () -> document(file, dataType, files));
      bySource.put(file.source().path(), item);
      itemsByType.computeIfAbsent(dataType, type -> new ArrayList<>()).add(item);
    }
    itemsByType.forEach(
        (type, items) -> {
          byType.put(type, documents(items));
          publishedByType.put(type, documents(items.stream().filter(Item::published).toList()));
        });
  }

  private synchronized Set<String> tags(List<String> ofTypes) {
    return tagsByTypes.computeIfAbsent(
        ofTypes,
        key -> {
          // The order of a hash set of strings is the same on every machine, and it is the one that
          // the templates of JBake sites have always seen. Tags of one bucket stand in the order of
          // the files.
          Set<String> tags = new HashSet<>();
          ofTypes.forEach(
              type -> tags.addAll(inFileOrder(itemsByType.getOrDefault(type, List.of()))));
          return tags;
        });
  }

  private synchronized SharedDocuments<DocumentModel> withTag(List<String> ofTypes, String tag) {
    return byTagByTypes.computeIfAbsent(ofTypes, this::byTag).getOrDefault(tag, none());
  }

  private Map<String, SharedDocuments<DocumentModel>> byTag(List<String> ofTypes) {
    Map<String, List<Item>> lists = new HashMap<>();
    for (String type : ofTypes) {
      for (Item item : itemsByType.getOrDefault(type, List.of())) {
        if (item.published) {
          item.tags.forEach(tag -> add(lists, tag, item));
        }
      }
    }
    Map<String, SharedDocuments<DocumentModel>> byTag = new HashMap<>();
    lists.forEach((tag, list) -> byTag.put(tag, documents(list)));
    return byTag;
  }

  /** The tags of published items, in the order in which their files name them first. */
  private static List<String> inFileOrder(List<Item> items) {
    Map<String, Item> firstByTag = new HashMap<>();
    for (Item item : items) {
      if (item.published) {
        for (String tag : item.tags) {
          firstByTag.merge(tag, item, (one, other) -> other.isBefore(one) ? other : one);
        }
      }
    }
    return firstByTag.keySet().stream()
        .sorted(
            Comparator.comparing((String tag) -> firstByTag.get(tag).fileOrder())
                .thenComparing(tag -> firstByTag.get(tag).tags.indexOf(tag)))
        .toList();
  }

  /** What the lists are made of: a document that is made when it is first asked for. */
  private static final class Item {
    private final String path;
    private final boolean published;
    private final List<String> tags;
    private final Supplier<DocumentModel> making;
    private volatile DocumentModel document;

    Item(String path, boolean published, List<String> tags, Supplier<DocumentModel> making) {
      this.path = path;
      this.published = published;
      this.tags = tags;
      this.making = making;
    }

    boolean published() {
      return published;
    }

    DocumentModel document() {
      if (document == null) {
        synchronized (this) {
          if (document == null) {
            document = making.get();
          }
        }
      }
      return document;
    }

    /** Sorts as JBake finds the files: a folder before files that begin with its name. */
    String fileOrder() {
      return path.replace('/', '\0');
    }

    boolean isBefore(Item other) {
      int end = Math.min(path.length(), other.path.length());
      for (int i = 0; i < end; i++) {
        char c = path.charAt(i);
        char d = other.path.charAt(i);
        if (c != d) {
          return (c == '/' ? '\0' : c) < (d == '/' ? '\0' : d);
        }
      }
      return path.length() < other.path.length();
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

  private static SharedDocuments<DocumentModel> documents(List<Item> items) {
    return SharedDocuments.of(items, Item::document);
  }

  /** Adds an item to the list of a tag, once. */
  private static void add(Map<String, List<Item>> lists, String tag, Item item) {
    List<Item> list = lists.computeIfAbsent(tag, key -> new ArrayList<>());
    if (list.isEmpty() || list.get(list.size() - 1) != item) {
      list.add(item);
    }
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
    Item item = byEntry.get(entry);
    return item == null ? null : item.document();
  }

  SharedDocuments<DocumentModel> all(String type) {
    return byType.getOrDefault(type, none());
  }

  SharedDocuments<DocumentModel> published(String type) {
    return publishedByType.getOrDefault(type, none());
  }

  SharedDocuments<DocumentModel> postsWithTag(String tag) {
    return withTag(POSTS, tag);
  }

  SharedDocuments<DocumentModel> documentsWithTag(String tag) {
    return withTag(types, tag);
  }

  SharedDocuments<DocumentModel> atSource(String uri) {
    Item item = bySource.get(uri);
    return item == null ? none() : documents(List.of(item));
  }

  /** All documents but the data files, newest first. */
  List<DocumentModel> everything(Edition edition) {
    return edition.entries().stream().map(this::of).toList();
  }

  /** The tags of all that is published. */
  Set<String> tags() {
    return tags(types);
  }

  /** The tags of the published posts. */
  Set<String> postTags() {
    return tags(POSTS);
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
