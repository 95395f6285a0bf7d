package org.newsbake.bake;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.newsbake.article.Article;
import org.newsbake.article.DataFile;
import org.newsbake.edition.PublicAddresses;
import org.newsbake.jbake.Project;

/**
 * All that a plan may depend on, beside the instant: equal snapshots have equal plans. No word of
 * an article is in it.
 *
 * @param project the options of the project
 * @param sources its files
 * @param articles the articles that could be read, in the order of their files
 * @param data the data files that could be read
 * @param known the ledger of the addresses that were public
 * @param revision counts the changes to files that are no articles: assets, templates, data
 */
record Snapshot(
    Project project,
    Sources sources,
    List<Article> articles,
    List<DataFile> data,
    PublicAddresses known,
    long revision) {

  Snapshot {
    Objects.requireNonNull(project);
    Objects.requireNonNull(sources);
    articles = List.copyOf(articles);
    data = List.copyOf(data);
    Objects.requireNonNull(known);
  }

  /** The same with some more articles held back for errors that only showed later. */
  Snapshot quarantine(Set<String> paths) {
    return with(
        articles.stream()
            .map(it -> paths.contains(it.source().path()) ? it.quarantine() : it)
            .toList());
  }

  /** The same with these articles alone. */
  Snapshot with(List<Article> others) {
    return new Snapshot(project, sources, others, data, known, revision);
  }

  /** The same with more addresses that are known to have been public. */
  Snapshot knowing(List<PublicAddresses.Line> more) {
    return new Snapshot(project, sources, articles, data, known.with(more), revision);
  }

  /** The ledger's file as problems name it. */
  String ledgerName() {
    return ledgerName(project);
  }

  static String ledgerName(Project project) {
    return SourceWalk.name(project, project.data()) + "/" + PublicAddresses.FILE;
  }
}
