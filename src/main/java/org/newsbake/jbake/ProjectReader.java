package org.newsbake.jbake;

import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jbake.app.JBakeException;
import org.jbake.app.configuration.DefaultJBakeConfiguration;
import org.jbake.util.DataFileUtil;
import org.newsbake.Choices;
import org.newsbake.Problem;
import org.newsbake.Severity;
import org.newsbake.SourceLocation;
import org.newsbake.article.Article;
import org.newsbake.article.ArticleOptions;
import org.newsbake.article.Markdown;
import org.newsbake.edition.AddressOptions;
import org.newsbake.edition.FeedFormat;
import org.newsbake.edition.HostFormat;
import org.newsbake.edition.PageKind;
import org.newsbake.edition.Permalink;
import org.newsbake.edition.Publication;
import org.newsbake.edition.SiteOptions;
import org.newsbake.related.RelatedOptions;
import org.newsbake.render.TemplateOptions;
import org.newsbake.syndication.SyndicationOptions;
import org.newsbake.syndication.WebAddress;

/**
 * Reads a project's {@code jbake.properties} through JBake's own configuration classes.
 *
 * <p>Where JBake takes the zone and the language of the machine, Newsbake takes {@code
 * site.timezone}, else UTC, and {@code jvm.locale}, else English: the same project gives the same
 * site everywhere.
 */
public final class ProjectReader {

  /** The properties file of a project. */
  public static final String FILE = "jbake.properties";

  /** Where the templates of a project that was kept are. */
  public static final String TEMPLATES = "templates";

  /** Where the data files of a project that was kept are. */
  public static final String DATA = "data";

  private static final String NEW_PATH = ":year/:month/:slug.md";

  private static final String CACHE = ".newsbake/cache";

  private static final String DATE_FORMAT = "yyyy-MM-dd";

  /** Templates for JBake's other engines, by the extensions that JBake registers for them. */
  private static final List<String> OTHER_ENGINES =
      List.of("groovy", "gsp", "gxml", "tpl", "thyme", "html", "pebble", "peb", "jade");

  /** The types that JBake knows without a template. */
  private static final List<String> BASE_TYPES =
      List.of("page", "post", "masterindex", "archive", "feed");

  /** What JBake takes for the host of a site that does not name one: its own. */
  private static final String JBAKES_HOST = "http://www.jbake.org";

  private final Path folder;
  private final DefaultJBakeConfiguration configuration;
  private final List<Problem> problems;
  private final PropertyValues values;

  private ProjectReader(
      Path folder, DefaultJBakeConfiguration configuration, List<Problem> problems) {
    this.folder = folder;
    this.configuration = configuration;
    this.problems = problems;
    this.values = new PropertyValues(folder, configuration.getCompositeConfiguration(), problems);
  }

  /** A project, or the problems that keep it from being one. */
  public record Result(Optional<Project> project, List<Problem> problems) {}

  /**
   * Reads a project.
   *
   * @param folder the project's folder
   * @param output where to write the site, instead of {@code destination.folder}
   */
  public static Result read(Path folder, Optional<Path> output) {
    List<Problem> problems = new ArrayList<>();
    if (!Files.isDirectory(folder)) {
      problems.add(
          Problem.error(
              "project-missing",
              SourceLocation.of(folder.toString()),
              "there is no such folder.",
              "Name the folder that holds " + FILE + ", content/ and templates/."));
      return new Result(Optional.empty(), problems);
    }
    try {
      DefaultJBakeConfiguration configuration =
          Lookups.read(folder.toFile(), output.map(Path::toFile).orElse(null));
      ProjectReader reader = new ProjectReader(folder, configuration, problems);
      reader.checkLookups();
      return reader.read();
    } catch (JBakeException | IllegalStateException | InvalidPathException e) {
      // The second is a value that refers to itself, such as a=${a}; the third, a folder's name.
      problems.add(
          Problem.error(
              "config-invalid",
              SourceLocation.of(FILE),
              "the file cannot be read: " + e.getMessage() + ".",
              "Write key=value lines in UTF-8."));
      return new Result(Optional.empty(), problems);
    }
  }

