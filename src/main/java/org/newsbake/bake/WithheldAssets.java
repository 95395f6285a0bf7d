package org.newsbake.bake;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.newsbake.article.Article;
import org.newsbake.article.SourceFile;
import org.newsbake.edition.Absence;
import org.newsbake.edition.Edition;
import org.newsbake.edition.Entry;
import org.newsbake.edition.GonePictures;
import org.newsbake.edition.Pictures;
import org.newsbake.jbake.Project;

/**
 * Keeps back the files that nobody but absent articles shows: a picture says as much as a headline.
 * Absent is also what a file may hold that could not be read as an article: it may be under
 * embargo, and then all files count that its text names anyhow.
 *
 * <p>So are the pictures of live articles to which the rights have ended. A file that a live
 * article, a data file, a template or a style sheet names as well is not kept back, and neither is
 * the site's emblem.
 */
final class WithheldAssets {

  private static final Set<String> TEXTS = Set.of("css", "js", "mjs", "html", "htm", "webmanifest");

  private WithheldAssets() {}

  /** The assets that an edition of a project may show. */
  static List<SourceFile> released(Project project, Sources sources, Edition edition) {
    List<SourceFile> unread = new ArrayList<>(unread(sources, edition));
    if (project.newsroom()) {
      unread.addAll(sources.withheld());
    }
    if (edition.absences().isEmpty() && edition.gonePictures().isEmpty() && unread.isEmpty()) {
      return sources.assets();
    }
    Map<String, SourceFile> byPath = new HashMap<>();
    Map<String, List<String>> byName = new HashMap<>();
    for (SourceFile asset : sources.assets()) {
      byPath.put(asset.path(), asset);
      byName.computeIfAbsent(name(asset.path()), key -> new ArrayList<>()).add(asset.path());
    }
    Set<String> shown = new HashSet<>();
    for (Absence absence : edition.absences()) {
      shown.addAll(shown(absence.article(), byPath.keySet(), byName, project.newsroom()));
    }
    for (GonePictures gone : edition.gonePictures().values()) {
      shown.addAll(gone.paths(byPath.keySet()));
    }
    for (String text : texts(project, unread.stream().map(SourceFile::file).toList())) {
      byPath.keySet().stream().filter(path -> names(text, path)).forEach(shown::add);
    }
    shown.remove(project.siteOptions().publication().logo());
    if (shown.isEmpty()) {
      return sources.assets();
    }
    for (Entry entry : edition.entries()) {
      shown.removeAll(shown(entry.article(), byPath.keySet(), byName, project.newsroom()));
    }
    if (!shown.isEmpty()) {
      List<String> texts = texts(project, sources);
      shown.removeIf(path -> isNamed(texts, path));
    }
    return sources.assets().stream().filter(asset -> !shown.contains(asset.path())).toList();
  }

  /** The content files that gave no article, or one with an error, of which little is known. */
  private static List<SourceFile> unread(Sources sources, Edition edition) {
    Set<SourceFile> read = new HashSet<>();
    edition.absences().stream()
        .map(Absence::article)
        .filter(article -> !article.quarantined())
        .forEach(article -> read.add(article.source()));
    // A file gives one article at most.
    if (edition.entries().size() + read.size() == sources.content().size()) {
      return List.of();
    }
    edition.entries().forEach(entry -> read.add(entry.article().source()));
    return sources.content().stream().filter(file -> !read.contains(file)).toList();
  }

  /**
   * The assets that an article shows or links to.
   *
   * @param assets the paths of all assets
   * @param byName the same by the last part of the path
   * @param newsroom whether each key of its header may name one, as a site's own templates use them
   */
  private static Set<String> shown(
      Article article, Set<String> assets, Map<String, List<String>> byName, boolean newsroom) {
    Set<String> shown = new HashSet<>();
    List<String> addresses = new ArrayList<>(article.mentions().addresses());
    article.details().image().ifPresent(image -> addresses.add(image.src()));
    List<String> values = newsroom ? article.mentions().values() : List.of();
    addresses.addAll(values);
    for (String address : addresses) {
      Pictures.candidates(article, address).stream()
          .filter(assets::contains)
          .findFirst()
          .ifPresent(shown::add);
    }
    // A template may put the folder before the name.
    values.forEach(value -> shown.addAll(byName.getOrDefault(name(value), List.of())));
    return shown;
  }

  private static String name(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** Whether a text holds the name of a file, as it is or as addresses write it. */
  private static boolean names(String text, String path) {
    String name = name(path);
    return text.contains(name)
        || text.contains(URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20"));
  }

  private static boolean isNamed(List<String> texts, String path) {
    return texts.stream().anyMatch(text -> text.contains(name(path)));
  }

  /** The templates, data files and style sheets, which may name any asset. */
  private static List<String> texts(Project project, Sources sources) {
    List<Path> files = new ArrayList<>();
    sources.data().forEach(file -> files.add(file.file()));
    sources.assets().stream()
        .filter(asset -> TEXTS.contains(asset.extension().toLowerCase(java.util.Locale.ROOT)))
        .forEach(asset -> files.add(asset.file()));
    try (Stream<Path> templates = Files.walk(project.templateOptions().folder())) {
      templates.filter(Files::isRegularFile).forEach(files::add);
    } catch (IOException | java.io.UncheckedIOException e) {
      // A folder that cannot be read is a problem elsewhere, and names nothing here.
      return texts(project, files);
    }
    return texts(project, files);
  }

  private static List<String> texts(Project project, List<Path> files) {
    Charset charset = project.articleOptions().charset();
    List<String> texts = new ArrayList<>();
    for (Path file : files) {
      try {
        byte[] bytes = Files.readAllBytes(file);
        texts.add(new String(bytes, charset));
        if (new String(bytes, StandardCharsets.ISO_8859_1).indexOf('\0') >= 0) {
          // Probably UTF-16, which no reader takes for an article, but which names pictures.
          texts.add(new String(bytes, StandardCharsets.UTF_16LE));
          texts.add(new String(bytes, StandardCharsets.UTF_16BE));
        }
      } catch (IOException e) {
        // What cannot be read is a problem elsewhere, and names nothing here.
        continue;
      }
    }
    return texts;
  }
}
