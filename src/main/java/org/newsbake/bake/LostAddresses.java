package org.newsbake.bake;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.newsbake.Problem;
import org.newsbake.SourceLocation;
import org.newsbake.edition.Edition;
import org.newsbake.edition.PublicAddresses;

/**
 * Finds the addresses that readers had and that lead nowhere now: their story was renamed, moved or
 * deleted. A story that is not live by its own header (a draft, an embargo, a kill) is no loss.
 */
final class LostAddresses {

  /** What the warnings are called. */
  static final String CODE = "address-lost";

  private final Plan plan;
  private final PublishedPages now;

  LostAddresses(Plan plan, PublishedPages now) {
    this.plan = plan;
    this.now = now;
  }

  /**
   * A warning for each address that is lost, with the line that leads it on where the story has
   * another address now.
   *
   * @param before the pages of the last site that was written
   * @param known the ledger of public addresses
   */
  List<Problem> since(PublishedPages before, PublicAddresses known) {
    Map<String, PublishedPages.StoryPage> gone = new TreeMap<>();
    for (PublicAddresses.Line line : known.lines()) {
      add(
          new PublishedPages.StoryPage(
              line.path(), line.address().substring(1), false, line.file(), "", "", ""),
          gone);
    }
    before.pages().forEach(page -> add(page, gone));
    if (gone.isEmpty()) {
      return List.of();
    }
    Set<String> absent = absent(plan.edition());
    Successors successors = new Successors(now.pages());
    return gone.values().stream()
        .filter(page -> !absent.contains(page.file()))
        .map(page -> lost(page, successors.of(page)))
        .toList();
  }

  private void add(PublishedPages.StoryPage page, Map<String, PublishedPages.StoryPage> gone) {
    if (!plan.site().pages().containsKey(page.path())) {
      gone.put(page.path(), page);
    }
  }

  /** The content files that say for themselves why their stories are not live. */
  private static Set<String> absent(Edition edition) {
    return edition.absences().stream()
        .map(absence -> absence.article().source().name())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Problem lost(
      PublishedPages.StoryPage page, Optional<PublishedPages.StoryPage> successor) {
    String address = "/" + page.address();
    return successor
        .map(
            story ->
                Problem.warning(
                    CODE,
                    SourceLocation.of(story.file()),
                    "the address "
                        + address
                        + (page.file().equals(story.file())
                            ? " of this story"
                            : " of " + page.file() + ", which seems to be this story now,")
                        + " was public and leads nowhere.",
                    "Add it to the header: aliases: [" + address + "]"))
        .orElseGet(
            () ->
                Problem.warning(
                    CODE,
                    SourceLocation.of(page.file()),
                    "its address " + address + " was public and leads nowhere.",
                    "If the story is withdrawn, keep its file and write killed: true. If another"
                        + " one takes its place, write aliases: ["
                        + address
                        + "] there."));
  }

  /** Finds where a story is now: by its file, its guid, its headline, its text. */
  private static final class Successors {
    private final List<Map<String, PublishedPages.StoryPage>> indexes;

    Successors(Collection<PublishedPages.StoryPage> pages) {
      List<PublishedPages.StoryPage> stories =
          pages.stream()
              .filter(page -> !page.alias())
              .sorted(Comparator.comparing(PublishedPages.StoryPage::path))
              .toList();
      indexes = KEYS.stream().map(key -> index(stories, key)).toList();
    }

    private static final List<Function<PublishedPages.StoryPage, String>> KEYS =
        List.of(
            PublishedPages.StoryPage::file,
            PublishedPages.StoryPage::guid,
            PublishedPages.StoryPage::title,
            PublishedPages.StoryPage::digest);

    private static Map<String, PublishedPages.StoryPage> index(
        List<PublishedPages.StoryPage> stories, Function<PublishedPages.StoryPage, String> key) {
      Map<String, PublishedPages.StoryPage> index = new HashMap<>();
      for (PublishedPages.StoryPage story : stories) {
        if (!key.apply(story).isEmpty()) {
          index.putIfAbsent(key.apply(story), story);
        }
      }
      return index;
    }

    Optional<PublishedPages.StoryPage> of(PublishedPages.StoryPage gone) {
      for (int i = 0; i < KEYS.size(); i++) {
        PublishedPages.StoryPage found = indexes.get(i).get(KEYS.get(i).apply(gone));
        if (found != null) {
          return Optional.of(found);
        }
      }
      return Optional.empty();
    }
  }
}