  /**
   * Reads a project as it was when its site was last written: its own content and assets, with the
   * properties, templates and data that were kept then.
   *
   * @param folder the project's folder
   * @param kept the folder with {@code jbake.properties}, {@code templates} and {@code data} as
   *     they were
   * @param output where the site stands
   */
  public static Result readKept(Path folder, Path kept, Path output) {
    List<Problem> problems = new ArrayList<>();
    try {
      DefaultJBakeConfiguration configuration = Lookups.read(kept.toFile(), output.toFile());
      configuration.setContentFolder(
          folder.resolve(kept.relativize(configuration.getContentFolder().toPath())).toFile());
      configuration.setAssetFolder(
          folder.resolve(kept.relativize(configuration.getAssetFolder().toPath())).toFile());
      configuration.setTemplateFolder(kept.resolve(TEMPLATES).toFile());
      configuration.setDataFolder(kept.resolve(DATA).toFile());
      return new ProjectReader(folder, configuration, problems).read();
    } catch (JBakeException | IllegalStateException | IllegalArgumentException e) {
      // The last one is a folder that lies outside the project.
      return new Result(Optional.empty(), problems);
    }
  }

  /** Not of properties that were kept: what the file says now must not stop a withdrawal. */
  private void checkLookups() {
    values.choices(Lookups.KEY, Lookups.CHOICES);
    problems.addAll(
        Lookups.problems(
            configuration.getCompositeConfiguration(),
            PropertyNames.valuesIn(folder.resolve(FILE)),
            values));
  }

  private Result read() {
    Project project = project();
    requireFolder("content.folder", project.content());
    requireFolder("template.folder", project.templateOptions().folder());
    requireHost();
    boolean usable = problems.stream().noneMatch(Problem::isError);
    return new Result(usable ? Optional.of(project) : Optional.empty(), List.copyOf(problems));
  }

  private Project project() {
    Set<String> types = new LinkedHashSet<>(BASE_TYPES);
    types.addAll(configuration.getDocumentTypes());
    types.add(configuration.getDataFileDocType());
    ZoneId zone = values.zone("site.timezone", ZoneOffset.UTC);
    Locale locale = locale();
    Charset charset = values.charset("render.encoding");
    Predicate<String> templateWords =
        new TemplateWords(configuration.getTemplateFolder().toPath(), charset);
    warnOfNearMisses(types, templateWords);
    boolean newsroom = isNewsroom();
    boolean news = newsroom || usesPagesOfNewsbake();
    checkDefaultStatus(configuration.getDefaultStatus(), news);
    return new Project(
        folder,
        configuration.getContentFolder().toPath(),
        configuration.getAssetFolder().toPath(),
        configuration.getDataFolder().toPath(),
        configuration.getDestinationFolder().toPath(),
        folder.resolve(values.has("cache.folder") ? values.text("cache.folder").trim() : CACHE),
        values.flag("asset.ignore"),
        configuration.getIgnoreFileName(),
        values.oneOf("build.fail_on", "error", "error", "warning").equals("warning"),
        onError(newsroom),
        values.newPath("new.path", zone, NEW_PATH),
        List.copyOf(types),
        new ArticleOptions(
            charset,
            configuration.getHeaderSeparator(),
            values.datePattern("date.format", locale, DATE_FORMAT),
            zone,
            locale,
            types,
            configuration.getDefaultType(),
            configuration.getDefaultStatus(),
            values.flag("tag.sanitize"),
            markdownExtensions(),
            news,
            newsroom,
            templateWords),
        siteOptions(types, zone),
        values.widths("image.widths"),
        relatedOptions(),
        syndicationOptions(),
        new TemplateOptions(
            configuration.getTemplateFolder().toPath(),
            name(configuration.getTemplateFolder().toPath()),
            charset,
            values.text("freemarker.outputencoding"),
            locale,
            values.zone("freemarker.timezone", zone),
            OTHER_ENGINES,
            Set.of(EditionStore.class, DataFileUtil.class)),
        server(),
        configuration);
  }

  private Project.OnError onError(boolean newsroom) {
    String usual = newsroom ? "quarantine" : "stop";
    PropertyValues.Share most = values.share("quarantine.most", Project.OnError.MOST);
    return new Project.OnError(
        values.oneOf("build.on_error", usual, "quarantine", "stop").equals("quarantine"),
        most.number(),
        most.percent(),
        values.oneOf("quarantine.exit", "1", "0", "1").equals("0"));
  }

  private Project.Server server() {
    String path = values.path("server.contextPath");
    String hostName = values.text("server.hostname").trim();
    return new Project.Server(
        values.port("server.port", Project.Server.DEFAULT.port()),
        hostName.isEmpty() ? Project.Server.DEFAULT.hostName() : hostName,
        path.isEmpty() ? "" : "/" + path);
  }

  /**
   * Whether the site is a newsroom: it says so, or it has a data file that only a newsroom has. All
   * other sites are plain JBake sites.
   */
  private boolean isNewsroom() {
    String kind = values.oneOf("site.kind", "", "newsroom", "jbake");
    Path data = configuration.getDataFolder().toPath();
    return kind.isEmpty()
        ? Project.NEWSROOM_FILES.stream().anyMatch(name -> Files.isRegularFile(data.resolve(name)))
        : kind.equals("newsroom");
  }

