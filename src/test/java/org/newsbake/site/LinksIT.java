package org.newsbake.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** Every page, read without a browser: where it leads, and what there must be once. */
class LinksIT {

  /** Addresses in text that is no HTML, such as feeds, sitemaps and structured data. */
  private static final Pattern ADDRESS = Pattern.compile("https?://[^\"'<>\\s\\\\]+");

  private static final URI HERE = URI.create("https://own.invalid/");

  private final BuiltSite site = BuiltSite.get();
  private final Map<String, Set<String>> idsByFile = new HashMap<>();

  @Test
  void everyLinkLeadsToAFileOfTheSite() {
    Findings broken = new Findings();
    for (Page page : site.pages()) {
      for (String link : links(page)) {
        fault(link, page.address()).ifPresent(fault -> broken.add(page, fault));
      }
    }
    broken.mustBeNone();
  }

  @Test
  void everyAddressInFeedsSitemapsAndStructuredDataLeadsToAFileOfTheSite() throws IOException {
    Map<String, String> texts = new HashMap<>();
    for (Page page : site.pages()) {
      texts.put(page.path(), page.document().select("script[type=application/ld+json]").html());
    }
    try (Stream<Path> files = Files.walk(site.output().root())) {
      for (Path file : (Iterable<Path>) files::iterator) {
        if (file.toString().matches(".*\\.(xml|json|txt|webmanifest)")) {
          texts.put(site.output().root().relativize(file).toString(), Files.readString(file));
        }
      }
    }
    Findings broken = new Findings();
    texts.forEach(
        (file, text) -> {
          Matcher addresses = ADDRESS.matcher(text.replace("\\/", "/").replace("&amp;", "&"));
          while (addresses.find()) {
            // The fragment of an @id names a thing, not a place in a page.
            String address = addresses.group().replaceFirst("#.*", "");
            fault(address, "/").ifPresent(fault -> broken.add(file, fault));
          }
        });
    broken.mustBeNone();
  }

  @Test
  void pagesShownAtAnyDepthLinkFromTheRoot() {
    Findings relative = new Findings();
    for (Kind kind : List.of(Kind.NOT_FOUND, Kind.WITHDRAWN)) {
      assertThat(kind.all(site)).as("pages of the kind %s", kind).isNotEmpty();
      for (Page page : kind.all(site)) {
        links(page).stream()
            .filter(link -> !link.matches("/.*|#.*|[a-z]+:.*"))
            .forEach(link -> relative.add(page, "a relative link: " + link));
      }
    }
    relative.mustBeNone();
  }

  @Test
  void aCanonicalAddressIsThePagesOwnOrAnotherHosts() {
    Findings wrong = new Findings();
    for (Page page : site.pages()) {
      List<String> canonical = page.document().select("link[rel=canonical]").eachAttr("href");
      boolean right =
          switch (canonical.size()) {
            case 0 -> true;
            case 1 ->
                page.isRedirect()
                    || page.document().text().contains("There is a newer version of this story")
                    || canonical.get(0).equals(site.host() + page.address())
                    || canonical.get(0).matches("https?://.*") && !isOwn(canonical.get(0));
            default -> false;
          };
      if (!right) {
        wrong.add(page, "canonical: " + canonical);
      }
    }
    wrong.mustBeNone();
  }

  @Test
  void everyPageHasOneHeadlineATitleAndALanguage() {
    Findings wrong = new Findings();
    for (Page page : site.pages()) {
      int headlines = page.document().select("h1").size();
      if (headlines != 1 && !page.isRedirect()) {
        wrong.add(page, headlines + " h1");
      }
      if (page.document().title().isBlank()) {
        wrong.add(page, "no title");
      }
      if (page.document().select("html[lang]").isEmpty()) {
        wrong.add(page, "no language");
      }
    }
    wrong.mustBeNone();
  }

  @Test
  void noPageHasAnIdTwice() {
    Findings wrong = new Findings();
    for (Page page : site.pages()) {
      page.document().select("[id]").eachAttr("id").stream()
          .collect(Collectors.groupingBy(id -> id, Collectors.counting()))
          .forEach(
              (id, count) -> {
                if (count > 1) {
                  wrong.add(page, "id " + id + " " + count + " times");
                }
              });
    }
    wrong.mustBeNone();
  }

  /** What a browser or a search engine follows or fetches. */
  private static Set<String> links(Page page) {
    Set<String> links = new TreeSet<>();
    for (String attribute : List.of("href", "src", "poster", "action")) {
      links.addAll(page.document().select("[" + attribute + "]").eachAttr(attribute));
    }
    for (String attribute : List.of("srcset", "imagesrcset")) {
      for (Element element : page.document().select("[" + attribute + "]")) {
        Arrays.stream(element.attr(attribute).split(","))
            .map(candidate -> candidate.strip().split("\\s+")[0])
            .forEach(links::add);
      }
    }
    for (Element meta : page.document().select("meta[property^=og:], meta[name^=twitter:]")) {
      if (meta.attr("content").matches("https?://.*")) {
        links.add(meta.attr("content"));
      }
    }
    for (Element refresh : page.document().select("meta[http-equiv=refresh]")) {
      links.add(refresh.attr("content").replaceFirst("(?i)^.*?url\\s*=\\s*", ""));
    }
    return links;
  }

  /** What is wrong with a link, if anything is. Links to other hosts are not followed. */
  private Optional<String> fault(String link, String from) {
    if (link.matches("(mailto|tel|data):.*")) {
      return Optional.empty();
    }
    String local = isOwn(link) ? link.substring(site.host().length()) : link;
    URI target;
    try {
      target = HERE.resolve(from).resolve(new URI(local));
    } catch (URISyntaxException e) {
      return Optional.of(link + " is no address");
    }
    if (!List.of("http", "https").contains(target.getScheme())) {
      return Optional.of(link + " is neither a page nor a mail address");
    }
    if (!HERE.getHost().equals(target.getHost())) {
      return Optional.empty();
    }
    String path = target.getPath().isEmpty() ? "/" : target.getPath();
    if (!site.output().has(path)) {
      return Optional.of(
          site.output().has(path + "/")
              ? path + " lacks the slash at its end"
              : "nothing stands at " + path);
    }
    String fragment = target.getFragment();
    if (fragment != null && !fragment.isEmpty() && !ids(path).contains(fragment)) {
      return Optional.of(
          "no place is called #" + fragment + " in " + (path.equals(from) ? "the page" : path));
    }
    return Optional.empty();
  }

  private boolean isOwn(String address) {
    return address.equals(site.host()) || address.startsWith(site.host() + "/");
  }

  private Set<String> ids(String path) {
    return idsByFile.computeIfAbsent(
        path,
        key -> {
          try {
            return Set.copyOf(Jsoup.parse(site.output().file(key)).select("[id]").eachAttr("id"));
          } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
          }
        });
  }
}
