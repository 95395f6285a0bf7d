package org.newsbake.bake;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.newsbake.Problem;
import org.newsbake.SourceLocation;
import org.newsbake.article.Article;
import org.newsbake.article.ArticleReader;
import org.newsbake.article.DataFile;
import org.newsbake.article.DataReader;
import org.newsbake.article.Manuscript;
import org.newsbake.article.Reading;
import org.newsbake.article.SourceFile;
import org.newsbake.article.Words;
import org.newsbake.cache.FileStamp;
import org.newsbake.edition.Newsroom;
import org.newsbake.edition.PublicAddresses;
import org.newsbake.edition.Stories;
import org.newsbake.edition.TextSources;
import org.newsbake.jbake.MarkupReader;
import org.newsbake.jbake.Project;

/**
 * What a project holds, as it was read: the first stage of a build. Immutable.
 *
 * @param snapshot what plans read
 * @param readings what became of each of its content files, in their order
 * @param words what articles say, by content path
 * @param dataProblems what is wrong with data files
 * @param cache what was read, for the next time
 */
record Content(
    Snapshot snapshot,
    List<Reading> readings,
    Map<String, Words> words,
    List<Problem> dataProblems,
    ArticleCache cache) {

  /** How often a file that gives no article any more is looked at again, and after what time. */
  private static final int MORE_LOOKS = 3;

  /** How often one that is empty is. */
  private static final int MOST_LOOKS = 30;

  private static final long WAIT_MILLISECONDS = 5;

  Content {
    readings = List.copyOf(readings);
    words = Collections.unmodifiableMap(words);
    dataProblems = List.copyOf(dataProblems);
  }

  Project project() {
    return snapshot.project();
  }

  Sources sources() {
    return snapshot.sources();
  }

  /** The articles that could be read, in the order of their files. */
  List<Article> articles() {
    return snapshot.articles();
  }

  /** What an article says. */
  Words words(Article article) {
    return words.get(article.source().path());
  }

  /** The stories of a plan of this content. */
  Stories stories(Plan plan) {
    return new Stories(plan.planned(), this::words);
  }

  /**
   * Reads all files of a project.
   *
   * @throws IOException when the machine fails
   */
  static Content read(Project project, Parallel parallel) throws IOException {
    return read(project, Caching.OFF, parallel);
  }

  /**
   * Reads all files of a project.
   *
   * @throws IOException when the machine fails
   */
  static Content read(Project project, Caching caching, Parallel parallel) throws IOException {
    return read(project, SourceWalk.find(project, MarkupReader.extensions()), caching, parallel);
  }

  /**
   * Reads these files of a project.
   *
   * @throws IOException when the machine fails
   */
  static Content read(Project project, Sources sources, Caching caching, Parallel parallel)
      throws IOException {
    return read(project, sources, Content::whole, caching, parallel);
  }

  /**
   * Whether files that did not change since they were read last are read again.
   *
   * @param known whether they are not
   * @param kept whether what is read is kept for the next time
   * @param clock tells which files may change without another time
   * @param stamps the stamps of files that were just looked at
   */
  record Caching(boolean known, boolean kept, Clock clock, Map<Path, FileStamp> stamps) {

    /** All files are read. */
    static final Caching OFF = new Caching(false, false, Clock.systemUTC(), Map.of());

    /** Only those are read that changed. */
    static final Caching READ = new Caching(true, false, Clock.systemUTC(), Map.of());

    private ArticleCache cache(Project project, TextSources sources) {
      return known ? ArticleCache.open(project, sources, this) : ArticleCache.none(project);
    }
  }

  /**
   * Reads these files of a project, for those who show few of the articles: texts become HTML when
   * they are first asked for. Where a parser gave up is found by {@link #whole(Parallel)}.
   *
   * @throws IOException when the machine fails
   */
  static Content late(Project project, Sources sources, Caching caching, Parallel parallel)
      throws IOException {
    return read(project, sources, Content::article, caching, parallel);
  }

  private static Content read(
      Project project, Sources sources, How how, Caching caching, Parallel parallel)
      throws IOException {
    List<SourceFile> files = sources.content();
    Data data = data(project, sources.data(), path -> Optional.empty(), parallel);
    TextSources textSources = TextSources.of(data.files(), project.newsroom());
    ArticleCache cache = caching.cache(project, textSources);
    MarkupReader reader = reader(project, textSources, cache.ownKeys());
    Reading[] none = new Reading[files.size()];
    How cached = (from, file) -> cache.read(file, from, () -> how.read(from, file));
    return of(
        project,
        sources,
        readings(reader, files, none, file -> true, cached, parallel),
        data,
        cache,
        0);
  }

  private static MarkupReader reader(
      Project project, TextSources textSources, Predicate<String> ownKeys) {
    return new MarkupReader(project, ownKeys, textSources, textSources::isStrict);
  }

  private static Content of(
      Project project,
      Sources sources,
      Reading[] readings,
      Data data,
      ArticleCache cache,
      long revision) {
    List<Article> articles = new ArrayList<>(readings.length);
    Map<String, Words> words = new HashMap<>(2 * readings.length);
    Newsroom newsroom = new Newsroom(data.files(), project.newsroom(), key -> true);
    for (Reading reading : readings) {
      if (reading.article().isPresent()) {
        articles.add(newsroom.bound(reading.article().get()));
        words.put(reading.article().get().source().path(), reading.words());
      }
    }
    return new Content(
        new Snapshot(project, sources, articles, data.files(), data.known(), revision),
        Arrays.asList(readings),
        words,
        data.problems(),
        cache);
  }

  /** How one file is read. */
  private interface How {
    Reading read(MarkupReader reader, SourceFile file);
  }

  /**
   * What the project holds once some of its files were read again. Where the new version of a file
   * has an error, its last good article stays.
   *
   * @param sources its files, as they are now
   * @param changed the files to read again; those that are new are read in any case
   * @param revision the {@linkplain Snapshot#revision revision} of what is no article
   * @throws IOException when the machine fails
   */
  Content again(
      Project now, Sources sources, Predicate<SourceFile> changed, long revision, Parallel parallel)
      throws IOException {
    List<SourceFile> files = sources.content();
    Reading[] last = new Reading[files.size()];
    if (sources == sources()) {
      readings.toArray(last);
    } else {
      Map<String, Reading> byPath = new HashMap<>();
      for (int i = 0; i < readings.size(); i++) {
        byPath.put(sources().content().get(i).path(), readings.get(i));
      }
      for (int i = 0; i < last.length; i++) {
        last[i] = byPath.get(files.get(i).path());
      }
    }
    boolean sameData = sources == sources() && sources.data().stream().noneMatch(changed);
    Data before = new Data(snapshot.data(), dataProblems, snapshot.known());
    Data read = sameData ? before : data(now, sources.data(), this::lastGoodData, parallel);
    TextSources textSources = TextSources.of(read.files(), now.newsroom());
    if (!textSources.equals(TextSources.of(snapshot.data(), project().newsroom()))) {
      // Another trust makes other articles of the same files.
      Arrays.fill(last, null);
    }
    MarkupReader reader = reader(now, textSources, now.articleOptions().ownKeys());
    return of(
        now,
        sources,
        readings(reader, files, last, changed, Content::whole, parallel),
        read,
        cache,
        revision);
  }

  private Optional<DataFile> lastGoodData(String path) {
    return snapshot.data().stream().filter(file -> file.source().path().equals(path)).findFirst();
  }

  /** What could not be read, and why. */
  List<Problem> problems() {
    List<Problem> problems = new ArrayList<>(sources().problems());
    readings.forEach(reading -> problems.addAll(reading.problems()));
    problems.addAll(dataProblems);
    return problems;
  }

  /**
   * @param last what became of each file the last time, or {@code null}
   * @param changed the files to read again
   */
  private static Reading[] readings(
      MarkupReader reader,
      List<SourceFile> files,
      Reading[] last,
      Predicate<SourceFile> changed,
      How how,
      Parallel parallel)
      throws IOException {
    Reading[] readings = last.clone();
    List<Integer> unread = new ArrayList<>();
    for (int i = 0; i < readings.length; i++) {
      if (last[i] == null || changed.test(files.get(i))) {
        unread.add(i);
      }
    }
    List<Reading> read =
        parallel.map(
            unread.size(),
            index -> files.get(unread.get(index)).name(),
            index -> {
              SourceFile file = files.get(unread.get(index));
              Reading good = last[unread.get(index)];
              return good == null || !good.isSound()
                  ? how.read(reader, file)
                  : again(reader, file, good);
            });
    for (int i = 0; i < read.size(); i++) {
      readings[unread.get(i)] = read.get(i);
    }
    return readings;
  }

  /** Reads a file that was good: it may be looked at while it is being saved. */
  private static Reading again(MarkupReader reader, SourceFile file, Reading last)
      throws InterruptedIOException {
    Reading reading = whole(reader, file);
    try {
      int looks = !reading.isSound() && isEmpty(file) ? MOST_LOOKS : MORE_LOOKS;
      for (int i = 0; i < looks && !reading.isSound(); i++) {
        Thread.sleep(WAIT_MILLISECONDS);
        reading = whole(reader, file);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException();
    }
    return !reading.isSound() && reading.problems().stream().anyMatch(Problem::isError)
        ? new Reading(last.article(), last.words(), reading.problems())
        : reading;
  }

  /** Editors that save in place empty the file first. */
  private static boolean isEmpty(SourceFile file) {
    return file.file().toFile().length() == 0;
  }

  /** What becomes of one file, whatever its parser does; its text is HTML then. */
  private static Reading whole(MarkupReader reader, SourceFile file) {
    return whole(article(reader, file));
  }

  private static Reading whole(Reading reading) {
    if (reading.article().isEmpty() || reading.words().manuscript().isKnown()) {
      return reading;
    }
    SourceFile file = reading.article().get().source();
    Manuscript text = reading.words().manuscript();
    text.sha1();
    if (text.refusal().isPresent()) {
      return unread(file, text.refusal().get());
    }
    return text.failure()
        .map(failure -> unread(file, parserGaveUp(file, failure)))
        .orElseGet(() -> withRemovedMarkup(reading));
  }

  /** The reading with what only its HTML shows, told once. */
  private static Reading withRemovedMarkup(Reading reading) {
    Article article = reading.article().get();
    Optional<Problem> removed = ArticleReader.removedMarkup(article, reading.words());
    if (removed.isEmpty() || reading.problems().contains(removed.get())) {
      return reading;
    }
    List<Problem> problems = new ArrayList<>(reading.problems());
    problems.add(removed.get());
    return new Reading(reading.article(), reading.words(), problems);
  }

  /** Makes all texts HTML. */
  void makeTexts(Parallel parallel) {
    parallel.each(readings.size(), index -> readings.get(index).words().body());
  }

  /** The same content with all texts as HTML; itself where no parser gave up. */
  Content whole(Parallel parallel) {
    Reading[] made = new Reading[readings.size()];
    parallel.each(made.length, index -> made[index] = whole(readings.get(index)));
    List<Reading> whole = Arrays.asList(made);
    if (whole.equals(readings)) {
      return this;
    }
    Data data = new Data(snapshot.data(), dataProblems, snapshot.known());
    return of(project(), sources(), made, data, cache, snapshot.revision());
  }

  /**
   * What becomes of one file, whatever its parser does but for its text, which is looked at late.
   */
  static Reading article(MarkupReader reader, SourceFile file) {
    try {
      Reading reading = reader.read(file);
      boolean unread =
          reading.article().isEmpty() && reading.problems().stream().anyMatch(Problem::isError);
      return unread
          ? Reading.quarantined(Article.unread(file), Words.NONE, reading.problems())
          : reading;
    } catch (IOException e) {
      return unread(file, Reasons.unreadable(file, e));
    } catch (RuntimeException | StackOverflowError e) {
      // A parser that gives up on one file must not take the others with it.
      return unread(file, parserGaveUp(file, e));
    }
  }

  private static Reading unread(SourceFile file, Problem problem) {
    return Reading.quarantined(Article.unread(file), Words.NONE, List.of(problem));
  }

  /** The data files that can be read, what is wrong with the others, and the ledger. */
  record Data(List<DataFile> files, List<Problem> problems, PublicAddresses known) {}

  /**
   * Reads the data files of a project.
   *
   * @throws IOException when the machine fails
   */
  static Data data(Project project, List<SourceFile> files, Parallel parallel) throws IOException {
    return data(project, files, path -> Optional.empty(), parallel);
  }

  /**
   * @param lastGood the data of a file before it got an error, by its path
   */
  private static Data data(
      Project project,
      List<SourceFile> files,
      Function<String, Optional<DataFile>> lastGood,
      Parallel parallel)
      throws IOException {
    DataReader reader = new DataReader(project.articleOptions().zone());
    List<DataFile> data = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    List<DataReader.Result> results =
        parallel.map(
            files.size(),
            index -> files.get(index).name(),
            index -> data(reader, files.get(index)));
    for (int i = 0; i < files.size(); i++) {
      String path = files.get(i).path();
      problems.addAll(results.get(i).problems());
      results.get(i).file().or(() -> lastGood.apply(path)).ifPresent(data::add);
    }
    PublicAddresses known = known(project, problems::add);
    problems.addAll(known.problems());
    return new Data(data, problems, known);
  }

  private static DataReader.Result data(DataReader reader, SourceFile file) {
    try {
      return reader.read(file);
    } catch (IOException e) {
      return new DataReader.Result(Optional.empty(), List.of(Reasons.unreadable(file, e)));
    } catch (RuntimeException | StackOverflowError e) {
      return new DataReader.Result(Optional.empty(), List.of(parserGaveUp(file, e)));
    }
  }

  /** The ledger of public addresses; a site need not have one. */
  private static PublicAddresses known(Project project, Consumer<Problem> problems) {
    Path file = project.data().resolve(PublicAddresses.FILE);
    String name = Snapshot.ledgerName(project);
    try {
      return PublicAddresses.read(name, Files.readString(file));
    } catch (NoSuchFileException e) {
      return PublicAddresses.NONE;
    } catch (IOException e) {
      problems.accept(Reasons.unreadable(new SourceFile(file, PublicAddresses.FILE, name), e));
      return PublicAddresses.NONE;
    }
  }

  private static Problem parserGaveUp(SourceFile file, Throwable e) {
    return Problem.error(
        "file-unreadable",
        SourceLocation.of(file.name()),
        "its parser gave up: " + e + ".",
        "Simplify the text, such as lists or quotes nested hundreds deep.");
  }
}
