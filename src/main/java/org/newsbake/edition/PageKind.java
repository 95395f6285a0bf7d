package org.newsbake.edition;

import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The kinds of pages that Newsbake adds to JBake's. A new one is a constant here, and nothing else:
 * it exists on a site whose {@code jbake.properties} names its template, {@code
 * template.<name>.file}; its address is {@code <name>.path} for pages of groups, and {@code
 * <name>.file} for pages that there is one of.
 */
public enum PageKind {
  /** The pages of a section. */
  SECTION("section", "sections") {
    @Override
    List<Member> members(Entry entry, Context context) {
      if (!context.isHome(entry)) {
        return List.of();
      }
      return member(entry.article().details().section().flatMap(context.newsroom::section));
    }

    @Override
    Collection<Entity> order(Newsroom newsroom) {
      return newsroom.sections();
    }
  },

  /** The pages of a tag, which JBake knows too. */
  TAG("tag", "tags") {
    @Override
    List<Member> members(Entry entry, Context context) {
      return entry.article().tags().stream().distinct().map(tag -> new Member(tag, tag)).toList();
    }
  },

  /** The pages of an author. */
  AUTHOR("author", "authors") {
    @Override
    List<Member> members(Entry entry, Context context) {
      List<Member> members = new ArrayList<>();
      for (String author : entry.article().details().authors()) {
        members.addAll(member(context.newsroom.author(author)));
      }
      return members;
    }

    @Override
    Collection<Entity> order(Newsroom newsroom) {
      return newsroom.authors();
    }
  },

  /** The pages of a source. */
  SOURCE("source", "sources") {
    @Override
    List<Member> members(Entry entry, Context context) {
      return member(entry.article().details().source().flatMap(context.newsroom::source));
    }

    @Override
    Collection<Entity> order(Newsroom newsroom) {
      return newsroom.sources();
    }
  },

  /** The pages of a language that is not the site's own. */
  LANGUAGE("language", "languages") {
    @Override
    List<Member> members(Entry entry, Context context) {
      String language = context.language(entry);
      if (context.isHome(entry)) {
        return List.of();
      }
      Locale locale = Locale.forLanguageTag(language);
      return List.of(new Member(language, locale.getDisplayName(locale)));
    }
  },

  /** The pages of a month. */
  DATE("date", "archive") {
    @Override
    List<Member> members(Entry entry, Context context) {
      if (!context.isHome(entry)) {
        return List.of();
      }
      YearMonth month = YearMonth.from(entry.article().date().atZone(context.zone));
      return List.of(new Member(month.toString(), context.monthName.format(month)));
    }

    @Override
    String folder(String key) {
      return key.replace('-', '/');
    }

    @Override
    boolean newestFirst() {
      return true;
    }
  },

  /** The pages of all stories in the language of the site. */
  LATEST("latest", "latest") {
    @Override
    List<Member> members(Entry entry, Context context) {
      return context.isHome(entry) ? List.of(new Member("latest", context.siteTitle)) : List.of();
    }

    @Override
    String folder(String key) {
      return "";
    }
  },

  /** The front page. */
  FRONT("front", "index.html"),

  /** The page of all corrections. */
  CORRECTIONS("corrections", "corrections.html"),

  /** The page of all authors. */
  AUTHORS("authors", "authors.html"),

  /** The page of all sources. */
  SOURCES("sources", "sources.html"),

  /**
   * What stands at the address of an article that is killed or expired, and once for all of them.
   */
  WITHDRAWN("withdrawn", "410.html"),

  /**
   * What stands at the address of an article that was public and is held back for an error, and
   * once for all of them.
   */
  UNAVAILABLE("unavailable", "503.html");

  /** A group that an article belongs to. */
  record Member(String key, String title, Optional<Entity> entity) {
    Member(String key, String title) {
      this(key, title, Optional.empty());
    }
  }

  /** What decides where an article belongs, beside the article. */
  static final class Context {
    private final Newsroom newsroom;
    private final ZoneId zone;
    private final DateTimeFormatter monthName;
    private final String siteTitle;
    private final String siteLanguage;
    private final boolean languagesApart;

    /**
     * @param languagesApart whether other languages have pages of their own, and so do not stand
     *     among the stories of the site's
     */
    Context(Newsroom newsroom, Publication publication, boolean languagesApart) {
      this.newsroom = newsroom;
      this.zone = publication.zone();
      this.siteLanguage = publication.language();
      this.siteTitle = publication.title();
      this.languagesApart = languagesApart;
      monthName =
          DateTimeFormatter.ofPattern("LLLL yyyy", Locale.forLanguageTag(publication.language()));
    }

    /** The language of the site. */
    String siteLanguage() {
      return siteLanguage;
    }

    /** The language of an article. */
    String language(Entry entry) {
      return entry.article().details().language().orElse(siteLanguage);
    }

    /** Whether an article stands among those of the site's language. */
    boolean isHome(Entry entry) {
      return !languagesApart || entry.article().details().language().map(this::isOwn).orElse(true);
    }

    private boolean isOwn(String language) {
      return language.equals(siteLanguage) || primary(language).equals(primary(siteLanguage));
    }

    private static String primary(String tag) {
      int hyphen = tag.indexOf('-');
      return hyphen < 0 ? tag : tag.substring(0, hyphen);
    }
  }

  private final String word;
  private final String path;

  PageKind(String word, String path) {
    this.word = word;
    this.path = path;
  }

  /** Its name in {@code jbake.properties} and in templates. */
  public String word() {
    return word;
  }

  /** The kind of a name. */
  public static Optional<PageKind> of(String word) {
    return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
  }

  /** Its folder, or the file of its page, where the site names none. */
  public String defaultPath() {
    return path;
  }

  /** Whether it stands for a group of stories. */
  public boolean isGrouped() {
    return ordinal() < FRONT.ordinal();
  }

  /** The key of {@code jbake.properties} that says where its pages stand. */
  public String pathKey() {
    return word + (isGrouped() ? ".path" : ".file");
  }

  /** The groups of this kind that a published story belongs to. */
  List<Member> members(Entry entry, Context context) {
    return List.of();
  }

  /** The entities whose order the groups of this kind follow. */
  Collection<Entity> order(Newsroom newsroom) {
    return List.of();
  }

  /** The folder of a group below that of its kind. */
  String folder(String key) {
    return Slug.of(key);
  }

  /** Whether groups stand in the reverse order of their keys. */
  boolean newestFirst() {
    return false;
  }

  private static List<Member> member(Optional<Entity> entity) {
    return entity.map(it -> List.of(new Member(it.key(), it.name(), entity))).orElse(List.of());
  }
}
