package org.newsbake.build;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
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
import org.newsbake.article.Body;
import org.newsbake.article.HeaderPlace;
import org.newsbake.article.SourceFile;
import org.newsbake.edition.Edition;
import org.newsbake.edition.Entry;
import org.newsbake.edition.Photo;
import org.newsbake.edition.Pictures;
import org.newsbake.image.Picture;
import org.newsbake.image.PictureReader;
import org.newsbake.jbake.Project;

/** Finds the pictures that live articles show, and plans their smaller versions. */
final class PictureDesk {

  private static final Set<String> EXTENSIONS =
      Set.of("jpg", "jpeg", "png", "gif", "webp", "svg", "bmp");

  private final Project project;
  private final Map<String, SourceFile> assets = new HashMap<>();
  private final Collection<Problem> problems;

  /**
   * @param problems takes what is wrong with pictures
   */
  PictureDesk(Project project, List<SourceFile> assets, Collection<Problem> problems) {
    this.project = project;
    this.problems = problems;
    assets.stream()
        .filter(asset -> EXTENSIONS.contains(asset.extension().toLowerCase(Locale.ROOT)))
        .forEach(asset -> this.assets.put(asset.path(), asset));
  }

  /** The pictures of an edition; none where the site leaves pictures as they are. */
  Pictures pictures(Edition edition) {
    if (project.imageWidths().isEmpty()) {
      return Pictures.NONE;
    }
    Map<String, SourceFile> shown = new LinkedHashMap<>();
    for (Entry entry : edition.entries()) {
      Article article = entry.article();
      article.details().image().ifPresent(image -> shown(article, image.src(), shown));
      if (article.body().contains("<img")) {
        Body.pictures(article.body()).forEach(src -> shown(article, src, shown));
      }
    }
    String logo = project.siteOptions().publication().logo();
    if (assets.containsKey(logo)) {
      shown.put(logo, assets.get(logo));
    }
    List<Photo> photos = new ArrayList<>();
    for (Map.Entry<String, SourceFile> picture : shown.entrySet()) {
      read(picture.getKey(), picture.getValue()).ifPresent(photos::add);
    }
    return new Pictures(photos);
  }

  private void shown(Article article, String src, Map<String, SourceFile> shown) {
    Set<String> candidates = Pictures.candidates(article, src);
    Optional<String> path = candidates.stream().filter(assets::containsKey).findFirst();
    if (path.isPresent()) {
      shown.put(path.get(), assets.get(path.get()));
    } else if (candidates.isEmpty()) {
      problems.add(
          HeaderPlace.of(article.source(), "", src)
              .problem(
                  Severity.WARNING,
                  "picture-remote",
                  "the picture \"" + src + "\" is on another host, so it is not shown.",
                  "Copy it into the project, and name the copy."));
    } else {
      problems.add(
          HeaderPlace.of(article.source(), "", src)
              .problem(
                  Severity.WARNING,
                  "picture-missing",
                  "there is no picture \"" + src + "\".",
                  Choices.nearest(src, assets.keySet())
                      .map(near -> "Did you mean \"" + near + "\"?")
                      .orElse("Put it beside the article or into the assets.")));
    }
  }

  private Optional<Photo> read(String path, SourceFile file) {
    try {
      Optional<Picture> picture = new PictureReader().read(file.file());
      if (picture.isEmpty()) {
        problems.add(
            Problem.warning(
                "picture-invalid",
                SourceLocation.of(file.name()),
                "this is no picture that can be read, so no story shows it.",
                "Open it in an image editor and save it anew."));
        return Optional.empty();
      }
      return Optional.of(photo(path, file, picture.get(), Files.size(file.file())));
    } catch (IOException e) {
      problems.add(Reasons.unreadable(file, e));
      return Optional.empty();
    }
  }

  private Photo photo(String path, SourceFile file, Picture picture, long bytes) {
    List<Photo.Rendition> renditions = new ArrayList<>();
    int dot = path.lastIndexOf('.');
    for (int width : picture.resizable() ? project.imageWidths() : List.<Integer>of()) {
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
