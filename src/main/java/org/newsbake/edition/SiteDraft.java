package org.newsbake.edition;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.newsbake.Problem;
import org.newsbake.SourceLocation;
import org.newsbake.article.Article;
import org.newsbake.article.Objection;
import org.newsbake.article.SourceFile;

/**
 * The pages of a site while they are being planned: who claims which path, and who gives way where
 * two want the same one.
 *
 * <p>A page of the site itself (a list, a feed) never gives way to a story, and a story never to a
 * file that is copied. Of two stories the one stays whose address this was, by the ledger of public
 * addresses; else the older one. The problem is told of the one that gives way.
 */
final class SiteDraft {

  /** What claims a path, strongest first. */
  private enum Rank {
    SITE,
    TAG,
    STORY,
    FILE
  }

  /**
   * Who claims a path.
   *
   * @param files where that is said
   * @param name its name as a message gives it
   * @param article the article whose page it is, or {@code null}
   */
  record Owner(Rank rank, List<String> files, String name, Article article) {

    /** An article, for its page and its redirects. */
    static Owner of(Article article) {
      String file = article.source().name();
      return new Owner(Rank.STORY, List.of(file), file, article);
    }

    /** A file that is copied. */
    static Owner of(SourceFile file) {
      return new Owner(Rank.FILE, List.of(file.name()), file.name(), null);
    }

    /** A page that the site has by a property. */
    static Owner of(String key) {
      return new Owner(Rank.SITE, List.of("jbake.properties"), key, null);
    }

    /**
     * A page of a tag.
     *
     * @param files the files that have the tag
     */
    static Owner of(String tag, Collection<String> files) {
      return new Owner(Rank.TAG, List.copyOf(files), "the tag \"" + tag + "\"", null);
    }

    /** The beginning of a sentence about the page. */
    private String page() {
      return rank == Rank.STORY || rank == Rank.FILE ? "its page" : "the page of " + name;
    }
  }

  private final PublicAddresses known;
  private final TreeMap<String, Page> pages = new TreeMap<>();
  private final Map<String, Owner> ownerByPath = new HashMap<>();
  private final Map<String, String> pathByLowerCase = new HashMap<>();

  /** Folders that no page wants to be, nor any folder above them. */
  private final Set<String> plainFolders = new HashSet<>();

  private final List<Objection> objections = new ArrayList<>();

  /**
   * @param known the addresses that were public
   */
  SiteDraft(PublicAddresses known) {
    this.known = known;
  }

  /** Adds a page, and says whether it is the one at its path. */
  boolean add(Page page, Owner owner) {
    String path = page.path();
    Optional<String> objection = OutputPath.objection(path);
    if (objection.isPresent()) {
      unusable(page, owner, objection.get()).forEach(this::add);
      return false;
    }
    Owner other = ownerByPath.get(path);
    boolean wins = other == null || !isLate(page, path) && stays(owner, other, path);
    if (wins) {
      pages.put(path, page);
      ownerByPath.put(path, owner);
    }
    if (other != null) {
      collide(page, wins ? other : owner, wins ? owner : other);
    }
    return wins;
  }

  /** Adds a page where no other stands. */
  void addWhereFree(Page page, Owner owner) {
    if (!pages.containsKey(page.path()) && OutputPath.objection(page.path()).isEmpty()) {
      add(page, owner);
    }
  }

  void add(Problem problem) {
    add(Objection.of(problem));
  }

  void add(Objection objection) {
    objections.add(objection);
  }

  boolean holds(String path) {
    return pages.containsKey(path);
  }

  SortedMap<String, Page> pages() {
    return Collections.unmodifiableSortedMap(pages);
  }

  List<Objection> objections() {
    return objections;
  }

  /** A redirect stands only where nothing else does. */
  private boolean isLate(Page page, String path) {
    return page instanceof Page.RedirectPage && !(pages.get(path) instanceof Page.RedirectPage);
  }

