package org.newsbake.bake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.newsbake.Problem;
import org.newsbake.SourceLocation;
import org.newsbake.article.SourceFile;
import org.newsbake.image.PictureCleaner;
import org.newsbake.image.PictureReader;
import org.newsbake.image.SvgCleaner;
import org.newsbake.jbake.Project;

/**
 * A file of a site as it is published: in a newsroom a picture without what readers must not have,
 * and any other file as it is.
 *
 * @param bytes what is published instead of the file
 * @param instructions what the picture tells editors
 * @param problem what is wrong with it
 * @param published whether it is published at all
 */
record CleanAsset(
    Optional<byte[]> bytes,
    Optional<String> instructions,
    Optional<Problem> problem,
    boolean published) {

  private static final CleanAsset AS_IT_IS =
      new CleanAsset(Optional.empty(), Optional.empty(), Optional.empty(), true);

  private static final String ADVICE = "Save it as JPEG, PNG, WebP or GIF, or without metadata.";

  /**
   * Looks at a file.
   *
   * @throws IOException when it cannot be read
   */
  static CleanAsset of(Project project, SourceFile asset) throws IOException {
    PictureCleaner cleaner = new PictureCleaner();
    if (project.newsroom() && asset.extension().equalsIgnoreCase("svg")) {
      return drawing(asset);
    }
    if (!project.newsroom() || !cleaner.isPicture(start(asset.file()))) {
      return AS_IT_IS;
    }
    SourceLocation location = SourceLocation.of(asset.name());
    if (Files.size(asset.file()) > PictureReader.MOST_BYTES) {
      return refused(
          Problem.warning(
              "picture-metadata",
              location,
              "the picture is larger than "
                  + PictureReader.MOST_BYTES / 1_000_000
                  + " MB, so its metadata cannot be taken out, and it is not published.",
              ADVICE));
    }
    PictureCleaner.Clean clean = cleaner.clean(Files.readAllBytes(asset.file()));
    return switch (clean.outcome()) {
      case CLEANED ->
          new CleanAsset(Optional.of(clean.bytes()), clean.instructions(), Optional.empty(), true);
      case LEFT ->
          new CleanAsset(
              Optional.empty(),
              Optional.empty(),
              Optional.of(
                  Problem.warning(
                      "picture-metadata",
                      location,
                      "the picture is damaged or in a format whose metadata Newsbake cannot take"
                          + " out. It is published as it is.",
                      ADVICE)),
              true);
      case REFUSED ->
          refused(
              Problem.warning(
                  "picture-metadata",
                  location,
                  "the picture seems to hold instructions, contacts or a place, and it is damaged"
                      + " or in a format whose metadata Newsbake cannot take out. It is not"
                      + " published.",
                  ADVICE));
    };
  }

  private static CleanAsset drawing(SourceFile asset) throws IOException {
    Optional<byte[]> clean =
        Files.size(asset.file()) > PictureReader.MOST_BYTES
            ? Optional.empty()
            : new SvgCleaner().clean(Files.readAllBytes(asset.file()));
    return clean.isPresent()
        ? new CleanAsset(clean, Optional.empty(), Optional.empty(), true)
        : refused(
            Problem.warning(
                "picture-metadata",
                SourceLocation.of(asset.name()),
                "the drawing is no SVG whose comments and metadata Newsbake can take out. It is not"
                    + " published.",
                "Save it again as plain SVG in UTF-8."));
  }

  private static CleanAsset refused(Problem problem) {
    return new CleanAsset(Optional.empty(), Optional.empty(), Optional.of(problem), false);
  }

  private static byte[] start(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(PictureCleaner.SIGNATURE);
    }
  }
}
