package org.newsbake.bake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.newsbake.article.SourceFile;
import org.newsbake.cache.CacheFile;
import org.newsbake.cache.DamagedException;
import org.newsbake.cache.Decoder;
import org.newsbake.cache.Encoder;
import org.newsbake.cache.FileStamp;
import org.newsbake.cache.Fingerprint;
import org.newsbake.cache.StoredProblem;
import org.newsbake.edition.PublicAddresses;
import org.newsbake.jbake.MarkupReader;
import org.newsbake.jbake.Project;
import org.newsbake.jbake.ProjectReader;

/**
 * What the last build of a project into an output folder was made of, and what it said. A build of
 * the very same files has nothing to do until the clock changes a page, if the output folder is as
 * it was left: most builds of a newsroom that builds every few minutes.
 */
final class LastBuild {

  /** The beginning of its name in the cache folder; behind it stands what tells the output. */
  private static final String FILE = "last-build-";

  /** Whether a file of the cache folder is one of these. */
  static boolean isFile(String name) {
    return name.matches(FILE + "[0-9a-f]+(\\.[0-9]+-[0-9]+)?");
  }

  private static final BiConsumer<Encoder, String> TEXT = Encoder::text;

  private final CacheFile file;
  private final OptionalLong sources;
  private final Map<Path, FileStamp> stamps;

  private LastBuild(CacheFile file, OptionalLong sources, Map<Path, FileStamp> stamps) {
    this.file = file;
    this.sources = sources;
    this.stamps = stamps;
  }

  /** The stamps of the files of the project, as far as they were looked at. */
  Map<Path, FileStamp> stamps() {
    return stamps;
  }

  /**
   * What a build can know of the one before it.
   *
   * @param sources the files of the project as they are now
   * @param settings what else decides what a build does
   * @param clock tells which files may change without another stamp
   */
  static LastBuild of(
      Project project, Sources sources, String settings, Clock clock, Parallel parallel) {
    Path output = project.output().toAbsolutePath().normalize();
    String name = FILE + Long.toHexString(Fingerprint.of(output.toString()));
    String key = Long.toHexString(project.fingerprint()) + " " + settings;
    Map<Path, FileStamp> stamps = new HashMap<>(2 * sources.content().size());
    OptionalLong sum = sum(project, sources, stamps, clock, parallel);
    return new LastBuild(new CacheFile(project.cache().resolve(name), key), sum, stamps);
  }

  /**
   * The fingerprint of the names and stamps of all files that a build reads; nothing where one may
   * change without another stamp, or where JBake's engines read a file.
   *
   * @param taken takes the stamps
   */
  private static OptionalLong sum(
      Project project,
      Sources sources,
      Map<Path, FileStamp> taken,
      Clock clock,
      Parallel parallel) {
    List<Path> files = new ArrayList<>();
    long sum = 0;
    for (List<SourceFile> kind :
        List.of(sources.content(), sources.assets(), sources.data(), sources.withheld())) {
      // What a file is taken for is a part of what is known of it.
      sum = Fingerprint.with(sum, kind.size());
      kind.forEach(file -> files.add(file.file()));
    }
    try (Stream<Path> templates =
        Files.walk(project.templateOptions().folder(), FileVisitOption.FOLLOW_LINKS)) {
      templates.filter(Files::isRegularFile).sorted().forEach(files::add);
      files.add(project.folder().resolve(ProjectReader.FILE));
      files.add(project.data().resolve(PublicAddresses.FILE));
      long now = TimeUnit.MILLISECONDS.toNanos(clock.millis());
      List<Optional<FileStamp>> stamps =
          parallel.map(files.size(), index -> stamp(files.get(index)));
      boolean known =
          sources.problems().isEmpty() && !MarkupReader.readsWithJBake(project, sources.content());
      for (int i = 0; i < files.size(); i++) {
        sum = Fingerprint.with(sum, Fingerprint.of(files.get(i).toString()));
        Optional<FileStamp> stamp = stamps.get(i);
        if (stamp.isPresent()) {
          taken.put(files.get(i), stamp.get());
          known &= stamp.get().isSettled(now);
          sum = Fingerprint.with(sum, stamp.get().fingerprint());
        }
      }
      return known ? OptionalLong.of(sum) : OptionalLong.empty();
    } catch (IOException | UncheckedIOException e) {
      // The build will say what is wrong.
      return OptionalLong.empty();
    }
  }

