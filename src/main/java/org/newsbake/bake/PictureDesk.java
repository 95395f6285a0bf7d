package org.newsbake.bake;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.newsbake.Choices;
import org.newsbake.Problem;
import org.newsbake.Severity;
import org.newsbake.SourceLocation;
import org.newsbake.article.Article;
import org.newsbake.article.Objection;
import org.newsbake.article.SourceFile;
import org.newsbake.edition.Edition;
import org.newsbake.edition.Entry;
import org.newsbake.edition.Newsroom;
import org.newsbake.edition.Photo;
import org.newsbake.edition.Pictures;
import org.newsbake.image.Picture;
import org.newsbake.image.PictureFormat;
import org.newsbake.image.PictureReader;
import org.newsbake.image.Scaling;
import org.newsbake.jbake.Project;
import org.newsbake.jbake.ProjectReader;
import org.newsbake.syndication.ContentSecurityPolicy;

/**
 * Finds the pictures that live articles, the newsroom's data files and the site itself show, and
 * plans their smaller versions.
 */
final class PictureDesk {

  /** The most characters of instructions that are quoted. */
  private static final int LONGEST_QUOTE = 100;

  /** The most missing pictures for which a picture with a similar name is sought. */
  private static final int MOST_COMPARED = 200;

  private final Project project;
  private final Map<String, SourceFile> assets = new HashMap<>();
  private final Collection<Objection> objections;
  private final Map<String, SourceFile> shown = new LinkedHashMap<>();

  private boolean isStrict;

  /** How many missing pictures were compared with those that are there. */
  private int compared;

  /** The files of the stories whose pictures' instructions are an error, by the pictures' paths. */
  private final Map<String, Shown> strict = new HashMap<>();

  /** A picture as a story writes it. */
  private record Shown(SourceFile story, String src) {}

  /**
   * @param assets the files of the site, without those that are kept back
   * @param objections takes what is wrong with pictures
   */
  PictureDesk(Project project, List<SourceFile> assets, Collection<Objection> objections) {
    this.project = project;
    this.objections = objections;
    assets.forEach(asset -> this.assets.put(asset.path(), asset));
  }

  /** The pictures of an edition; none where the site leaves pictures as they are. */
  Pictures pictures(Edition edition, Newsroom newsroom) {
    logo();
    if (project.imageWidths().isEmpty()) {
      return Pictures.NONE;
    }
    for (Entry entry : edition.entries()) {
      Article article = entry.article();
      isStrict =
          article
              .details()
              .source()
              .flatMap(newsroom::source)
              .filter(Newsroom::isStrict)
              .isPresent();
      article.details().image().ifPresent(image -> lead(article, image.src()));
      article.mentions().pictures().forEach(src -> inline(article, src));
    }
    newsroom.portraits().forEach(this::portrait);
    List<Photo> photos = new ArrayList<>();
    for (Map.Entry<String, SourceFile> picture : shown.entrySet()) {
      read(picture.getKey(), picture.getValue()).ifPresent(photos::add);
    }
    return new Pictures(photos);
  }

  private void logo() {
    String logo = project.siteOptions().publication().logo();
    if (logo.isEmpty() || show(Set.of(logo))) {
      return;
    }
    SourceFile properties =
        new SourceFile(
            project.folder().resolve(ProjectReader.FILE), ProjectReader.FILE, ProjectReader.FILE);
    missing(properties, "site.logo", logo, "Put it into the assets.");
  }

  private void lead(Article article, String src) {
    if (!isFile(article, src)) {
      objections.add(
          Objection.atNext(
              article.source(),
              src,
              Severity.WARNING,
              "picture-remote",
              "the picture \"" + src + "\" is no file of the project, so it is not shown.",
              "Copy it into the project, and name the copy."));
    }
  }

