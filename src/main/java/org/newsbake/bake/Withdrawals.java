package org.newsbake.bake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.newsbake.article.Article;
import org.newsbake.article.StoryCut;
import org.newsbake.edition.Absence;
import org.newsbake.edition.Edition;
import org.newsbake.edition.Page;
import org.newsbake.edition.Pictures;
import org.newsbake.edition.RelatedStories;
import org.newsbake.edition.Stories;
import org.newsbake.jbake.Project;
import org.newsbake.jbake.ProjectReader;

/**
 * Takes killed and expired stories out of the last site where a build stops: a withdrawal waits for
 * nobody.
 *
 * <p>Nothing else changes. The pages that name such a story are rendered with the properties,
 * templates and data of the last build that was written, over the stories that it had. Where that
 * fails, the story's own page becomes a plain "withdrawn" page, and it is cut out of the others.
 */
final class Withdrawals {

  /** Where properties, templates and data of the last build are kept. */
  private static final String KEPT = "last/";

  /** Kinds of files that may name a story; all others are pictures, fonts and the like. */
  private static final Set<String> TEXTS =
      Set.of(
          "html",
          "htm",
          "xhtml",
          "xml",
          "rss",
          "atom",
          "json",
          "txt",
          "map",
          "htaccess",
          "js",
          "webmanifest",
          "_redirects",
          "_headers",
          "csv",
          "md");

  private static final byte[] WITHDRAWN =
      """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width">
      <meta name="robots" content="noindex">
      <title>Withdrawn</title>
      </head>
      <body>
      <h1>Withdrawn</h1>
      <p>This story has been withdrawn.</p>
      </body>
      </html>
      """
          .getBytes(StandardCharsets.UTF_8);

  private final Path folder;
  private final Instant instant;
  private final Parallel parallel;
  private final Runnable waiting;

  /**
   * @param folder the project's folder
   * @param waiting run once when another build holds the output folder, and this one waits
   */
  Withdrawals(Path folder, Instant instant, Parallel parallel, Runnable waiting) {
    this.folder = folder;
    this.instant = instant;
    this.parallel = parallel;
    this.waiting = waiting;
  }

  /** What a build keeps of a project, so that a later one that stops can still withdraw stories. */
  static Map<String, byte[]> records(Project project, PublishedPages published) throws IOException {
    Map<String, byte[]> records = new TreeMap<>();
    records.put(PublishedPages.RECORD, published.record());
    keep(records, project.folder().resolve(ProjectReader.FILE), KEPT + ProjectReader.FILE);
    keepAll(records, project.templateOptions().folder(), KEPT + ProjectReader.TEMPLATES + "/");
    keepAll(records, project.data(), KEPT + ProjectReader.DATA + "/");
    return records;
  }