  /** Whether the site asks for anything that JBake does not make; its name and zone are not it. */
  private boolean usesPagesOfNewsbake() {
    return PropertyNames.own().stream()
        .filter(key -> !key.startsWith("site.") && !key.startsWith("build."))
        .filter(key -> !key.startsWith("quarantine.") && !key.startsWith("cache."))
        .filter(key -> !key.equals(Lookups.KEY))
        .anyMatch(values::has);
  }

  /** Warns of keys of the file that mean nothing, are in no template, and are nearly known. */
  private void warnOfNearMisses(Set<String> types, Predicate<String> templateWords) {
    Set<String> known = PropertyNames.known(types);
    for (String key : PropertyNames.in(folder.resolve(FILE))) {
      if (!known.contains(key)) {
        Choices.nearest(key, known)
            // Templates see dots as underscores.
            .filter(near -> !templateWords.test(key.replace('.', '_')))
            .ifPresent(near -> problems.add(nearMiss(key, near)));
      }
    }
  }

  private Problem nearMiss(String key, String near) {
    return Problem.warning(
            "config-unknown",
            values.location(key),
            "the property \"" + key + "\" has no meaning here.",
            "Did you mean \"" + near + "\"? A property that a template uses is never asked about.")
        .showing(values.line(key));
  }

  private void checkDefaultStatus(String status, boolean news) {
    String key = "default.status";
    if (status.isEmpty() || Article.STATUSES.contains(status)) {
      return;
    }
    boolean own = !news && Choices.nearest(status, Article.STATUSES).isEmpty();
    problems.add(
        new Problem(
            own ? Severity.WARNING : Severity.ERROR,
            "status-unknown",
            values.location(key, status),
            "there is no status \""
                + status
                + "\""
                + (own
                    ? ", so files without one are written and stand in no list of what is"
                        + " published."
                    : "."),
            Choices.advice(status, Article.STATUSES),
            values.line(key)));
  }

  private SiteOptions siteOptions(Set<String> types, ZoneId zone) {
    Map<String, String> templates = new HashMap<>();
    Map<String, String> extensions = new HashMap<>();
    for (String type : types) {
      templates.put(type, values.text("template." + type + ".file"));
      String extension = values.text("template." + type + ".extension");
      if (!extension.isEmpty()) {
        extensions.put(type, extension);
      }
    }
    Map<PageKind, String> paths = new EnumMap<>(PageKind.class);
    for (PageKind kind : PageKind.values()) {
      String template = values.text("template." + kind.word() + ".file");
      if (!template.isEmpty() && kind != PageKind.TAG) {
        templates.put(kind.word(), template);
        String key = kind.pathKey();
        paths.put(kind, values.has(key) ? values.path(key) : kind.defaultPath());
      }
    }
    // JBake's own key says where its tag pages are.
    paths.put(PageKind.TAG, values.path("tag.path"));
    return new SiteOptions(
        publication(zone),
        new AddressOptions(
            configuration.getOutputExtension(),
            extensions,
            values.flag("uri.noExtension"),
            values.text("uri.noExtension.prefix"),
            configuration.getDraftSuffix(),
            permalinks(types, zone)),
        templates,
        file("render.index", "index.file"),
        values.flag("index.paginate")
            ? Optional.of(values.count("index.posts_per_page", 1, "a number of posts"))
            : Optional.empty(),
        file("render.archive", "archive.file"),
        file("render.feed", "feed.file"),
        file("render.sitemap", "sitemap.file"),
        file("render.error404", "error404.file"),
        values.flag("render.tags") ? Optional.of(values.text("tag.path")) : Optional.empty(),
        values.flag("render.tagsindex"),
        paths,
        values.count("listing.posts_per_page", 20),
        values.text("tag.posts_per_page").isBlank()
            ? Optional.empty()
            : Optional.of(values.count("tag.posts_per_page", 20)),
        machines());
  }

  private SiteOptions.Machines machines() {
    List<FeedFormat> feeds = values.choices("feed.formats", FeedFormat.values());
    boolean absolute = !host().isEmpty();
    return new SiteOptions.Machines(
        absolute ? feeds : List.of(),
        values.flag("render.sitemaps") && absolute,
        values.flag("render.newssitemap") && absolute,
        values.flag("render.robots"),
        values.choices("render.hostfiles", HostFormat.values()));
  }

