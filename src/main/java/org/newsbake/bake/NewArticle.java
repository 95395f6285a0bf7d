package org.newsbake.bake;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.newsbake.Choices;
import org.newsbake.Problem;
import org.newsbake.SourceLocation;
import org.newsbake.article.Article;
import org.newsbake.article.ArticleReader;
import org.newsbake.article.Reading;
import org.newsbake.article.SourceFile;
import org.newsbake.article.YamlScalar;
import org.newsbake.edition.Entity;
import org.newsbake.edition.Newsroom;
import org.newsbake.edition.Slug;
import org.newsbake.jbake.MarkupReader;
import org.newsbake.jbake.Project;
import org.newsbake.jbake.ProjectReader;
import org.newsbake.render.PageRenderer.TemplateFailure;
import org.newsbake.render.TextTemplate;

/**
 * Starts a new article: makes its file from the archetype of its kind. What the archetype gives is
 * read back before anything is written, so that a new file is always one that a build reads.
 */
public final class NewArticle {

  /** The kinds that need no archetype in the project. */
  public static final List<String> KINDS = List.of("article", "correction", NewArticleRequest.WIRE);

  private static final String FOLDER = "archetypes";

  private static final String EXTENSION = ".md";

  /** The name of a file whose headline has no letter and no digit. */
  private static final String NAMELESS = "story";

  private final Project project;
  private final Newsroom newsroom;

  private NewArticle(Project project, Newsroom newsroom) {
    this.project = project;
    this.newsroom = newsroom;
  }

  /** What became of an request. */
  public sealed interface Outcome {}

  /**
   * The file is there.
   *
   * @param warnings what a build will warn of
   */
  public record Written(Path file, List<Problem> warnings) implements Outcome {
    public Written {
      warnings = List.copyOf(warnings);
    }
  }

  /** The request cannot be: it names what does not exist, or a file that does. */
  public record Declined(Problem problem) implements Outcome {}

  /** The project has errors that stand in the way. */
  public record Hindered(List<Problem> problems) implements Outcome {
    public Hindered {
      problems = List.copyOf(problems);
    }
  }

  /**
   * Makes the file of a story.
   *
   * @param folder the project's folder
   * @param now the date of the story
   * @throws IOException when the machine fails
   */
  public static Outcome start(Path folder, NewArticleRequest request, Instant now)
      throws IOException {
    ProjectReader.Result read = ProjectReader.read(folder, Optional.empty());
    if (read.project().isEmpty()) {
      return new Hindered(read.problems());
    }
    Project project = read.project().get();
    List<Problem> problems = new ArrayList<>();
    Sources sources = SourceWalk.find(project, MarkupReader.extensions());
    Content.Data data;
    try (Parallel parallel = new Parallel(1)) {
      data = Content.data(project, sources.data(), parallel);
    }
    problems.addAll(data.problems());
    if (problems.stream().anyMatch(Problem::isError)) {
      return new Hindered(problems);
    }
    try {
      return new NewArticle(project, new Newsroom(data.files())).start(request, now);
    } catch (Refusal e) {
      return e.outcome;
    }
  }

  private Outcome start(NewArticleRequest request, Instant now) throws IOException, Refusal {
    String archetype = archetype(request.kind());
    String slug = slug(request);
    Map<String, String> values = values(request, slug, now);
    String name = FOLDER + "/" + request.kind() + EXTENSION;
    byte[] bytes = render(name, archetype, values).getBytes(charset());
    Reading reading = readBack(name, bytes, request.headline());
    Path file =
        project.content().resolve(project.newPath().path(reading.article().get(), slug, newsroom));
    write(file, bytes);
    return new Written(file, reading.problems());
  }