  /** Whether a newcomer takes the path from the one who claimed it before. */
  private boolean stays(Owner newcomer, Owner first, String path) {
    if (newcomer.rank != first.rank) {
      return newcomer.rank.compareTo(first.rank) < 0;
    }
    if (newcomer.rank != Rank.STORY) {
      return false;
    }
    boolean was = known.isPageOf(path, newcomer.name);
    if (was != known.isPageOf(path, first.name)) {
      return was;
    }
    return Comparator.comparing(Article::date)
            .thenComparing(it -> it.source().path())
            .compare(newcomer.article, first.article)
        < 0;
  }

  private void collide(Page page, Owner loser, Owner winner) {
    for (String file : loser.files) {
      add(
          page instanceof Page.RedirectPage
              ? Problem.warning(
                  "alias-taken",
                  SourceLocation.of(file),
                  "its alias "
                      + page.path()
                      + " is the page of "
                      + winner.name
                      + ", so it leads nowhere.",
                  "Delete the alias, or give the other page another address.")
              : Problem.error(
                  "path-collision",
                  SourceLocation.of(file),
                  loser.page() + " is " + page.path() + ", and so is that of " + winner.name + ".",
                  "Rename one of the two."));
    }
  }

  private static List<Problem> unusable(Page page, Owner owner, String objection) {
    return owner.files.stream()
        .map(
            file ->
                page instanceof Page.TagPage tagPage
                    ? Problem.error(
                        "tag-unusable",
                        SourceLocation.of(file),
                        "the tag \""
                            + tagPage.tag()
                            + "\" makes no page: its path "
                            + objection
                            + ".",
                        "Use a tag of letters, digits, spaces and hyphens.")
                    : Problem.error(
                        "path-invalid",
                        SourceLocation.of(file),
                        owner.page()
                            + " would stand at \""
                            + page.path()
                            + "\", which "
                            + objection
                            + ".",
                        "Give it another name."))
        .toList();
  }

  /** All pages, once none will be added. */
  SortedMap<String, Page> finished() {
    boolean otherCase = false;
    for (String path : pages.keySet()) {
      otherCase |= hasOtherCase(path);
      compareWithFolders(path);
    }
    if (otherCase) {
      pages.keySet().forEach(this::compareLetterCase);
    }
    return pages;
  }

  /** Whether a path may be the same as another but for letter case. */
  private static boolean hasOtherCase(String path) {
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      if (c >= 'A' && c <= 'Z' || c >= 0x80) {
        return true;
      }
    }
    return false;
  }

  private void compareLetterCase(String path) {
    String other = pathByLowerCase.putIfAbsent(path.toLowerCase(Locale.ROOT), path);
    if (other != null) {
      Owner owner = ownerByPath.get(path);
      add(
          Problem.warning(
              "path-case",
              SourceLocation.of(owner.files.get(0)),
              owner.page()
                  + " is "
                  + path
                  + ", which many computers take for "
                  + other
                  + " of "
                  + ownerByPath.get(other).name
                  + ".",
              "Rename one of the two, so that they differ in more than letter case."));
    }
  }

  private void compareWithFolders(String path) {
    List<String> seen = new ArrayList<>();
    boolean plain = true;
    for (int slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
      String folder = path.substring(0, slash);
      if (plainFolders.contains(folder)) {
        break;
      }
      seen.add(folder);
      Owner other = ownerByPath.get(folder);
      if (other != null) {
        plain = false;
        Owner owner = ownerByPath.get(path);
        boolean stays = stays(owner, other, path);
        Owner loser = stays ? other : owner;
        Owner winner = stays ? owner : other;
        for (String file : loser.files) {
          add(
              Problem.error(
                  "path-collision",
                  SourceLocation.of(file),
                  loser.page()
                      + " is "
                      + (stays ? folder : path)
                      + ", but "
                      + folder
                      + (stays ? " is also a folder with the page of " : " is the page of ")
                      + winner.name
                      + (stays ? "." : " and cannot be a folder, too."),
                  "Rename one of the two."));
        }
      }
    }
    if (plain) {
      plainFolders.addAll(seen);
    }
  }
}
