package org.newsbake.article;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.newsbake.Problem;
import org.newsbake.Severity;
import org.newsbake.SourceLocation;

/**
 * The text of an article: HTML that is made from its markup when it is first asked for, since a
 * preview shows few of the articles that it reads.
 *
 * <p>Thread-safe.
 */
public final class Manuscript {

  private final UnaryOperator<String> toHtml;

  /** Whether it is copy of others, whose markup is not trusted. */
  private final boolean text;

  /** Reads the text from its file, where that has not been done. */
  private final Supplier<Manuscript> reading;

  /** What the HTML is made from, until it is. */
  private String markup;

  /** What the digest is made from, until it is. */
  private byte[] file;

  private volatile String html;
  private volatile String sha1;
  private volatile Throwable failure;
  private volatile AllowedMarkup.Removal removal;
  private volatile Problem refusal;

  /** Where the text begins. */
  private final SourceLocation start;

  /**
   * A text at the beginning of a file, with all the markup that its author wrote.
   *
   * @param markup the text in its markup
   * @param toHtml makes it HTML
   * @param file the bytes of the file that holds it, which nobody changes
   */
  Manuscript(String markup, UnaryOperator<String> toHtml, byte[] file) {
    this(markup, toHtml, file, false, new SourceLocation("text", 1, 1));
  }

  /**
   * @param markup the text in its markup
   * @param toHtml makes it HTML
   * @param file the bytes of the file that holds it, which nobody changes
   * @param text whether it is copy of others, of whose markup {@link AllowedMarkup} is kept
   * @param start where in its file the text begins, at the beginning of a line
   */
  Manuscript(
      String markup,
      UnaryOperator<String> toHtml,
      byte[] file,
      boolean text,
      SourceLocation start) {
    this.text = text;
    this.start = Objects.requireNonNull(start);
    this.reading = null;
    this.markup = Objects.requireNonNull(markup);
    this.toHtml = Objects.requireNonNull(toHtml);
    this.file = Objects.requireNonNull(file);
  }

  /**
   * A text that is HTML already.
   *
   * @param sha1 the SHA-1 of the file that holds it, in hexadecimal digits
   */
  public Manuscript(String html, String sha1) {
    this(html, sha1, false, null);
  }

  /**
   * A text that is HTML already.
   *
   * @param file the bytes of the file that holds it
   */
  public static Manuscript of(String html, byte[] file) {
    return new Manuscript(html, Digests.sha1(file));
  }

  /**
   * A text that is known to be sound and is read from its file again when it is asked for.
   *
   * @param sha1 the SHA-1 of the file, in hexadecimal digits
   * @param text whether it is copy of others, whose markup is not trusted
   * @param reading reads it
   */
  static Manuscript late(String sha1, boolean text, Supplier<Manuscript> reading) {
    return new Manuscript(sha1, text, reading);
  }

  private Manuscript(String sha1, boolean text, Supplier<Manuscript> reading) {
    toHtml = UnaryOperator.identity();
    this.text = text;
    this.reading = Objects.requireNonNull(reading);
    start = new SourceLocation("text", 1, 1);
    this.sha1 = Objects.requireNonNull(sha1);
  }

  private Manuscript(String html, String sha1, boolean text, AllowedMarkup.Removal removal) {
    toHtml = UnaryOperator.identity();
    reading = null;
    this.text = text;
    this.removal = removal;
    start = new SourceLocation("text", 1, 1);
    this.html = Objects.requireNonNull(html);
    this.sha1 = Objects.requireNonNull(sha1);
  }

  /** The text as HTML; empty where the parser of its markup gave up. */
  public String html() {
    String made = html;
    return made == null ? make() : made;
  }

  private synchronized String make() {
    if (html == null && reading != null) {
      Manuscript read = reading.get();
      html = read.html();
      removal = read.removal;
    } else if (html == null) {
      String made = "";
      try {
        made = toHtml.apply(markup);
        if (text) {
          AllowedMarkup.Cleaned cleaned = AllowedMarkup.clean(made);
          made = cleaned.html();
          removal = cleaned.removal().orElse(null);
        }
      } catch (TooComplex e) {
        refusal = problem(e);
        failure = e;
      } catch (RuntimeException | StackOverflowError e) {
        failure = e;
      }
      markup = null;
      html = made;
    }
    return html;
  }

  /** Whether the text is known to be sound and need not be checked before it is shown. */
  public boolean isKnown() {
    return reading != null;
  }

  /** Why its parser gave up, where it did; the HTML is made for that. */
  public Optional<Throwable> failure() {
    html();
    return Optional.ofNullable(failure);
  }

  /** Whether it is copy of others, whose markup is not trusted. */
  public boolean isText() {
    return text;
  }

  /** What was taken out of the markup of others; the HTML is made for that. */
  Optional<AllowedMarkup.Removal> removal() {
    html();
    return Optional.ofNullable(removal);
  }

  /** The same text with other HTML, made from this one's. */
  public Manuscript withHtml(String other) {
    return new Manuscript(other, sha1(), text, removal().orElse(null));
  }

  /** The same text as copy of others, whose markup is not trusted. */
  public Manuscript asText() {
    AllowedMarkup.Cleaned cleaned = AllowedMarkup.clean(html());
    return new Manuscript(cleaned.html(), sha1(), true, cleaned.removal().orElse(null));
  }

  /** What keeps the text from being made HTML, where it takes too much work; the HTML is made. */
  public Optional<Problem> refusal() {
    html();
    return Optional.ofNullable(refusal);
  }

  private Problem problem(TooComplex e) {
    SourceText source =
        new SourceText(start.file(), markup.endsWith("\n") ? markup : markup + "\n");
    Problem inText =
        source.problemAt(
            Severity.ERROR,
            "text-too-complex",
            Math.min(e.offset(), markup.length()),
            e.getMessage() + ".",
            e.advice());
    SourceLocation at = inText.location();
    return new Problem(
        inText.severity(),
        inText.code(),
        new SourceLocation(at.file(), at.line() + start.line() - 1, at.column()),
        inText.found(),
        inText.advice(),
        inText.excerpt());
  }

  /** What the text names. Where it surely names nothing, its HTML is not made for that. */
  public Mentions mentions() {
    if (html == null) {
      synchronized (this) {
        if (html == null && reading == null && !Mentions.mayBeIn(markup)) {
          return Mentions.NONE;
        }
      }
    }
    return Mentions.in(html());
  }

  /** The SHA-1 of the file's bytes, in hexadecimal digits. */
  public String sha1() {
    String made = sha1;
    if (made == null) {
      synchronized (this) {
        if (sha1 == null) {
          sha1 = Digests.sha1(file);
          file = null;
        }
        made = sha1;
      }
    }
    return made;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Manuscript manuscript
        && html().equals(manuscript.html())
        && sha1().equals(manuscript.sha1());
  }

  @Override
  public int hashCode() {
    return sha1().hashCode();
  }
}