  private String archetype(String kind) throws IOException, Refusal {
    Path folder = project.folder().resolve(FOLDER);
    Set<String> kinds = new TreeSet<>(KINDS);
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.list(folder)) {
        files
            .filter(Files::isRegularFile)
            .map(file -> file.getFileName().toString())
            .filter(file -> file.endsWith(EXTENSION) && !file.startsWith("."))
            .forEach(file -> kinds.add(file.substring(0, file.length() - EXTENSION.length())));
      }
    }
    if (!kinds.contains(kind)) {
      throw declined(
          "kind-unknown",
          FOLDER,
          "there is no kind \"" + kind + "\".",
          Choices.advice(kind, kinds));
    }
    Path own = folder.resolve(kind + EXTENSION);
    return Files.isRegularFile(own)
        ? new String(Files.readAllBytes(own), charset())
        : builtIn(kind);
  }

  /** The archetype of a kind that needs none in the project. */
  static String builtIn(String kind) {
    try (InputStream in = NewArticle.class.getResourceAsStream(FOLDER + "/" + kind + EXTENSION)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String slug(NewArticleRequest request) throws Refusal {
    if (request.slug().isPresent()) {
      String slug = Slug.ofHeadline(request.slug().get());
      if (slug.isEmpty()) {
        throw declined(
            "slug-invalid",
            "--slug",
            "\"" + request.slug().get() + "\" has neither a letter nor a digit.",
            "Write a few words, such as night-ferry.");
      }
      return slug;
    }
    String slug = Slug.ofHeadline(request.headline());
    return slug.isEmpty() ? NAMELESS : slug;
  }

  private Map<String, String> values(NewArticleRequest request, String slug, Instant now)
      throws Refusal {
    ZoneId zone = project.articleOptions().zone();
    OffsetDateTime date = now.truncatedTo(ChronoUnit.MINUTES).atZone(zone).toOffsetDateTime();
    Map<String, String> values = new HashMap<>();
    values.put("headline", request.headline());
    values.put("kind", request.kind());
    values.put("slug", slug);
    values.put("date", DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(date));
    values.put("day", DateTimeFormatter.ISO_LOCAL_DATE.format(date));
    Optional<String> section =
        key("section", request.section(), newsroom::section, newsroom.sections());
    Optional<String> source = key("source", request.source(), newsroom::source, newsroom.sources());
    if (request.kind().equals(NewArticleRequest.WIRE) && source.isEmpty()) {
      throw declined(
          "source-missing",
          "--source",
          "agency copy needs the agency that it comes from.",
          newsroom.sources().isEmpty()
              ? "Name it, such as --source northwind."
              : "Choose one of: " + Choices.list(keys(newsroom.sources())) + ".");
    }
    // The people of an agency are nobody's in the newsroom.
    Optional<String> author =
        source.isPresent()
            ? request.author()
            : key("author", request.author(), newsroom::author, newsroom.authors());
    section.ifPresent(it -> values.put("section", it));
    source.ifPresent(it -> values.put("source", it));
    author.ifPresent(it -> values.put("author", it));
    return values;
  }

  /** The key of what somebody named by its key or its name. */
  private static Optional<String> key(
      String kind,
      Optional<String> written,
      Function<String, Optional<Entity>> find,
      Collection<Entity> known)
      throws Refusal {
    if (written.isEmpty()) {
      return Optional.empty();
    }
    Optional<Entity> entity = find.apply(written.get());
    if (entity.isEmpty()) {
      throw declined(
          kind + "-unknown",
          "--" + kind,
          "data/" + kind + "s.yaml has no " + kind + " \"" + written.get() + "\".",
          Choices.advice(written.get(), keys(known)));
    }
    return entity.map(Entity::key);
  }

  private static List<String> keys(Collection<Entity> entities) {
    return entities.stream().map(Entity::key).toList();
  }

  private static String render(String name, String archetype, Map<String, String> values)
      throws Refusal {
    try {
      return new TextTemplate(name, archetype).render(values, Map.of("yaml", YamlScalar::of));
    } catch (TemplateFailure e) {
      throw hindered(e.problem(""));
    }
  }

  /** What a build will read from these bytes. */
  private Reading readBack(String name, byte[] bytes, String headline) throws IOException, Refusal {
    SourceFile file = new SourceFile(project.folder().resolve(name), name, name);
    Reading reading = new ArticleReader(project.articleOptions()).read(file, bytes);
    if (reading.article().isEmpty()) {
      List<Problem> problems = new ArrayList<>(reading.problems());
      if (problems.stream().noneMatch(Problem::isError)) {
        // A build passes such a file over; here nothing else is left of the command.
        problems.add(
            Problem.error(
                "archetype-invalid",
                SourceLocation.of(name),
                "what it gives is no article, so no file was made.",
                "Mend what is told of it above."));
      }
      throw new Refusal(new Hindered(problems));
    }
    Article article = reading.article().get();
    String title = article.title().orElse("");
    if (!headline.equals(title)) {
      throw hindered(
          Problem.error(
              "archetype-invalid",
              SourceLocation.of(name),
              "the headline reads back as \"" + title + "\".",
              "Write title: ${yaml(headline)}, and check render.encoding."));
    }
    List<Problem> errors = newsroom.problems(article).stream().filter(Problem::isError).toList();
    if (!errors.isEmpty()) {
      // The archetype itself names what the data files do not have.
      throw new Refusal(new Hindered(errors));
    }
    return reading;
  }

  private void write(Path file, byte[] bytes) throws IOException, Refusal {
    Path there = file.getParent();
    while (!Files.exists(there)) {
      there = there.getParent();
    }
    if (!there.toRealPath().startsWith(project.content().toRealPath())) {
      throw declined(
          "link-outside",
          name(there),
          "this link leads out of the content folder.",
          "Delete the link, or choose another new.path in " + ProjectReader.FILE + ".");
    }
    Files.createDirectories(file.getParent());
    boolean written = false;
    OutputStream out;
    try {
      out = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    } catch (FileAlreadyExistsException e) {
      throw declined(
          "file-exists",
          name(file),
          "this file is there already.",
          "Write on in it, or name the new one with --slug.");
    }
    try (out) {
      out.write(bytes);
      written = true;
    } finally {
      if (!written) {
        Files.deleteIfExists(file);
      }
    }
  }

  private String name(Path path) {
    return project
        .folder()
        .toAbsolutePath()
        .normalize()
        .relativize(path.toAbsolutePath().normalize())
        .toString()
        .replace('\\', '/');
  }

  private Charset charset() {
    return project.articleOptions().charset();
  }

  private static Refusal declined(String code, String place, String found, String advice) {
    return new Refusal(new Declined(Problem.error(code, SourceLocation.of(place), found, advice)));
  }

  private static Refusal hindered(Problem problem) {
    return new Refusal(new Hindered(List.of(problem)));
  }

  /** That no file is made. */
  private static final class Refusal extends Exception {
    private static final long serialVersionUID = 1;

    private final transient Outcome outcome;

    Refusal(Outcome outcome) {
      super(null, null, false, false);
      this.outcome = outcome;
    }
  }
}
