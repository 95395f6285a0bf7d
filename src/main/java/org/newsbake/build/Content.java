package org.newsbake.build;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.newsbake.Problem;
import org.newsbake.SourceLocation;
import org.newsbake.article.Article;
import org.newsbake.article.DataFile;
import org.newsbake.article.DataReader;
import org.newsbake.article.Reading;
import org.newsbake.article.SourceFile;
import org.newsbake.jbake.MarkupReader;
import org.newsbake.jbake.Project;

/**
 * What a project holds, as it was read: the first stage of a build.
 *
 * @param project its options
 * @param sources its files
 * @param articles the articles that could be read, in the order of their files
 * @param data the data files that could be read
 * @param problems what could not be read, and why
 */
record Content(
    Project project,
    Sources sources,
    List<Article> articles,
    List<DataFile> data,
    List<Problem> problems) {

  Content {
    articles = List.copyOf(articles);
    data = List.copyOf(data);
    problems = List.copyOf(problems);
  }

  /**
   * Reads all files of a project.
   *
   * @throws IOException when the machine fails
   */
  static Content read(Project project, Parallel parallel) throws IOException {
    Sources sources = SourceWalk.find(project, MarkupReader.extensions());
    List<Problem> problems = new ArrayList<>(sources.problems());
    List<Article> articles = articles(project, sources.content(), parallel, problems);
    List<DataFile> data = data(project, sources.data(), problems);
    return new Content(project, sources, articles, data, problems);
  }

  private static List<Article> articles(
      Project project, List<SourceFile> files, Parallel parallel, List<Problem> problems)
      throws IOException {
    MarkupReader reader = new MarkupReader(project);
    List<Reading> readings = parallel.map(files.size(), index -> article(reader, files.get(index)));
    List<Article> articles = new ArrayList<>(files.size());
    for (Reading reading : readings) {
      problems.addAll(reading.problems());
      reading.article().ifPresent(articles::add);
    }
    return articles;
  }

  /** What becomes of one file, whatever its parser does. */
  static Reading article(MarkupReader reader, SourceFile file) {
    try {
      return reader.read(file);
    } catch (IOException e) {
      return Reading.none(Reasons.unreadable(file, e));
    } catch (RuntimeException | StackOverflowError e) {
      // A parser that gives up on one file must not take the others with it.
      return Reading.none(parserGaveUp(file, e));
    }
  }

  /** The data files that can be read, and what is wrong with the others. */
  static List<DataFile> data(Project project, List<SourceFile> files, List<Problem> problems) {
    DataReader reader = new DataReader(project.articleOptions().zone());
    List<DataFile> data = new ArrayList<>();
    for (SourceFile file : files) {
      try {
        DataReader.Result result = reader.read(file);
        problems.addAll(result.problems());
        result.file().ifPresent(data::add);
      } catch (IOException e) {
        problems.add(Reasons.unreadable(file, e));
      } catch (RuntimeException | StackOverflowError e) {
        problems.add(parserGaveUp(file, e));
      }
    }
    return data;
  }

  private static Problem parserGaveUp(SourceFile file, Throwable e) {
    return Problem.error(
        "file-unreadable",
        SourceLocation.of(file.name()),
        "its parser gave up: " + e + ".",
        "Simplify the text, such as lists or quotes nested hundreds deep.");
  }
}
