package org.newsbake.jbake;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.newsbake.edition.Entity;
import org.newsbake.edition.Language;
import org.newsbake.edition.Story;
import org.newsbake.render.Facets;
import org.newsbake.render.Trace;
import org.newsbake.render.Vocabulary;

/** A story as templates see it: {@code content.story}. Each value is made when it is asked for. */
final class StoryModel extends AbstractMap<String, Object> implements Vocabulary.Traced {

  private static final List<String> KEYS =
      List.of(
          "title",
          "slug",
          "uri",
          "url",
          "published",
          "updated",
          "section",
          "tags",
          "authors",
          "dateline",
          "summary",
          "standfirst",
          "names",
          "version",
          "guid",
          "source_url",
          "source",
          "notice",
          "own",
          "mark",
          "newer",
          "picture",
          "language",
          "dir",
          "corrections",
          "canonical",
          "noindex",
          "noarchive",
          "json_ld",
          "breadcrumbs",
          "body");

  /** Keys whose values tell more than lists show, whatever the header says. */
  private static final Set<String> OF_TEXT = Set.of("body", "json_ld");

  private static final Set<String> OF_TITLE = Set.of("title", "breadcrumbs");

  private final Story story;
  private final int number;
  private final Function<Story, String> structuredData;

  /**
   * @param number its place among all live articles
   * @param structuredData gives {@code json_ld}
   */
  StoryModel(Story story, int number, Function<Story, String> structuredData) {
    this.story = story;
    this.number = number;
    this.structuredData = structuredData;
  }

  @Override
  public Object subject() {
    return story.entry();
  }

  @Override
  public String name() {
    return story.article().source().path();
  }

  /** Tells the page that asks what it depends on. */
  private void read(String key) {
    Trace.read(Facets.Aspect.CARD, number);
    if (OF_TEXT.contains(key)
        || OF_TITLE.contains(key) && story.article().title().isEmpty()
        || key.equals("summary") && story.standfirst().isEmpty()) {
      Trace.read(Facets.Aspect.TEXT, number);
    }
  }

  @Override
  public Object get(Object key) {
    read(String.valueOf(key));
    return switch (String.valueOf(key)) {
      case "title" -> story.title();
      case "slug" -> slug();
      case "uri" -> story.uri();
      case "url" -> story.url();
      case "published" -> date(story.article().date());
      case "updated" -> story.updated().map(StoryModel::date).orElse(null);
      case "section" -> story.section().map(StoryModel::link).orElse(null);
      case "tags" -> story.tags().stream().map(StoryModel::link).toList();
      case "authors" -> story.authors().stream().map(this::author).toList();
      case "dateline" -> story.article().details().dateline().orElse(null);
      case "summary" -> story.summary();
      case "standfirst" -> story.standfirst().orElse(null);
      case "names" -> story.names();
      case "version" -> story.article().details().version().orElse(null);
      case "guid" -> story.article().details().guid().orElse(null);
      case "source_url" -> story.article().details().sourceUrl().orElse(null);
      case "source" -> story.source().map(this::source).orElse(null);
      case "notice" -> story.notice().orElse(null);
      case "own" -> story.isOwn();
      case "mark" ->
          story.mark().map(reason -> reason.name().toLowerCase(Locale.ROOT)).orElse(null);
      case "newer" -> story.newer().map(StoryModel::newer).orElse(null);
      case "picture" -> story.picture().map(StoryModel::picture).orElse(null);
      case "language" -> story.language();
      case "dir" -> Language.direction(story.language());
      case "corrections" -> corrections();
      case "canonical" -> story.canonical();
      case "noindex" -> story.isNoindex();
      case "noarchive" -> story.isNoarchive();
      case "json_ld" -> structuredData.apply(story);
      case "breadcrumbs" -> story.breadcrumbs().stream().map(StoryModel::link).toList();
      case "body" -> story.body();
      default -> null;
    };
  }

  private String slug() {
    String path = story.entry().path();
    String folder = path.endsWith("/index.html") ? path.substring(0, path.length() - 11) : path;
    String name = folder.substring(folder.lastIndexOf('/') + 1);
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }

  static Timestamp date(Instant instant) {
    return Timestamp.from(instant);
  }

  private static Map<String, Object> link(Story.Link link) {
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("key", link.key());
    model.put("name", link.name());
    link.uri().ifPresent(uri -> model.put("uri", uri));
    return model;
  }

  private static Map<String, Object> newer(Story newer) {
    return Map.of("title", newer.title(), "uri", newer.uri(), "url", newer.url());
  }

  private Map<String, Object> author(Story.Author author) {
    Map<String, Object> model = new LinkedHashMap<>();
    author
        .entity()
        .ifPresent(it -> model.putAll(EntityModel.of(story.shown(it), story.portrait(it))));
    author.entity().ifPresent(it -> model.put("key", it.key()));
    model.put("name", author.name());
    author.uri().ifPresent(uri -> model.put("uri", uri));
    return model;
  }

  private Map<String, Object> source(Entity source) {
    Map<String, Object> model = EntityModel.of(story.shown(source), story.portrait(source));
    model.put("key", source.key());
    model.put("name", source.name(story.language()));
    story.sourceUri().ifPresent(uri -> model.put("uri", uri));
    return model;
  }

  private static Map<String, Object> picture(Story.Picture picture) {
    Map<String, Object> model = EntityModel.picture(picture.photo());
    model.put("alt", picture.alt());
    put(model, "caption", picture.caption());
    put(model, "credit", picture.credit());
    put(model, "source", picture.source());
    return model;
  }

  private static void put(Map<String, Object> model, String key, Optional<String> value) {
    value.ifPresent(text -> model.put(key, text));
  }

  private List<Map<String, Object>> corrections() {
    List<Map<String, Object>> corrections = new ArrayList<>();
    story
        .corrections()
        .forEach(it -> corrections.add(Map.of("date", date(it.date()), "text", it.text())));
    return corrections;
  }

  @Override
  public Set<Entry<String, Object>> entrySet() {
    Set<Entry<String, Object>> entries = new LinkedHashSet<>();
    for (String key : KEYS) {
      Object value = get(key);
      if (value != null) {
        entries.add(Map.entry(key, value));
      }
    }
    return entries;
  }

  @Override
  public boolean isEmpty() {
    return false;
  }
}