  private void inline(Article article, String src) {
    if (!isFile(article, src) && isForbidden(src)) {
      objections.add(
          Objection.atNext(
              article.source(),
              src,
              Severity.WARNING,
              "picture-remote",
              "the picture \""
                  + src
                  + "\" is on another host, so browsers that get the site's"
                  + " Content-Security-Policy do not show it.",
              "Copy it into the project, and name the copy; or allow its host in"
                  + " headers.csp."));
    }
  }

  /** Takes the file that an article names, and says whether it names one, there or not. */
  private boolean isFile(Article article, String src) {
    Set<String> candidates = Pictures.candidates(article, src);
    if (isStrict) {
      candidates.stream()
          .filter(assets::containsKey)
          .findFirst()
          .ifPresent(path -> strict.putIfAbsent(path, new Shown(article.source(), src)));
    }
    if (!candidates.isEmpty() && !show(candidates)) {
      objections.add(
          Objection.atNext(
              article.source(),
              src,
              Severity.WARNING,
              "picture-missing",
              "there is no picture \"" + src + "\".",
              similar(src, "Put it beside the article or into the assets.")));
    }
    return !candidates.isEmpty();
  }

  /** Whether the headers that the site's host is told to send keep browsers from a picture. */
  private boolean isForbidden(String src) {
    return !src.startsWith("data:")
        && !project.siteOptions().machines().hostFiles().isEmpty()
        && !isOwn(src)
        && !new ContentSecurityPolicy(project.syndicationOptions().contentSecurityPolicy())
            .allowsPicture(src);
  }

  private boolean isOwn(String src) {
    String host = project.siteOptions().publication().host();
    return !host.isEmpty() && src.startsWith(host + "/");
  }

  private void portrait(Newsroom.Portrait portrait) {
    Optional<String> path = Pictures.path(portrait.src());
    if (path.isEmpty() || !show(Set.of(path.get()))) {
      missing(
          portrait.file(),
          portrait.entity().key(),
          portrait.src(),
          "Put it into the assets, and name it from the site's root on.");
    }
  }

  /** Takes the first path that is a file of the site, and says whether one is. */
  private boolean show(Set<String> candidates) {
    Optional<String> path = candidates.stream().filter(assets::containsKey).findFirst();
    path.ifPresent(it -> shown.put(it, assets.get(it)));
    return path.isPresent();
  }

  private void missing(SourceFile file, String key, String src, String advice) {
    objections.add(
        Objection.atValue(
            file,
            key,
            src,
            Severity.WARNING,
            "picture-missing",
            "there is no picture \"" + src + "\".",
            similar(src, advice)));
  }

  /** The picture that may be meant, else what to do. */
  private String similar(String src, String advice) {
    List<String> pictures =
        compared++ < MOST_COMPARED
            ? assets.values().stream().filter(PictureDesk::isPicture).map(SourceFile::path).toList()
            : List.of();
    return Choices.nearest(src, pictures)
        .map(near -> "Did you mean \"" + near + "\"?")
        .orElse(advice);
  }

  private void add(Problem problem) {
    objections.add(Objection.of(problem));
  }

  private static boolean isPicture(SourceFile asset) {
    return Arrays.stream(PictureFormat.values())
        .anyMatch(format -> format.extensions().contains(extension(asset)));
  }

  private static String extension(SourceFile asset) {
    return asset.extension().toLowerCase(Locale.ROOT);
  }

  private Optional<Photo> read(String path, SourceFile file) {
    try {
      CleanAsset clean = CleanAsset.of(project, file);
      clean.problem().ifPresent(this::add);
      clean.instructions().ifPresent(text -> instructions(path, file, text));
      if (!clean.published()) {
        return Optional.empty();
      }
      Optional<Picture> picture = new PictureReader().read(file.file());
      if (picture.isEmpty()) {
        add(
            Problem.warning(
                "picture-invalid",
                SourceLocation.of(file.name()),
                "this is no picture that can be read: it is damaged, cut short, of another format"
                    + " or larger than "
                    + PictureReader.MOST_BYTES / 1_000_000
                    + " MB. Templates do not get it, and in a text it stands without its size.",
                "Open it in an image editor and save it anew."));
        return Optional.empty();
      }
      look(file, picture.get());
      long size = clean.bytes().isPresent() ? clean.bytes().get().length : Files.size(file.file());
      return Optional.of(photo(path, file, picture.get(), size));
    } catch (IOException e) {
      add(Reasons.unreadable(file, e));
      return Optional.empty();
    }
  }

