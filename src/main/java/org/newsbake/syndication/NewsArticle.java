package org.newsbake.syndication;

import java.util.List;

/**
 * Writes what a page says of its story to search engines: JSON-LD of <a
 * href="https://schema.org/NewsArticle">schema.org's NewsArticle</a>, with the publisher and the
 * way from the home page to it, as <a
 * href="https://developers.google.com/search/docs/appearance/structured-data/article">Google reads
 * it</a>. Immutable and thread-safe.
 *
 * <pre>{@code
 * NewsArticle article = new NewsArticle(publisher);
 * "<script type=\"application/ld+json\">" + article.json(story, crumbs) + "</script>"
 * }</pre>
 */
public final class NewsArticle {

  private final String publisherId;

  /** The same for each story. */
  private final String publisher;

  public NewsArticle(Publisher publisher) {
    publisherId = publisher.url() + "#publisher";
    this.publisher = publisher(publisher);
  }

  /**
   * One line of JSON that can stand in a {@code script} element as it is.
   *
   * @param crumbs the pages above the story, from the home page on; the story follows by itself
   */
  public String json(Story story, List<Crumb> crumbs) {
    Json json = Json.forScript();
    json.open('{').member("@context", "https://schema.org").open("@graph", '[');
    article(json, story);
    breadcrumbs(json, story, crumbs);
    return json.json(publisher).close(']').close('}').toString();
  }

  private void article(Json json, Story story) {
    json.open('{').member("@type", "NewsArticle").member("@id", story.url() + "#article");
    json.open("mainEntityOfPage", '{').member("@type", "WebPage").member("@id", story.url());
    reference(json, "breadcrumb", story.url() + "#breadcrumbs");
    json.close('}');
    json.member("url", story.url());
    json.member("identifier", story.guid());
    json.member("headline", story.title());
    json.member("description", story.summary());
    images(json, story.pictures());
    json.member("datePublished", Timestamp.iso(story.published()));
    json.member("dateModified", Timestamp.iso(story.updated()));
    authors(json, story.authors());
    reference(json, "publisher", publisherId);
    json.member("articleSection", story.section());
    keywords(json, story.tags());
    json.member("inLanguage", story.language());
    json.member("isAccessibleForFree", true);
    json.member("dateline", story.dateline());
    json.member("version", story.version());
    json.member("wordCount", story.words());
    story.source().ifPresent(source -> source(json, source));
    corrections(json, story.corrections());
    json.close('}');
  }

  private static void reference(Json json, String name, String id) {
    json.open(name, '{').member("@id", id).close('}');
  }

  private static void images(Json json, List<Picture> pictures) {
    if (!pictures.isEmpty()) {
      json.open("image", '[');
      for (Picture picture : pictures) {
        json.open('{');
        picture(json, picture);
        json.close('}');
      }
      json.close(']');
    }
  }

  private static void picture(Json json, Picture picture) {
    json.member("@type", "ImageObject");
    json.member("url", picture.url());
    json.member("contentUrl", picture.url());
    json.member("encodingFormat", picture.type());
    json.member("width", picture.width());
    json.member("height", picture.height());
    json.member("description", picture.alt());
    json.member("caption", picture.caption());
    json.member("creditText", picture.credit());
    json.member("copyrightNotice", picture.copyright());
  }

  private static void authors(Json json, List<Author> authors) {
    json.open("author", '[');
    for (Author author : authors) {
      json.open('{');
      if (author instanceof Author.Person person) {
        json.member("@type", "Person").member("name", person.name());
        json.member("jobTitle", person.jobTitle());
      } else {
        json.member("@type", "Organization").member("name", author.name());
      }
      json.member("url", author.url().orElse("")).close('}');
    }
    json.close(']');
  }

  private static void keywords(Json json, List<String> tags) {
    if (!tags.isEmpty()) {
      json.open("keywords", '[');
      tags.forEach(json::value);
      json.close(']');
    }
  }

  /** What an agency's contract asks for: its name, its notice, and the way to the original. */
  private static void source(Json json, Source source) {
    json.member("creditText", source.name());
    json.member("copyrightNotice", source.copyright());
    json.open("sourceOrganization", '{').member("@type", "Organization");
    json.member("name", source.name()).member("url", source.url().orElse("")).close('}');
    json.member("isBasedOn", source.original().orElse(""));
  }

  private static void corrections(Json json, List<Correction> corrections) {
    if (!corrections.isEmpty()) {
      json.open("correction", '[');
      for (Correction correction : corrections) {
        json.open('{').member("@type", "CorrectionComment").member("text", correction.text());
        json.member("datePublished", Timestamp.iso(correction.published())).close('}');
      }
      json.close(']');
    }
  }

  private static void breadcrumbs(Json json, Story story, List<Crumb> crumbs) {
    json.open('{').member("@type", "BreadcrumbList");
    json.member("@id", story.url() + "#breadcrumbs").open("itemListElement", '[');
    int position = 1;
    for (Crumb crumb : crumbs) {
      breadcrumb(json, position++, crumb.name(), crumb.url());
    }
    breadcrumb(json, position, story.title(), story.url());
    json.close(']').close('}');
  }

  private static void breadcrumb(Json json, int position, String name, String url) {
    json.open('{').member("@type", "ListItem").member("position", position);
    json.member("name", name).member("item", url).close('}');
  }

  private static String publisher(Publisher publisher) {
    Json json = Json.forScript();
    json.open('{').member("@type", "NewsMediaOrganization");
    json.member("@id", publisher.url() + "#publisher");
    json.member("name", publisher.name()).member("url", publisher.url());
    publisher
        .logo()
        .ifPresent(
            logo -> {
              json.open("logo", '{');
              picture(json, logo);
              json.close('}');
            });
    return json.close('}').toString();
  }
}
