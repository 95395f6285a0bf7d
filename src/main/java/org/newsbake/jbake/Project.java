package org.newsbake.jbake;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jbake.app.configuration.JBakeConfiguration;
import org.newsbake.Problem;
import org.newsbake.article.ArticleOptions;
import org.newsbake.cache.Fingerprint;
import org.newsbake.edition.Entry;
import org.newsbake.edition.Permalink;
import org.newsbake.edition.SiteOptions;
import org.newsbake.edition.Stories;
import org.newsbake.edition.Story;
import org.newsbake.related.RelatedOptions;
import org.newsbake.render.TemplateOptions;
import org.newsbake.syndication.SyndicationOptions;

/**
 * A JBake project: where its folders are, and what its {@code jbake.properties} says to each stage
 * of a build.
 *
 * @param folder the project's folder
 * @param content the folder of the articles
 * @param assets the folder of the files that are copied
 * @param data the folder of the data files
 * @param output the folder that the site is written to
 * @param cache the folder of what is kept between runs: {@code cache.folder}
 * @param ignoreHiddenAssets whether hidden assets are passed over
 * @param ignoreFile the name of the file that takes a folder out of the site
 * @param failOnWarning whether a warning keeps the site from being written
 * @param onError what an error of one story costs
 * @param newPath where new articles stand in the content folder
 * @param documentTypes the document types in JBake's order
 * @param articleOptions how articles are read
 * @param siteOptions which pages there are
 * @param imageWidths the widths of the smaller versions of pictures, in pixels, rising; none where
 *     pictures are left as they are
 * @param relatedOptions how related stories are chosen
 * @param syndicationOptions what machines are told
 * @param templateOptions how templates run
 * @param server where a preview is served
 * @param configuration JBake's own view of the properties
 */
public record Project(
    Path folder,
    Path content,
    Path assets,
    Path data,
    Path output,
    Path cache,
    boolean ignoreHiddenAssets,
    String ignoreFile,
    boolean failOnWarning,
    OnError onError,
    Permalink newPath,
    List<String> documentTypes,
    ArticleOptions articleOptions,
    SiteOptions siteOptions,
    List<Integer> imageWidths,
    RelatedOptions relatedOptions,
    SyndicationOptions syndicationOptions,
    TemplateOptions templateOptions,
    Server server,
    JBakeConfiguration configuration) {

  /** Data files that only a newsroom has. */
  public static final Set<String> NEWSROOM_FILES =
      Set.of("sources.yaml", "sources.yml", "sections.yaml", "sections.yml");

  public Project {
    documentTypes = List.copyOf(documentTypes);
    imageWidths = List.copyOf(imageWidths);
  }

  /** How the related stories are chosen that pages show: none where no template speaks of them. */
  public RelatedOptions shownRelated() {
    return articleOptions.ownKeys().test("related") ? relatedOptions : RelatedOptions.NONE;
  }

  /** Whether the site is a newsroom, in which doubt is never publication. */
  public boolean newsroom() {
    return articleOptions.newsroom();
  }

  /**
   * What tells the properties from others, but for where the site is written, and for what JBake
   * adds of the machine and of this run.
   */
  public long fingerprint() {
    Map<String, Object> properties = new TreeMap<>(configuration.asHashMap());
    Set<String> own = new TreeSet<>(PropertyNames.known(Set.copyOf(documentTypes)));
    own.addAll(PropertyNames.in(folder.resolve(ProjectReader.FILE)));
    System.getProperties().stringPropertyNames().stream()
        .filter(name -> !own.contains(name))
        .forEach(name -> properties.remove(name.replace('.', '_')));
    properties.keySet().removeAll(List.of("destination_folder", "destinationFolder"));
    return Fingerprint.ofValue(properties);
  }

  /** Whether any of these problems counts as an error. */
  public boolean failsOn(Collection<Problem> problems) {
    return problems.stream().anyMatch(this::failsOn);
  }

  /** Whether a problem counts as an error. */
  public boolean failsOn(Problem problem) {
    return problem.isError() || failOnWarning && !HARMLESS.contains(problem.code());
  }

  /** Warnings that cannot mislead a reader: {@code build.fail_on=warning} leaves them warnings. */
  public static final Set<String> HARMLESS =
      Set.of(
          "address-lost",
          "alias-taken",
          "author-unknown",
          "config-unknown",
          "front-unknown",
          "host-missing",
          "kind-taken",
          "link-broken",
          "path-case",
          "picture-colours",
          "picture-large",
          "picture-misnamed",
          "related-unknown");

  /**
   * What an error of one story costs: {@code build.on_error} and {@code quarantine.…}.
   *
   * @param quarantine whether the story alone is held back; else the build stops
   * @param most how many stories that were public may be held back, from 0; more stop the build
   * @param percent whether {@code most} is a share of all stories that were public, in percent
   * @param succeeds whether a build that held back stories alone ends with exit code 0
   */
  public record OnError(boolean quarantine, int most, boolean percent, boolean succeeds) {

    /** How many stories that were public may be held back unless a site says otherwise. */
    public static final int MOST = 5;

    public OnError {
      if (most < 0) {
        throw new IllegalArgumentException("not a number of stories: " + most);
      }
    }

    /** The same, but a story with an error is held back alone. */
    public OnError quarantining() {
      return new OnError(true, most, percent, succeeds);
    }

    /**
     * Whether so many stories may be held back.
     *
     * @param held how many of those that were public are held back
     * @param known how many were public
     */
    public boolean allows(int held, int known) {
      return percent ? 100L * held <= (long) most * known : held <= most;
    }
  }

  /**
   * Where a preview of the site is served.
   *
   * @param port its port: {@code server.port}
   * @param hostName the name of this machine in its address: {@code server.hostname}
   * @param contextPath what its addresses begin with: empty, or a slash and a path without one at
   *     its end, from {@code server.contextPath}
   */
  public record Server(int port, String hostName, String contextPath) {

    /** What there is to go by before the properties can be read: JBake's defaults. */
    public static final Server DEFAULT = new Server(8820, "localhost", "");

    public Server {
      if (port < 0 || port > 65_535 || contextPath.endsWith("/")) {
        throw new IllegalArgumentException("no place for a server: " + port + contextPath);
      }
    }
  }

  /**
   * The template vocabulary of the stories of a site of this project.
   *
   * @param related gives {@code content.related}
   * @param structuredData gives {@code story.json_ld}
   */
  public TemplateVocabulary vocabulary(
      Stories stories,
      Function<Entry, List<Entry>> related,
      Function<Story, String> structuredData) {
    return new TemplateVocabulary(this, stories, related, structuredData);
  }
}