  /** Tells what a picture that a live story shows says to editors. */
  private void instructions(String path, SourceFile file, String text) {
    String line = Problem.printable(text.replaceAll("\\s+", " ")).strip();
    String quoted =
        line.codePointCount(0, line.length()) <= LONGEST_QUOTE
            ? line
            : line.substring(0, line.offsetByCodePoints(0, LONGEST_QUOTE - 1)) + "…";
    String advice =
        "Check that the site may show the picture. The instructions themselves are not published.";
    Shown shown = strict.get(path);
    objections.add(
        shown == null
            ? Objection.of(
                Problem.warning(
                    "picture-instructions",
                    SourceLocation.of(file.name()),
                    "the picture tells editors: \"" + quoted + "\".",
                    advice))
            : Objection.atValue(
                shown.story(),
                "image",
                shown.src(),
                Severity.ERROR,
                "picture-instructions",
                "the picture " + file.name() + " tells editors: \"" + quoted + "\".",
                advice));
  }

  /** Tells what is wrong with a picture although it can be read. */
  private void look(SourceFile file, Picture picture) {
    SourceLocation location = SourceLocation.of(file.name());
    PictureFormat format = picture.format();
    if (isPicture(file) && !format.extensions().contains(extension(file))) {
      add(
          Problem.warning(
              "picture-misnamed",
              location,
              "the name says " + extension(file) + ", but this is a picture in " + format + ".",
              "Let the name end in ." + format.extensions().get(0) + "."));
    }
    if (picture.active()) {
      add(
          Problem.warning(
              "picture-active",
              location,
              "the drawing holds a script, which runs where the file itself is opened.",
              "Save it without scripts."));
    }
    if (picture.width() > project.imageWidths().get(0)) {
      switch (picture.scaling()) {
        case TOO_LARGE ->
            add(
                Problem.warning(
                    "picture-large",
                    location,
                    String.format(
                        Locale.ROOT,
                        "%,d × %,d pixels are too many for smaller versions, so browsers get them"
                            + " all.",
                        picture.width(),
                        picture.height()),
                    "Save it with at most "
                        + PictureReader.MOST_PIXELS / 1_000_000
                        + " megapixels."));
        case PRINT_COLOURS ->
            add(
                Problem.warning(
                    "picture-colours",
                    location,
                    "the picture is in colours of print (CMYK), so it has no smaller versions, and"
                        + " browsers show other colours than paper.",
                    "Save it in RGB."));
        case POSSIBLE, NONE -> {}
      }
    }
  }

  private Photo photo(String path, SourceFile file, Picture picture, long bytes) {
    List<Photo.Rendition> renditions = new ArrayList<>();
    int dot = path.lastIndexOf('.');
    for (int width :
        picture.scaling() == Scaling.POSSIBLE ? project.imageWidths() : List.<Integer>of()) {
      if (width < picture.width()) {
        int height = Math.max(1, Math.round((float) picture.height() * width / picture.width()));
        renditions.add(
            new Photo.Rendition(
                path.substring(0, dot) + "-" + width + "w" + path.substring(dot), width, height));
      }
    }
    return new Photo(
        path,
        file,
        picture.width(),
        picture.height(),
        picture.format().mediaType(),
        bytes,
        picture.legend().caption(),
        picture.legend().creditLine(),
        picture.legend().source(),
        renditions);
  }
}
