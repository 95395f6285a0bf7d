package org.newsbake.bake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.newsbake.article.Article;
import org.newsbake.article.ArticleOptions;
import org.newsbake.article.ArticleReader;
import org.newsbake.article.Digests;
import org.newsbake.article.Manuscript;
import org.newsbake.article.Reading;
import org.newsbake.article.SourceFile;
import org.newsbake.article.StoredReading;
import org.newsbake.article.Words;
import org.newsbake.cache.CacheFile;
import org.newsbake.cache.DamagedException;
import org.newsbake.cache.Decoder;
import org.newsbake.cache.Encoder;
import org.newsbake.cache.FileStamp;
import org.newsbake.cache.Fingerprint;
import org.newsbake.edition.StoryFingerprints;
import org.newsbake.edition.TextSources;
import org.newsbake.jbake.MarkupReader;
import org.newsbake.jbake.Project;

/**
 * What became of the content files of a project when they were last read, so that only those are
 * read that changed. It gives what reading gives, to the last problem: a file whose {@link
 * FileStamp} changed, or may not show a change, is compared by its digest, and one with another
 * digest is read.
 *
 * <p>Files with errors, and those that JBake's engines read, are read each time. Thread-safe.
 */
final class ArticleCache {

  /** Its name in the cache folder. */
  static final String FILE = "articles";

  /** Whether a file of the cache folder is one of these. */
  static boolean isFile(String name) {
    return CacheFile.isOf(FILE, name);
  }

  private final Optional<CacheFile> file;
  private final Predicate<String> ownKeys;
  private final long now;
  private final boolean usable;
  private final boolean keeps;
  private final Map<Path, FileStamp> stamps;
  private final String reason;

  /** What the templates were asked about keys of headers, and what they answered. */
  private final Map<String, Boolean> answers = new ConcurrentHashMap<>();

  private final Map<String, Kept> before = new HashMap<>();
  private final Map<String, Kept> kept = new ConcurrentHashMap<>();
  private final Map<String, String> pool = new ConcurrentHashMap<>();
  private final AtomicInteger unchanged = new AtomicInteger();

  /** Whether what is written would not be what was read. */
  private volatile boolean outdated;

  private volatile boolean overtaken;

  /**
   * A file as it was read.
   *
   * @param settled whether its stamp alone tells that it is unchanged
   * @param sha1 the SHA-1 of its bytes, in hexadecimal digits
   * @param facts the fingerprint of its header
   * @param body the fingerprint of its text
   * @param elsewhere whether its text may name an address with the host of the site
   * @param reading what became of it, as {@link StoredReading} writes it
   */
  private record Kept(
      FileStamp stamp,
      boolean settled,
      String sha1,
      long facts,
      long body,
      boolean elsewhere,
      byte[] reading) {

    Kept at(FileStamp other, long now) {
      return new Kept(other, other.isSettled(now), sha1, facts, body, elsewhere, reading);
    }

    void write(Encoder out) {
      stamp.write(out);
      out.flag(settled);
      out.text(sha1);
      out.fixed(facts);
      out.fixed(body);
      out.flag(elsewhere);
      out.number(reading.length);
      out.raw(reading);
    }

    static Kept read(Decoder in) {
      return new Kept(
          FileStamp.read(in),
          in.flag(),
          in.text(),
          in.fixed(),
          in.fixed(),
          in.flag(),
          in.raw(in.count()));
    }
  }

  private ArticleCache(
      Optional<CacheFile> file,
      Predicate<String> ownKeys,
      boolean usable,
      Content.Caching caching) {
    this.file = file;
    this.ownKeys = ownKeys;
    this.usable = usable;
    keeps = caching.kept();
    stamps = caching.stamps();
    now = TimeUnit.MILLISECONDS.toNanos(caching.clock().millis());
    reason = file.map(this::load).orElse("the cache is turned off");
  }

