package org.newsbake.jbake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jbake.model.DocumentModel;
import org.newsbake.article.Article;
import org.newsbake.article.DataFile;
import org.newsbake.edition.Addresses;
import org.newsbake.edition.Edition;
import org.newsbake.edition.Entry;

/**
 * An edition as JBake's documents: every list that a template may ask for, made once.
 *
 * <p>Immutable once made, and so safe for all threads; a list of a type or of a tag costs nothing
 * to name.
 */
final class Documents {

  private final List<String> types;
  private final Map<Entry, DocumentModel> byEntry = new HashMap<>();
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
      Edition edition, Addresses addresses, List<String> types, String dataType, Files files) {
    this.types = types;
    for (Entry entry : edition.entries()) {
      DocumentModel document = document(entry, addresses, files);
      byEntry.put(entry, document);
      bySource.put(document.getSourceuri(), new SharedDocuments<>(List.of(document)));
    }
    for (String type : types) {
      List<Entry> entries = edition.ofType(type);
      byType.put(type, new SharedDocuments<>(entries.stream().map(byEntry::get).toList()));
      publishedByType.put(
          type,
          new SharedDocuments<>(
              entries.stream().filter(Entry::isPublished).map(byEntry::get).toList()));
    }
    List<DocumentModel> data = new ArrayList<>();
    for (DataFile file : edition.data()) {
      DocumentModel document = document(file, dataType, files);
      data.add(document);
      bySource.put(document.getSourceuri(), new SharedDocuments<>(List.of(document)));
    }
    byType.put(dataType, new SharedDocuments<>(data));
    groupByTag(edition);
    // The order of a hash set of strings is the same on every machine, and it is the one that the
    // templates of JBake sites have always seen. Tags of one bucket stand in the order of the
    // files.
    tags = new HashSet<>();
    postTags = new HashSet<>();
    List<Entry> inFileOrder =
        edition.entries().stream()
            .filter(Entry::isPublished)
            .sorted(
                Comparator.comparing(entry -> entry.article().source().path().replace('/', '\0')))
            .toList();
    for (String type : types) {
      for (Entry entry : inFileOrder) {
        if (entry.article().type().equals(type)) {
          tags.addAll(entry.article().tags());
          if (type.equals("post")) {
            postTags.addAll(entry.article().tags());
          }
        }
      }
    }
  }

  private void groupByTag(Edition edition) {
    Map<String, List<DocumentModel>> posts = new LinkedHashMap<>();
    Map<String, List<DocumentModel>> all = new LinkedHashMap<>();
    for (String type : types) {
      for (Entry entry : edition.ofType(type)) {
        if (entry.isPublished()) {
          for (String tag : new HashSet<>(entry.article().tags())) {
            all.computeIfAbsent(tag, key -> new ArrayList<>()).add(byEntry.get(entry));
            if (type.equals("post")) {
              posts.computeIfAbsent(tag, key -> new ArrayList<>()).add(byEntry.get(entry));
            }
          }
        }
      }
    }
    posts.forEach((tag, list) -> postsByTag.put(tag, new SharedDocuments<>(list)));
    all.forEach((tag, list) -> documentsByTag.put(tag, new SharedDocuments<>(list)));
  }

  private static DocumentModel document(Entry entry, Addresses addresses, Files files) {
    Article article = entry.article();
    DocumentModel document = DocumentModel.createDefaultDocumentModel();
    document.putAll(article.fields());
    document.setType(article.type());
    document.setStatus(article.status());
    document.setDate(Date.from(article.date()));
    if (article.tagged()) {
      document.setTags(article.tags().toArray(String[]::new));
    }
    document.setBody(article.body());
    document.setRootPath(addresses.rootPath(depth(article.source().path())));
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
    document.setSha1(file.sha1());
    document.setRendered(true);
    document.setFile(files.data() + "/" + file.source().path());
    document.setSourceUri(file.source().path());
    document.setType(type);
    return document;
  }

  private static int depth(String path) {
    return (int) path.chars().filter(c -> c == '/').count();
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
