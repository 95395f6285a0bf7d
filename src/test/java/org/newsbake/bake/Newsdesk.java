package org.newsbake.bake;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.newsbake.article.Article;
import org.newsbake.article.DataFile;
import org.newsbake.article.DataReader;
import org.newsbake.article.SourceFile;
import org.newsbake.edition.Addresses;
import org.newsbake.edition.Edition;
import org.newsbake.edition.Newsroom;
import org.newsbake.jbake.MarkupReader;
import org.newsbake.jbake.Project;
import org.newsbake.jbake.ProjectReader;

/** A project with its files and its edition, as a build knows them before it plans the site. */
record Newsdesk(Project project, Sources sources, Edition edition) {

  static Newsdesk of(TestSite site) throws IOException {
    Project project = ProjectReader.read(site.folder(), Optional.empty()).project().orElseThrow();
    Sources sources = SourceWalk.find(project, MarkupReader.extensions());
    MarkupReader reader = new MarkupReader(project);
    List<Article> articles = new ArrayList<>();
    for (SourceFile file : sources.content()) {
      articles.add(reader.read(file).article().orElseThrow());
    }
    DataReader dataReader = new DataReader(project.articleOptions().zone());
    List<DataFile> data = new ArrayList<>();
    for (SourceFile file : sources.data()) {
      data.add(dataReader.read(file).file().orElseThrow());
    }
    Addresses addresses = new Addresses(project.siteOptions().addresses());
    return new Newsdesk(
        project, sources, Edition.at(articles, data, addresses, TestSite.NOW, false));
  }

  Newsroom newsroom() {
    return new Newsroom(edition.data());
  }

  /** The paths of the assets that the edition may show. */
  List<String> released() {
    return WithheldAssets.released(project, sources, edition).stream()
        .map(SourceFile::path)
        .sorted()
        .toList();
  }
}