  /** A cache that keeps nothing. */
  static ArticleCache none(Project project) {
    return new ArticleCache(
        Optional.empty(), project.articleOptions().ownKeys(), false, Content.Caching.OFF);
  }

  /**
   * The cache of a project.
   *
   * @param sources which sources' articles give text alone
   * @param caching whether what is read is to be {@linkplain #save saved}
   */
  static ArticleCache open(Project project, TextSources sources, Content.Caching caching) {
    if (MarkupReader.changesTexts(project)) {
      // JBake's own code changes all texts.
      return none(project);
    }
    return new ArticleCache(
        Optional.of(new CacheFile(project.cache().resolve(FILE), key(project, sources))),
        project.articleOptions().ownKeys(),
        true,
        caching);
  }

  /** All that reading depends on beside the files and the program. */
  private static String key(Project project, TextSources sources) {
    ArticleOptions options = project.articleOptions();
    return String.join(
        "\n",
        options.charset().name(),
        options.headerSeparator(),
        options.dateFormat(),
        options.zone().getId(),
        options.locale().toLanguageTag(),
        new TreeSet<>(options.types()).toString(),
        options.defaultType(),
        options.defaultStatus(),
        String.valueOf(options.sanitizeTags()),
        options.markdownExtensions().toString(),
        String.valueOf(options.news()),
        String.valueOf(options.newsroom()),
        String.valueOf(sources.given()),
        new TreeMap<>(sources.byKey()).toString(),
        new TreeMap<>(sources.byName()).toString(),
        new TreeSet<>(sources.strict()).toString(),
        SourceWalk.name(project, project.content()));
  }

  /**
   * Reads what was kept.
   *
   * @return why nothing can be used, or an empty text
   */
  private String load(CacheFile from) {
    CacheFile.Content content = from.read();
    if (content instanceof CacheFile.Content.None none) {
      return none.reason();
    }
    try {
      Decoder in = new Decoder(((CacheFile.Content.Found) content).bytes());
      for (int rest = in.count(); rest > 0; rest--) {
        String key = in.text();
        boolean answer = in.flag();
        if (ownKeys.test(key) != answer) {
          return "the templates use other keys of headers than before";
        }
        answers.put(key, answer);
      }
      for (int rest = in.count(); rest > 0; rest--) {
        before.put(in.text(), Kept.read(in));
      }
      return "";
    } catch (DamagedException e) {
      before.clear();
      answers.clear();
      return "the cache is damaged: " + e.getMessage();
    }
  }

  /** Whether a site's templates use a key; remembers what was asked. */
  Predicate<String> ownKeys() {
    return usable ? key -> answers.computeIfAbsent(key, ownKeys::test) : ownKeys;
  }

  /**
   * What becomes of a file.
   *
   * @param reader reads it again when its text is asked for
   * @param reading reads it now
   */
  Reading read(SourceFile source, MarkupReader reader, Supplier<Reading> reading) {
    if (!usable || !ArticleReader.reads(source.extension())) {
      return reading.get();
    }
    Optional<FileStamp> stamp = stamp(source);
    Kept known = before.get(source.path());
    if (stamp.isPresent() && known != null) {
      Optional<Reading> last = last(source, stamp.get(), known, reader);
      if (last.isPresent()) {
        return last.get();
      }
    }
    Reading read = reading.get();
    outdated = true;
    if (keeps) {
      stamp.ifPresent(it -> keep(source, it, read));
    }
    return read;
  }

  private Optional<FileStamp> stamp(SourceFile source) {
    FileStamp known = stamps.get(source.file());
    try {
      return Optional.of(known == null ? FileStamp.of(source.file()) : known);
    } catch (IOException e) {
      // Reading it tells what is wrong.
      return Optional.empty();
    }
  }

