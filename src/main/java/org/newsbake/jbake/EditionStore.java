package org.newsbake.jbake;

import java.io.File;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jbake.app.ContentStore;
import org.jbake.app.DocumentList;
import org.jbake.model.DocumentModel;

/**
 * The {@code db} of templates: JBake's content store, answered from an edition. It cannot be
 * changed, and no database stands behind it.
 *
 * <p>JBake calls no method of this class that it does not override, but {@code updateSchema}, which
 * is final and belongs to the database.
 */
final class EditionStore extends ContentStore {

  private final Documents documents;

  EditionStore(Documents documents) {
    super("none", "none");
    this.documents = documents;
  }

  @Override
  public DocumentList<DocumentModel> getDocumentByUri(String uri) {
    return documents.atSource(uri);
  }

  @Override
  public DocumentList<DocumentModel> getDocumentStatus(String uri) {
    List<DocumentModel> states = new ArrayList<>();
    for (DocumentModel document : documents.atSource(uri)) {
      DocumentModel state = new DocumentModel();
      state.setSha1(document.getSha1());
      state.setRendered(document.getRendered());
      states.add(state);
    }
    return new SharedDocuments<>(states);
  }

  @Override
  public DocumentList<DocumentModel> getPublishedPosts() {
    return documents.published("post");
  }

  @Override
  public DocumentList<DocumentModel> getPublishedPosts(boolean applyPaging) {
    return documents.published("post");
  }

  @Override
  public DocumentList<DocumentModel> getPublishedPostsByTag(String tag) {
    return documents.postsWithTag(tag);
  }

  @Override
  public DocumentList<DocumentModel> getPublishedDocumentsByTag(String tag) {
    return documents.documentsWithTag(tag);
  }

  @Override
  public DocumentList<DocumentModel> getPublishedPages() {
    return documents.published("page");
  }

  @Override
  public DocumentList<DocumentModel> getPublishedContent(String type) {
    return documents.published(type);
  }

  @Override
  public DocumentList<DocumentModel> getAllContent(String type) {
    return documents.all(type);
  }

  @Override
  public DocumentList<DocumentModel> getAllContent(String type, boolean applyPaging) {
    return documents.all(type);
  }

  @Override
  public DocumentList<DocumentModel> getUnrenderedContent() {
    return new SharedDocuments<>(documents.everything());
  }

  @Override
  public long getDocumentCount(String type) {
    return documents.all(type).size();
  }

  @Override
  public long getPublishedCount(String type) {
    return documents.published(type).size();
  }

  @Override
  public Set<String> getTags() {
    return Collections.unmodifiableSet(documents.postTags());
  }

  @Override
  public Set<String> getAllTags() {
    return Collections.unmodifiableSet(documents.tags());
  }

  @Override
  public boolean isActive() {
    return true;
  }

  @Override
  public void startup() {
    throw fixed();
  }

  @Override
  public void close() {
    throw fixed();
  }

  @Override
  public void shutdown() {
    throw fixed();
  }

  @Override
  public void drop() {
    throw fixed();
  }

  @Override
  public void setStart(int start) {
    throw fixed();
  }

  @Override
  public void setLimit(int limit) {
    throw fixed();
  }

  @Override
  public void resetPagination() {
    throw fixed();
  }

  @Override
  public void deleteContent(String uri) {
    throw fixed();
  }

  @Override
  public void deleteAllByDocType(String type) {
    throw fixed();
  }

  @Override
  public void markContentAsRendered(DocumentModel document) {
    throw fixed();
  }

  @Override
  public void updateAndClearCacheIfNeeded(boolean needed, File templateFolder) {
    throw fixed();
  }

  @Override
  public void addDocument(DocumentModel document) {
    throw fixed();
  }

  private static UnsupportedOperationException fixed() {
    return new UnsupportedOperationException("a template reads db; it cannot change it");
  }
}
