package org.newsbake.jbake;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.text.SimpleDateFormat;
import java.time.DateTimeException;
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
import java.util.stream.Stream;
import org.apache.commons.configuration2.CompositeConfiguration;
import org.apache.commons.configuration2.ex.ConversionException;
import org.jbake.app.JBakeException;
import org.jbake.app.configuration.DefaultJBakeConfiguration;
import org.jbake.app.configuration.JBakeConfigurationFactory;
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

  private static final String NEW_PATH = ":year/:month/:slug.md";

  /** Templates for JBake's other engines, by the extensions that JBake registers for them. */
  private static final List<String> OTHER_ENGINES =
      List.of("groovy", "gsp", "gxml", "tpl", "thyme", "html", "pebble", "peb", "jade");

  /** The types that JBake knows without a template. */
  private static final List<String> BASE_TYPES =
      List.of("page", "post", "masterindex", "archive", "feed");

  /** What JBake takes for the host of a site that does not name one: its own. */
  private static final String JBAKES_HOST = "http://www.jbake.org";

  private final List<Problem> problems = new ArrayList<>();
  private final Path folder;
  private CompositeConfiguration properties;

  private ProjectReader(Path folder) {
    this.folder = folder;
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
    return new ProjectReader(folder).read(output);
  }

  private Result read(Optional<Path> output) {
    if (!Files.isDirectory(folder)) {
      problems.add(
          Problem.error(
              "project-missing",
              SourceLocation.of(folder.toString()),
              "there is no such folder.",
              "Name the folder that holds " + FILE + ", content/ and templates/."));
      return new Result(Optional.empty(), problems);
    }
    Optional<Project> project;
    try {
      DefaultJBakeConfiguration configuration =
          new JBakeConfigurationFactory()
              .createDefaultJbakeConfiguration(
                  folder.toFile(), output.map(Path::toFile).orElse(null), false);
      properties = configuration.getCompositeConfiguration();
      project = Optional.of(project(configuration));
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
    requireFolder("content.folder", project.get().content());
    requireFolder("template.folder", project.get().templateOptions().folder());
    requireHost();
    boolean usable = problems.stream().noneMatch(Problem::isError);
    return new Result(usable ? project : Optional.empty(), List.copyOf(problems));
  }

  private Project project(DefaultJBakeConfiguration configuration) {
    Set<String> types = new LinkedHashSet<>(BASE_TYPES);
    types.addAll(configuration.getDocumentTypes());
    types.add(configuration.getDataFileDocType());
    ZoneId zone = zone("site.timezone", ZoneOffset.UTC);
    Locale locale = locale();
    Charset charset = charset();
    Predicate<String> templateWords =
        new TemplateWords(configuration.getTemplateFolder().toPath(), charset);
    warnOfNearMisses(types, templateWords);
    boolean news = usesPagesOfNewsbake();
    checkDefaultStatus(configuration.getDefaultStatus(), news);
    return new Project(
        folder,
        configuration.getContentFolder().toPath(),
        configuration.getAssetFolder().toPath(),
        configuration.getDataFolder().toPath(),
        configuration.getDestinationFolder().toPath(),
        flag("asset.ignore"),
        configuration.getIgnoreFileName(),
        failOnWarning(),
        newPath(zone),
        List.copyOf(types),
        new ArticleOptions(
            charset,
            configuration.getHeaderSeparator(),
            dateFormat(locale),
            zone,
            locale,
            types,
            configuration.getDefaultType(),
            configuration.getDefaultStatus(),
            flag("tag.sanitize"),
            markdownExtensions(configuration),
            news,
            templateWords),
        siteOptions(configuration, types, zone),
        imageWidths(),
        relatedOptions(),
        syndicationOptions(),
        new TemplateOptions(
            configuration.getTemplateFolder().toPath(),
            name(configuration.getTemplateFolder().toPath()),
            charset,
            text("freemarker.outputencoding"),
            locale,
            zone("freemarker.timezone", zone),
            OTHER_ENGINES,
            Set.of(EditionStore.class, DataFileUtil.class)),
        server(),
        configuration);
  }

  private Project.Server server() {
    String path = withoutSlashes(text("server.contextPath"));
    String hostName = text("server.hostname").trim();
    return new Project.Server(
        port(),
        hostName.isEmpty() ? Project.Server.DEFAULT.hostName() : hostName,
        path.isEmpty() ? "" : "/" + path);
  }

  private int port() {
    String key = "server.port";
    String written = text(key).trim();
    if (written.matches("\\d{1,5}") && Integer.parseInt(written) <= 65_535) {
      return Integer.parseInt(written);
    }
    if (!written.isEmpty()) {
      problems.add(
          invalid(key, written, "a port", "Write a number from 1 to 65535, such as 8820."));
    }
    return Project.Server.DEFAULT.port();
  }

  /** Whether the site asks for anything that JBake does not make; its name and zone are not it. */
  private boolean usesPagesOfNewsbake() {
    return PropertyNames.own().stream()
        .filter(key -> !key.startsWith("site.") && !key.startsWith("build."))
        .anyMatch(properties::containsKey);
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
    int line = lineNumber(key);
    return Problem.warning(
            "config-unknown",
            line == 0
                ? SourceLocation.of(FILE)
                : new SourceLocation(FILE, line, 1 + line(key).indexOf(key)),
            "the property \"" + key + "\" has no meaning here.",
            "Did you mean \"" + near + "\"? A property that a template uses is never asked about.")
        .showing(line(key));
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
            location(key, status),
            "there is no status \""
                + status
                + "\""
                + (own
                    ? ", so files without one are written and stand in no list of what is published."
                    : "."),
            Choices.advice(status, Article.STATUSES),
            line(key)));
  }

  private SiteOptions siteOptions(
      DefaultJBakeConfiguration configuration, Set<String> types, ZoneId zone) {
    Map<String, String> templates = new HashMap<>();
    Map<String, String> extensions = new HashMap<>();
    for (String type : types) {
      templates.put(type, text("template." + type + ".file"));
      String extension = text("template." + type + ".extension");
      if (!extension.isEmpty()) {
        extensions.put(type, extension);
      }
    }
    Map<PageKind, String> paths = new EnumMap<>(PageKind.class);
    for (PageKind kind : PageKind.values()) {
      String template = text("template." + kind.word() + ".file");
      if (!template.isEmpty() && kind != PageKind.TAG) {
        templates.put(kind.word(), template);
        String key = kind.pathKey();
        paths.put(
            kind, withoutSlashes(properties.containsKey(key) ? text(key) : kind.defaultPath()));
      }
    }
    // JBake's own key says where its tag pages are.
    paths.put(PageKind.TAG, withoutSlashes(text("tag.path")));
    return new SiteOptions(
        publication(zone),
        new AddressOptions(
            configuration.getOutputExtension(),
            extensions,
            flag("uri.noExtension"),
            text("uri.noExtension.prefix"),
            configuration.getDraftSuffix(),
            permalinks(types, zone)),
        templates,
        file("render.index", "index.file"),
        postsPerPage(),
        file("render.archive", "archive.file"),
        file("render.feed", "feed.file"),
        file("render.sitemap", "sitemap.file"),
        file("render.error404", "error404.file"),
        flag("render.tags") ? Optional.of(text("tag.path")) : Optional.empty(),
        flag("render.tagsindex"),
        paths,
        count("listing.posts_per_page", 20),
        text("tag.posts_per_page").isBlank()
            ? Optional.empty()
            : Optional.of(count("tag.posts_per_page", 20)),
        machines());
  }

  private SiteOptions.Machines machines() {
    List<FeedFormat> feeds = choices("feed.formats", FeedFormat.values());
    boolean absolute = !host().isEmpty();
    return new SiteOptions.Machines(
        absolute ? feeds : List.of(),
        flag("render.sitemaps") && absolute,
        flag("render.newssitemap") && absolute,
        flag("render.robots"),
        choices("render.hostfiles", HostFormat.values()));
  }

  /** Feeds and lists of addresses are nothing without the address of the site. */
  private void requireHost() {
    List<String> needing = new ArrayList<>();
    if (!text("feed.formats").isBlank()) {
      needing.add("feed.formats");
    }
    Stream.of("render.sitemaps", "render.newssitemap").filter(this::flag).forEach(needing::add);
    if (needing.isEmpty() || !host().isEmpty()) {
      return;
    }
    String written = text("site.host").trim();
    if (written.isEmpty() || written.equals(JBAKES_HOST)) {
      problems.add(
          Problem.warning(
                  "host-missing",
                  location(needing.get(0), needing.get(0)),
                  "without site.host there is no "
                      + String.join(" and no ", needing)
                      + ": nobody knows where the site will be.",
                  "Write where, such as site.host=https://www.example.org.")
              .showing(line(needing.get(0))));
    } else {
      problems.add(
          invalid(
              "site.host",
              written,
              "the address of a site",
              "Write where the site will be, such as https://www.example.org."));
    }
  }

  /** The absolute address of the site, without a slash at its end, or {@code ""} without one. */
  private String host() {
    String written = text("site.host").trim().replaceFirst("/+$", "");
    return WebAddress.isAbsolute(written) && !written.equals(JBAKES_HOST) ? written : "";
  }

  private Publication publication(ZoneId zone) {
    String language = text("site.language").trim();
    return new Publication(
        host(),
        text("site.title"),
        text("site.tagline"),
        language.isEmpty() ? locale().toLanguageTag() : language.replace('_', '-'),
        zone,
        withoutSlashes(text("site.logo")));
  }

  /**
   * The patterns of addresses: {@code permalink} for posts, {@code permalink.<type>} for others.
   */
  private Map<String, Permalink> permalinks(Set<String> types, ZoneId zone) {
    Map<String, Permalink> permalinks = new HashMap<>();
    for (String type : types) {
      String key = type.equals("post") ? "permalink" : "permalink." + type;
      String pattern = text(key).trim();
      if (pattern.isEmpty()) {
        continue;
      }
      Optional<String> unknown = Permalink.unknown(pattern);
      if (unknown.isPresent()) {
        problems.add(unknownPart(key, unknown.get(), "an address"));
      } else if (!pattern.contains(":slug")) {
        problems.add(
            invalid(
                key,
                pattern,
                "a pattern that tells articles apart",
                "Write one with :slug in it, such as /:year/:month/:slug/."));
      } else {
        permalinks.put(type, new Permalink(pattern, zone));
      }
    }
    return permalinks;
  }

  /** Where {@code newsbake new} puts an article: a Markdown file in the content folder. */
  private Permalink newPath(ZoneId zone) {
    String key = "new.path";
    String written = text(key).trim();
    Permalink otherwise = new Permalink(NEW_PATH, zone);
    if (written.isEmpty()) {
      return otherwise;
    }
    Optional<String> unknown = Permalink.unknown(written);
    if (unknown.isPresent()) {
      problems.add(unknownPart(key, unknown.get(), "a path"));
    } else if (!written.contains(":slug")
        || !written.endsWith(".md")
        || List.of(written.split("/")).contains("..")) {
      problems.add(
          invalid(
              key,
              written,
              "a pattern of Markdown files below the content folder",
              "Write one with :slug that ends in .md, such as " + NEW_PATH + "."));
    } else {
      return new Permalink(written, zone);
    }
    return otherwise;
  }

  private Problem unknownPart(String key, String name, String what) {
    return Problem.error(
            "config-invalid",
            location(key, ":" + name),
            what + " has no part \":" + name + "\".",
            Choices.advice(name, Permalink.NAMES))
        .showing(line(key));
  }

  private SyndicationOptions syndicationOptions() {
    String key = "headers.csp";
    String policy = String.join(", ", properties.getStringArray(key)).trim();
    if (!SyndicationOptions.isHeader(policy)) {
      problems.add(
          Problem.error(
                  "config-invalid",
                  location(key, key),
                  key + " holds a line break or a sign that no header may have.",
                  "Write one line of ASCII; a backslash at the end of a line continues it.")
              .showing(line(key)));
      policy = "";
    }
    return new SyndicationOptions(
        count("feed.items", 20), policy.isEmpty() ? SyndicationOptions.STRICT : policy);
  }

  private List<Integer> imageWidths() {
    List<Integer> widths = new ArrayList<>();
    for (String written : properties.getStringArray("image.widths")) {
      if (!written.isBlank()) {
        try {
          int width = Integer.parseInt(written.trim());
          if (width < 16 || width > 8192) {
            throw new NumberFormatException();
          }
          widths.add(width);
        } catch (NumberFormatException e) {
          problems.add(
              invalid(
                  "image.widths",
                  written.trim(),
                  "a list of widths in pixels",
                  "Write whole numbers from 16 to 8192, such as 480,960,1600."));
          return List.of();
        }
      }
    }
    return widths.stream().distinct().sorted().toList();
  }

  private RelatedOptions relatedOptions() {
    return new RelatedOptions(
        (int)
            number(
                "related.count",
                RelatedOptions.DEFAULT.count(),
                RelatedOptions.MOST,
                "a number of stories",
                "Write a whole number from 0 to " + RelatedOptions.MOST + ", such as 7."),
        number(
            "related.own_boost",
            RelatedOptions.DEFAULT.ownBoost(),
            1,
            "a share",
            "Write a number from 0 to 1, such as 0.05."));
  }

  /** A number from 0 on. Whole numbers where the default is one. */
  private double number(String key, double otherwise, double most, String kind, String advice) {
    String written = text(key).trim();
    if (written.isEmpty()) {
      return otherwise;
    }
    try {
      double number =
          otherwise == Math.rint(otherwise)
              ? Integer.parseInt(written)
              : Double.parseDouble(written);
      if (number >= 0 && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // It is reported as any other number that cannot be.
    }
    problems.add(invalid(key, written, kind, advice));
    return otherwise;
  }

  private int count(String key, int otherwise) {
    String written = text(key).trim();
    if (written.isEmpty()) {
      return otherwise;
    }
    try {
      int count = Integer.parseInt(written);
      if (count > 0) {
        return count;
      }
    } catch (NumberFormatException e) {
      // It is reported as any other number that cannot be.
    }
    problems.add(invalid(key, written, "a number of stories", "Write a whole number from 1 up."));
    return otherwise;
  }

  /** The constants that a list names, in its order. */
  private <E extends Enum<E>> List<E> choices(String key, E[] constants) {
    List<E> chosen = new ArrayList<>();
    List<String> names =
        Arrays.stream(constants)
            .map(it -> it.name().toLowerCase(Locale.ROOT).replace('_', '-'))
            .toList();
    for (String written : properties.getStringArray(key)) {
      String name = written.trim().toLowerCase(Locale.ROOT);
      if (names.contains(name)) {
        chosen.add(constants[names.indexOf(name)]);
      } else if (!name.isEmpty()) {
        problems.add(
            invalid(key, written.trim(), "a list of known names", Choices.advice(name, names)));
      }
    }
    return chosen.stream().distinct().toList();
  }

  private static String withoutSlashes(String path) {
    return path.trim().replaceAll("^/+|/+$", "");
  }

  private Optional<String> file(String render, String file) {
    return flag(render) ? Optional.of(text(file)) : Optional.empty();
  }

  private Optional<Integer> postsPerPage() {
    if (!flag("index.paginate")) {
      return Optional.empty();
    }
    String key = "index.posts_per_page";
    String written = text(key);
    try {
      int posts = Integer.parseInt(written.trim());
      if (posts > 0) {
        return Optional.of(posts);
      }
    } catch (NumberFormatException e) {
      // It is reported as any other number that cannot be.
    }
    problems.add(invalid(key, written, "a number of posts", "Write a whole number from 1 up."));
    return Optional.of(1);
  }

  private boolean flag(String key) {
    try {
      return properties.getBoolean(key, false);
    } catch (ConversionException e) {
      problems.add(invalid(key, text(key), "true or false", "Write true or false."));
      return false;
    }
  }

  private boolean failOnWarning() {
    String key = "build.fail_on";
    String written = text(key);
    switch (written) {
      case "", "error":
        return false;
      case "warning":
        return true;
      default:
        problems.add(
            invalid(
                key,
                written,
                "error or warning",
                Choices.advice(written, List.of("error", "warning"))));
        return false;
    }
  }

  private Charset charset() {
    String key = "render.encoding";
    String written = text(key);
    try {
      return Charset.forName(written);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      problems.add(invalid(key, written, "an encoding", "Write the name of one, such as UTF-8."));
      return StandardCharsets.UTF_8;
    }
  }

  private ZoneId zone(String key, ZoneId otherwise) {
    String written = text(key).trim();
    if (written.isEmpty()) {
      return otherwise;
    }
    try {
      return ZoneId.of(written, ZoneId.SHORT_IDS);
    } catch (DateTimeException e) {
      problems.add(
          invalid(
              key,
              written,
              "a time zone",
              Choices.nearest(written, ZoneId.getAvailableZoneIds())
                  .map(near -> "Did you mean \"" + near + "\"?")
                  .orElse("Write one such as Europe/Berlin or UTC.")));
      return otherwise;
    }
  }

  private Locale locale() {
    String written = text("jvm.locale").trim();
    // Where no language is set, as in containers, Java itself takes English without a country.
    return written.isEmpty() ? Locale.ENGLISH : Locale.forLanguageTag(written.replace('_', '-'));
  }

  private String dateFormat(Locale locale) {
    String key = "date.format";
    String written = text(key);
    try {
      new SimpleDateFormat(written, locale);
      return written;
    } catch (IllegalArgumentException e) {
      problems.add(
          invalid(key, written, "a date pattern", "Write one such as yyyy-MM-dd or dd.MM.yyyy."));
      return "yyyy-MM-dd";
    }
  }

  private List<String> markdownExtensions(DefaultJBakeConfiguration configuration) {
    List<String> written = configuration.getMarkdownExtensions();
    for (String unknown : Markdown.unknown(written)) {
      problems.add(
          Problem.warning(
                  "config-unknown",
                  location("markdown.extensions", unknown),
                  "there is no Markdown extension \"" + unknown + "\", so it has no effect.",
                  Choices.advice(unknown, Markdown.names()))
              .showing(line("markdown.extensions")));
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

  private String text(String key) {
    String value = properties.getString(key);
    return value == null ? "" : value;
  }

  private Problem invalid(String key, String written, String meant, String advice) {
    return Problem.error(
            "config-invalid",
            location(key, written),
            key + "=" + written + " is not " + meant + ".",
            advice)
        .showing(line(key));
  }

  /** Where the value of a key stands, or the line of the key where it is written in another way. */
  private SourceLocation location(String key, String written) {
    int line = lineNumber(key);
    return line == 0
        ? SourceLocation.of(FILE)
        : new SourceLocation(
            FILE,
            line,
            1 + Math.max(0, line(key).indexOf(written, line(key).indexOf(key) + key.length())));
  }

  private String line(String key) {
    int line = lineNumber(key);
    return line == 0 ? "" : lines().get(line - 1);
  }

  private int lineNumber(String key) {
    List<String> lines = lines();
    for (int i = lines.size(); i > 0; i--) {
      if (lines.get(i - 1).strip().matches(java.util.regex.Pattern.quote(key) + "\\s*[=:\\s].*")) {
        return i;
      }
    }
    return 0;
  }

  private List<String> lines() {
    try {
      return Files.readAllLines(folder.resolve(FILE));
    } catch (IOException e) {
      // A project may do without the file; the problem is then one of its defaults.
      return List.of();
    }
  }

  private String name(Path path) {
    Path absolute = path.toAbsolutePath().normalize();
    Path base = folder.toAbsolutePath().normalize();
    String name = (absolute.startsWith(base) ? base.relativize(absolute) : path).toString();
    return name.isEmpty() ? "." : name.replace('\\', '/');
  }
}