  private static void keepAll(Map<String, byte[]> records, Path from, String to)
      throws IOException {
    if (Files.isDirectory(from)) {
      try (var files = Files.walk(from)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          keep(records, file, to + from.relativize(file).toString().replace('\\', '/'));
        }
      }
    }
  }

  private static void keep(Map<String, byte[]> records, Path file, String name) throws IOException {
    if (Files.isReadable(file) && Files.isRegularFile(file)) {
      records.put(name, Files.readAllBytes(file));
    }
  }

  /**
   * Carries the withdrawals out.
   *
   * @param output the output folder
   * @param now the project as it is now, for where what was kept cannot be read
   * @return what was done; nothing where no story of the last site is to be withdrawn
   * @throws IOException when the machine fails
   */
  Optional<Report.Withdrawn> carryOut(Path output, Optional<Project> now) throws IOException {
    if (!Files.isDirectory(output)) {
      return Optional.empty();
    }
    try (OutputFolder site = OutputFolder.open(output, waiting)) {
      Optional<byte[]> record = site.record(PublishedPages.RECORD);
      if (record.isEmpty()) {
        return Optional.empty();
      }
      Path kept = site.recordFolder().resolve(KEPT.substring(0, KEPT.length() - 1));
      Optional<Project> project =
          ProjectReader.readKept(folder, kept, output).project().or(() -> now);
      return project.isEmpty()
          ? Optional.empty()
          : new Pass(site, project.get(), PublishedPages.read(record.get())).run();
    }
  }

  /** One pass over a site. */
  private final class Pass {
    private final OutputFolder site;
    private final Project project;
    private final PublishedPages published;
    private final Map<String, String> states = new TreeMap<>();

    Pass(OutputFolder site, Project project, PublishedPages published) {
      this.site = site;
      this.project = project;
      this.published = published;
    }

    Optional<Report.Withdrawn> run() throws IOException {
      Content all = Content.read(project, parallel);
      Set<String> files =
          published.pages().stream()
              .map(PublishedPages.StoryPage::file)
              .collect(Collectors.toCollection(TreeSet::new));
      Snapshot then =
          all.snapshot()
              .with(
                  all.articles().stream()
                      .filter(article -> files.contains(article.source().name()))
                      .toList())
              .knowing(published.pages().stream().map(PublishedPages.StoryPage::line).toList());
      Edition edition = Plan.of(then, instant, false).edition();
      Map<String, Article> withdrawn = new TreeMap<>();
      for (Absence absence : edition.absences()) {
        if (absence.reason() == Absence.Reason.KILLED
            || absence.reason() == Absence.Reason.EXPIRED) {
          withdrawn.put(absence.article().source().name(), absence.article());
        }
      }
      List<PublishedPages.StoryPage> gone =
          published.pages().stream().filter(page -> withdrawn.containsKey(page.file())).toList();
      if (gone.isEmpty()) {
        return Optional.empty();
      }
      Plan plan = Plan.of(then, instant, false);
      Set<String> manifest = new TreeSet<>(site.manifest().paths());
      Set<String> own = new TreeSet<>();
      gone.forEach(page -> own.add(page.path()));
      Set<String> pictures = pictures(withdrawn.values(), plan, manifest);
      List<StoryCut> cuts = cuts(gone);
      Stories stories = all.stories(plan);
      Press press =
          new Press(
              project,
              stories,
              RelatedStories.lists(stories, project.shownRelated(), parallel::each));
      Staging staging = new Staging(site);
      for (String path : manifest) {
        if (pictures.contains(path)) {
          states.put(path, "removed");
        } else if (own.contains(path)) {
          own(path, plan, press).ifPresent(bytes -> write(staging, path, bytes));
        } else if (!change(path, cuts, plan, press, staging)) {
          staging.keep(path);
        }
      }
      Map<String, byte[]> records = new LinkedHashMap<>(site.records());
      records.put(
          PublishedPages.RECORD,
          new PublishedPages(
                  published.pages().stream().filter(page -> !gone.contains(page)).toList())
              .record());
      staging.commit(records);
      return Optional.of(new Report.Withdrawn(List.copyOf(withdrawn.keySet()), states));
    }

    private void write(Staging staging, String path, byte[] bytes) {
      try {
        staging.write(path, bytes);
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    }

    /**
     * What stands at the address of a withdrawn story: nothing where the site has no page for it.
     */
    private Optional<byte[]> own(String path, Plan plan, Press press) throws IOException {
      Page page = plan.site().pages().get(path);
      if (page == null
          && !plan.project()
              .siteOptions()
              .pathByKind()
              .containsKey(org.newsbake.edition.PageKind.WITHDRAWN)) {
        states.put(path, "removed");
        return Optional.empty();
      }
      byte[] bytes = page == null ? null : press.bytes(page);
      states.put(path, "withdrawn");
      return Optional.of(bytes == null ? WITHDRAWN : bytes);
    }

    /** Changes a page that names a withdrawn story, and says whether it does. */
    private boolean change(
        String path, List<StoryCut> cuts, Plan plan, Press press, Staging staging)
        throws IOException {
      Page page = plan.site().pages().get(path);
      if (page instanceof Page.HostFile) {
        // It tells the host what is gone, by its address.
        staging.write(path, press.bytes(page));
        states.put(path, "rendered");
        return true;
      }
      if (!TEXTS.contains(
          path.substring(1 + Math.max(path.lastIndexOf('.'), path.lastIndexOf('/'))))) {
        return false;
      }
      Path file = site.output().resolve(path);
      if (!Files.isRegularFile(file)) {
        // Somebody deleted it.
        return false;
      }
      String before = Files.readString(file, StandardCharsets.ISO_8859_1);
      List<StoryCut> named = cuts.stream().filter(cut -> cut.isNamedIn(before)).toList();
      if (named.isEmpty()) {
        return false;
      }
      byte[] bytes = page == null || page instanceof Page.AssetFile ? null : press.bytes(page);
      if (bytes != null && isFree(bytes, named)) {
        staging.write(path, bytes);
        states.put(path, "rendered");
        return true;
      }
      String after = before;
      for (StoryCut cut : named) {
        after = cut.cut(path, after);
      }
      staging.write(path, after.getBytes(StandardCharsets.ISO_8859_1));
      states.put(path, "cut");
      return true;
    }

    private static boolean isFree(byte[] bytes, List<StoryCut> cuts) {
      String text = new String(bytes, StandardCharsets.ISO_8859_1);
      return cuts.stream().noneMatch(cut -> cut.isNamedIn(text));
    }

    /** A cut for each story; pages are looked at as bytes, whatever their encoding. */
    private static List<StoryCut> cuts(List<PublishedPages.StoryPage> gone) {
      Map<String, Set<String>> addresses = new TreeMap<>();
      Map<String, String> titles = new TreeMap<>();
      for (PublishedPages.StoryPage page : gone) {
        addresses.computeIfAbsent(page.file(), key -> new TreeSet<>()).add(page.address());
        titles.put(page.file(), page.title());
      }
      List<StoryCut> cuts = new ArrayList<>();
      addresses.forEach((file, own) -> cuts.add(StoryCut.of(own, latin1(titles.get(file)))));
      return cuts;
    }

    private static String latin1(String text) {
      return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    /** The pictures, and their smaller versions, that only withdrawn stories show. */
    private Set<String> pictures(Iterable<Article> withdrawn, Plan plan, Set<String> manifest) {
      Set<String> shown = new HashSet<>();
      for (Article article : withdrawn) {
        List<String> sources = new ArrayList<>(article.mentions().addresses());
        article.details().image().ifPresent(image -> sources.add(image.src()));
        for (String source : sources) {
          shown.addAll(Pictures.candidates(article, source));
        }
      }
      Set<String> removed = new TreeSet<>();
      for (String path : manifest) {
        if (!plan.site().pages().containsKey(path) && shown.contains(original(path))) {
          removed.add(path);
        }
      }
      return removed;
    }

    /** The picture that a file is a smaller version of; itself where it is none. */
    private static String original(String path) {
      return path.replaceFirst("-\\d+w(\\.[^./]+)$", "$1");
    }
  }
}