  private static Optional<FileStamp> stamp(Path file) throws IOException {
    try {
      return Optional.of(FileStamp.of(file));
    } catch (NoSuchFileException e) {
      // The properties and the ledger need not be there.
      return Optional.empty();
    }
  }

  /**
   * What the last build said, if this one would say the same.
   *
   * @param instant the instant of this build
   * @param site gives the fingerprint of the site that stands in the output folder, if all of its
   *     files are as they were written
   * @throws IOException when the output folder cannot be read
   */
  Optional<Report> report(Instant instant, Site site) throws IOException {
    if (sources.isEmpty() || !(file.read() instanceof CacheFile.Content.Found found)) {
      return Optional.empty();
    }
    try {
      Decoder in = new Decoder(found.bytes());
      boolean sameSources = in.fixed() == sources.getAsLong();
      Instant then = in.instant();
      Optional<Instant> next = in.optional(Decoder::instant);
      long written = in.fixed();
      if (!sameSources
          || instant.isBefore(then)
          || next.isPresent() && !instant.isBefore(next.get())) {
        return Optional.empty();
      }
      Report report = report(in);
      OptionalLong stands = site.fingerprint();
      return stands.isPresent() && stands.getAsLong() == written
          ? Optional.of(report)
          : Optional.empty();
    } catch (DamagedException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The site in an output folder. */
  interface Site {
    OptionalLong fingerprint() throws IOException;
  }

  /**
   * Keeps what a build said.
   *
   * @param next the first instant after that of the build at which a page may change
   * @param site the fingerprint of what was written
   */
  void keep(Report report, Instant instant, Optional<Instant> next, long site) {
    if (sources.isEmpty()) {
      return;
    }
    Encoder out = new Encoder();
    out.fixed(sources.getAsLong());
    out.instant(instant);
    out.optional(next, Encoder::instant);
    out.fixed(site);
    write(out, report);
    try {
      file.write(out.bytes());
    } catch (IOException e) {
      // The next build does its work.
      return;
    }
  }

  private static void write(Encoder out, Report report) {
    out.optional(report.output(), (to, path) -> to.text(path.toString()));
    out.number(report.contentFiles());
    out.number(report.pages());
    out.all(
        report.absent().entrySet(),
        (to, count) -> {
          to.text(count.getKey());
          to.number(count.getValue());
        });
    out.all(report.held(), TEXT);
    out.number(report.rendered());
    out.number(report.assets());
    Report.Written written = report.written().orElseThrow();
    out.number(written.files() + written.unchanged());
    out.number(written.foreign());
    out.all(report.problems(), StoredProblem::write);
    out.flag(report.failed());
    out.flag(report.tolerated());
  }

  private static Report report(Decoder in) {
    Optional<Path> output = in.optional(from -> Path.of(from.text()));
    int contentFiles = in.small();
    int pages = in.small();
    Map<String, Integer> absent = new TreeMap<>();
    for (int rest = in.count(); rest > 0; rest--) {
      absent.put(in.text(), in.small());
    }
    List<String> held = in.all(Decoder::text);
    int rendered = in.small();
    int assets = in.small();
    Report.Written written = new Report.Written(0, in.small(), 0, in.small());
    return new Report(
        output,
        contentFiles,
        pages,
        absent,
        held,
        rendered,
        0,
        assets,
        Optional.of(written),
        Optional.empty(),
        in.all(StoredProblem::read),
        in.flag(),
        in.flag(),
        Map.of(),
        List.of("nothing changed since the last build"));
  }
}
