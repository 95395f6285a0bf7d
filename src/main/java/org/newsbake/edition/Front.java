package org.newsbake.edition;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.newsbake.Choices;
import org.newsbake.Problem;
import org.newsbake.Severity;
import org.newsbake.article.Article;
import org.newsbake.article.FilePlaces;

/**
 * What stands on the front page: the stories that the editors chose in {@code front.yaml}, and
 * where those are not live, the newest. No story stands there twice.
 *
 * @param lead the story at the top, if there is any story
 * @param top the stories beside it
 * @param blocks the sections below, with their newest stories
 * @param latest the newest of all others
 */
public record Front(Optional<Entry> lead, List<Entry> top, List<Block> blocks, List<Entry> latest) {

  /** How many stories stand beside the lead, in a block, and among the latest. */
  private static final int TOP = 5;

  private static final int BLOCK = 5;
  private static final int LATEST = 10;

  /** The most wishes for which a similar name is sought. */
  private static final int MOST_COMPARED = 200;

  /** A section on the front page. */
  public record Block(Group section, List<Entry> stories) {}

  public Front {
    top = List.copyOf(top);
    blocks = List.copyOf(blocks);
    latest = List.copyOf(latest);
  }

  /** The front page of an edition. */
  public static Front of(Stories stories) {
    Map<String, Object> wishes = stories.newsroom().front();
    List<Entry> all = stories.home();
    Set<Entry> shown = Collections.newSetFromMap(new IdentityHashMap<>());
    Optional<Entry> lead =
        wished(stories, wishes.get("lead"), all)
            .findFirst()
            .or(
                () ->
                    all.stream()
                        .limit(20)
                        .map(stories::of)
                        .filter(story -> story.isOwn() && story.picture().isPresent())
                        .map(Story::entry)
                        .findFirst())
            .or(() -> all.stream().findFirst());
    lead.ifPresent(shown::add);
    List<Entry> wishedTop = wished(stories, wishes.get("top"), all).toList();
    List<Entry> top = new ArrayList<>();
    take(wishedTop, Math.max(TOP, wishedTop.size()), shown, top);
    take(all, TOP, shown, top);
    List<Entry> latest = new ArrayList<>();
    take(all, LATEST, shown, latest);
    List<Block> blocks = new ArrayList<>();
    for (Group section : sections(stories, wishes.get("sections"))) {
      List<Entry> block = new ArrayList<>();
      take(section.stories(), BLOCK, shown, block);
      if (!block.isEmpty()) {
        blocks.add(new Block(section, block));
      }
    }
    return new Front(lead, top, blocks, latest);
  }

  private static void take(List<Entry> from, int most, Set<Entry> shown, List<Entry> to) {
    for (Entry entry : from) {
      if (to.size() >= most) {
        return;
      }
      if (shown.add(entry)) {
        to.add(entry);
      }
    }
  }

  private static java.util.stream.Stream<Entry> wished(
      Stories stories, Object wish, List<Entry> live) {
    return texts(wish).stream()
        .map(stories::at)
        .flatMap(Optional::stream)
        .map(entry -> stories.edition().newer(entry).orElse(entry))
        .filter(Entry::isPublished);
  }

  private static List<String> texts(Object wish) {
    Collection<?> wishes =
        wish instanceof Collection<?> list ? list : wish == null ? List.of() : List.of(wish);
    return wishes.stream().map(String::valueOf).toList();
  }

  private static List<Group> sections(Stories stories, Object wish) {
    List<String> wished = texts(wish);
    return wished.isEmpty()
        ? stories.groups().of(PageKind.SECTION)
        : wished.stream()
            .map(key -> stories.groups().of(PageKind.SECTION, key))
            .flatMap(Optional::stream)
            .toList();
  }

  /**
   * The wishes that no article and no section can fulfil, live or not.
   *
   * @param articles all articles that there are
   */
  public static List<Problem> problems(Newsroom newsroom, List<Article> articles) {
    List<Problem> problems = new ArrayList<>();
    if (newsroom.frontFile().isEmpty()) {
      return problems;
    }
    List<String> paths = articles.stream().map(article -> article.source().path()).toList();
    Set<String> known = Set.copyOf(paths);
    FilePlaces places = new FilePlaces(newsroom.frontFile().orElseThrow().source());
    for (String key : List.of("lead", "top")) {
      for (String path : texts(newsroom.front().get(key))) {
        if (!known.contains(path)) {
          problems.add(unknown(places, problems.size(), key, path, "content has no file", paths));
        }
      }
    }
    Set<String> sections =
        newsroom.sections().stream()
            .map(Entity::key)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    for (String section : texts(newsroom.front().get("sections"))) {
      if (!sections.isEmpty() && !sections.contains(section)) {
        problems.add(
            unknown(
                places,
                problems.size(),
                "sections",
                section,
                "data/sections.yaml has no section",
                sections));
      }
    }
    return problems;
  }

  /**
   * @param before how many problems there are already: similar names are sought for a few alone
   */
  private static Problem unknown(
      FilePlaces places,
      int before,
      String key,
      String written,
      String lacks,
      Collection<String> choices) {
    return places
        .of(key, written)
        .problem(
            Severity.WARNING,
            "front-unknown",
            lacks + " \"" + written + "\".",
            choices.size() > 12
                ? Choices.nearest(written, before < MOST_COMPARED ? choices : List.of())
                    .map(near -> "Did you mean \"" + near + "\"?")
                    .orElse("Write the path of a file below content.")
                : Choices.advice(written, choices));
  }
}
