package org.newsbake.bake;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.newsbake.Problem;
import org.newsbake.article.Article;
import org.newsbake.article.SourceFile;
import org.newsbake.edition.Edition;
import org.newsbake.edition.Entry;
import org.newsbake.edition.Pictures;
import org.newsbake.jbake.Project;

/**
 * Decides what an error costs, by the file that it is in.
 *
 * <table>
 * <caption>costs</caption>
 * <tr><td>a content file</td><td>its story is held back</td></tr>
 * <tr><td>an asset</td><td>the stories that show it are held back</td></tr>
 * <tr><td>a data file that can be read</td><td>its entry is left out; the error of a source
 * holds back the source's stories</td></tr>
 * <tr><td>anything else: properties, templates, data files that cannot be read</td><td>the build
 * stops</td></tr>
 * </table>
 */
final class Blame {

  /** What an error costs. */
  enum Cost {
    STORY,
    FILE,
    ENTRY,
    BUILD
  }

  private final Project project;
  private final Map<String, String> contentPathByName = new HashMap<>();
  private final Map<String, SourceFile> assetByName = new HashMap<>();
  private final Set<String> data = new HashSet<>();
  private final List<String> folders;

  Blame(Snapshot content) {
    project = content.project();
    content.sources().content().forEach(file -> contentPathByName.put(file.name(), file.path()));
    content.sources().assets().forEach(file -> assetByName.put(file.name(), file));
    content.data().forEach(file -> data.add(file.source().name()));
    data.add(content.ledgerName());
    folders =
        List.of(
            SourceWalk.name(project, project.content()),
            SourceWalk.name(project, project.assets()));
  }

  /** What a problem that counts as an error costs. */
  Cost cost(Problem problem) {
    String file = problem.location().file();
    if (contentPathByName.containsKey(file)) {
      return Cost.STORY;
    }
    if (data.contains(file)) {
      return Cost.ENTRY;
    }
    return folders.stream().anyMatch(folder -> file.startsWith(folder + "/"))
        ? Cost.FILE
        : Cost.BUILD;
  }

  /** The content paths of the stories that these problems hold back. */
  Set<String> stories(Iterable<Problem> problems, Edition edition) {
    Set<String> stories = new TreeSet<>();
    Set<String> files = new HashSet<>();
    for (Problem problem : problems) {
      if (!project.failsOn(problem)) {
        continue;
      }
      String file = problem.location().file();
      String contentPath = contentPathByName.get(file);
      if (contentPath != null) {
        stories.add(contentPath);
      } else if (assetByName.containsKey(file)) {
        files.add(assetByName.get(file).path());
      }
    }
    if (!files.isEmpty()) {
      edition.entries().stream()
          .map(Entry::article)
          .filter(article -> shows(article, files))
          .forEach(article -> stories.add(article.source().path()));
    }
    return stories;
  }

  private static boolean shows(Article article, Set<String> files) {
    return article.details().image().filter(it -> isAny(article, it.src(), files)).isPresent()
        || article.mentions().pictures().stream().anyMatch(src -> isAny(article, src, files));
  }

  private static boolean isAny(Article article, String src, Set<String> files) {
    return Pictures.candidates(article, src).stream().anyMatch(files::contains);
  }
}