  private Optional<Reading> last(
      SourceFile source, FileStamp stamp, Kept known, MarkupReader reader) {
    boolean same = stamp.equals(known.stamp()) && known.settled();
    if (!same && (stamp.size() != known.stamp().size() || !hasDigest(source, known.sha1()))) {
      return Optional.empty();
    }
    Reading reading;
    try {
      reading =
          StoredReading.of(
              new Decoder(known.reading(), pool), source, () -> again(source, known, reader));
    } catch (DamagedException e) {
      return Optional.empty();
    }
    if (!same) {
      boolean dated = reading.article().map(Article::dated).orElse(true);
      if (!dated && stamp.modified() != known.stamp().modified()) {
        // Its date is its file's time.
        return Optional.empty();
      }
      outdated = true;
    }
    unchanged.incrementAndGet();
    kept.put(source.path(), same ? known : known.at(stamp, now));
    return Optional.of(reading);
  }

  private static boolean hasDigest(SourceFile source, String sha1) {
    try {
      return Digests.sha1(Files.readAllBytes(source.file())).equals(sha1);
    } catch (IOException e) {
      return false;
    }
  }

  /** The words of a file that was not read, since it is unchanged. */
  private Words again(SourceFile source, Kept known, MarkupReader reader) {
    Reading read = Content.article(reader, source);
    if (!read.words().sha1().equals(known.sha1())) {
      overtaken = true;
    }
    return read.words();
  }

  private void keep(SourceFile source, FileStamp stamp, Reading reading) {
    Manuscript text = reading.words().manuscript();
    if (reading.article().isEmpty() || text.failure().isPresent()) {
      return;
    }
    OptionalLong facts = StoredReading.facts(reading.article().get(), reading.words());
    StoredReading.bytes(reading)
        .ifPresent(
            bytes ->
                kept.put(
                    source.path(),
                    new Kept(
                        stamp,
                        stamp.isSettled(now),
                        text.sha1(),
                        facts.orElseThrow(),
                        Fingerprint.of(text.html()),
                        StoryFingerprints.mayNameHost(text.html()),
                        bytes)));
  }

  /**
   * What tells an article from other versions of it; nothing where its header has a value that
   * cannot be compared.
   */
  Optional<StoryFingerprints.Facts> facts(Article article, Words words) {
    Kept known = kept.get(article.source().path());
    if (known != null && known.sha1().equals(words.sha1())) {
      return Optional.of(
          new StoryFingerprints.Facts(
              known.facts(), Fingerprint.of(known.sha1()), known.body(), known.elsewhere()));
    }
    OptionalLong facts = StoredReading.facts(article, words);
    return facts.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new StoryFingerprints.Facts(
                facts.getAsLong(),
                Fingerprint.of(words.sha1()),
                Fingerprint.of(words.body()),
                StoryFingerprints.mayNameHost(words.body())));
  }

  /** The fingerprint of the text of an article. */
  long body(Article article, Words words) {
    Kept known = kept.get(article.source().path());
    return known != null && known.sha1().equals(words.sha1())
        ? known.body()
        : Fingerprint.of(words.body());
  }

  /** Whether a file changed after it was found unchanged: what was read does not fit together. */
  boolean isOvertaken() {
    return overtaken;
  }

  /** Keeps what was read for the next time. A failure costs time and nothing else. */
  void save() {
    if (file.isEmpty() || !outdated && kept.size() == before.size()) {
      return;
    }
    Encoder out = new Encoder();
    out.all(
        new TreeMap<>(answers).entrySet(),
        (to, answer) -> {
          to.text(answer.getKey());
          to.flag(answer.getValue());
        });
    out.all(
        new TreeMap<>(kept).entrySet(),
        (to, entry) -> {
          to.text(entry.getKey());
          entry.getValue().write(to);
        });
    try {
      file.get().write(out.bytes());
    } catch (IOException e) {
      // The next build reads all files; this one is done.
      return;
    }
  }

  /** What the cache was good for, in a line. */
  String summary() {
    return before.isEmpty()
        ? "all read, " + reason
        : unchanged.get() + " of " + kept.size() + " unchanged, not read again";
  }
}