  /** Feeds and lists of addresses are nothing without the address of the site. */
  private void requireHost() {
    List<String> needing = new ArrayList<>();
    if (!values.text("feed.formats").isBlank()) {
      needing.add("feed.formats");
    }
    Stream.of("render.sitemaps", "render.newssitemap").filter(values::flag).forEach(needing::add);
    if (needing.isEmpty() || !host().isEmpty()) {
      return;
    }
    String written = values.text("site.host").trim();
    if (written.isEmpty() || written.equals(JBAKES_HOST)) {
      problems.add(
          Problem.warning(
                  "host-missing",
                  values.location(needing.get(0), needing.get(0)),
                  "without site.host there is no "
                      + String.join(" and no ", needing)
                      + ": nobody knows where the site will be.",
                  "Write where, such as site.host=https://www.example.org.")
              .showing(values.line(needing.get(0))));
    } else {
      problems.add(
          values.invalid(
              "site.host",
              written,
              "the address of a site",
              "Write where the site will be, such as https://www.example.org."));
    }
  }

  /** The absolute address of the site, without a slash at its end, or {@code ""} without one. */
  private String host() {
    String written = values.text("site.host").trim().replaceFirst("/+$", "");
    return WebAddress.isAbsolute(written) && !written.equals(JBAKES_HOST) ? written : "";
  }

  private Publication publication(ZoneId zone) {
    String language = values.text("site.language").trim();
    return new Publication(
        host(),
        title(),
        values.text("site.tagline"),
        language.isEmpty() ? locale().toLanguageTag() : language.replace('_', '-'),
        zone,
        values.path("site.logo"),
        territory());
  }

  /** The countries that the site is shown in. */
  private Set<String> territory() {
    List<String> codes =
        Arrays.stream(Locale.getISOCountries()).map(it -> it.toLowerCase(Locale.ROOT)).toList();
    return values.choices("site.territory", codes).stream()
        .map(it -> it.toUpperCase(Locale.ROOT))
        .collect(Collectors.toSet());
  }

  /** The name of the site, which feeds and every page need: without one, that of its host. */
  private String title() {
    String title = values.text("site.title").strip();
    String host = host().replaceFirst("^[a-z]+://", "").replaceFirst("/.*", "");
    return title.isEmpty() ? host.isEmpty() ? "News" : host : title;
  }

  private Locale locale() {
    // Where no language is set, as in containers, Java itself takes English without a country.
    return values.locale("jvm.locale", Locale.ENGLISH);
  }

  /**
   * The patterns of addresses: {@code permalink} for posts, {@code permalink.<type>} for others.
   */
  private Map<String, Permalink> permalinks(Set<String> types, ZoneId zone) {
    Map<String, Permalink> permalinks = new HashMap<>();
    for (String type : types) {
      values
          .permalink(type.equals("post") ? "permalink" : "permalink." + type, zone)
          .ifPresent(permalink -> permalinks.put(type, permalink));
    }
    return permalinks;
  }

  private SyndicationOptions syndicationOptions() {
    String policy = values.header("headers.csp");
    return new SyndicationOptions(
        values.count("feed.items", 20), policy.isEmpty() ? SyndicationOptions.STRICT : policy);
  }

  private RelatedOptions relatedOptions() {
    return new RelatedOptions(
        (int)
            values.number(
                "related.count",
                RelatedOptions.DEFAULT.count(),
                RelatedOptions.MOST,
                "a number of stories",
                "Write a whole number from 0 to " + RelatedOptions.MOST + ", such as 7."),
        values.number(
            "related.own_boost",
            RelatedOptions.DEFAULT.ownBoost(),
            1,
            "a share",
            "Write a number from 0 to 1, such as 0.05."));
  }

  private Optional<String> file(String render, String file) {
    return values.flag(render) ? Optional.of(values.text(file)) : Optional.empty();
  }

  private List<String> markdownExtensions() {
    List<String> written = configuration.getMarkdownExtensions();
    for (String unknown : Markdown.unknown(written)) {
      problems.add(
          Problem.warning(
                  "config-unknown",
                  values.location("markdown.extensions", unknown),
                  "there is no Markdown extension \"" + unknown + "\", so it has no effect.",
                  Choices.advice(unknown, Markdown.names()))
              .showing(values.line("markdown.extensions")));
    }
    return written;
  }

  private void requireFolder(String key, Path required) {
    if (!Files.isDirectory(required)) {
      problems.add(
          Problem.error(
              "folder-missing",
              SourceLocation.of(name(required)),
              "there is no such folder, and the site needs one.",
              "Make it, or name another one in " + FILE + " with " + key + "."));
    }
  }

  private String name(Path path) {
    Path absolute = path.toAbsolutePath().normalize();
    Path base = folder.toAbsolutePath().normalize();
    String name = (absolute.startsWith(base) ? base.relativize(absolute) : path).toString();
    return name.isEmpty() ? "." : name.replace('\\', '/');
  }
}
