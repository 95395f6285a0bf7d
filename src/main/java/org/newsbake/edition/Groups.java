package org.newsbake.edition;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The stories of an edition, grouped by each kind of page that the site has. Immutable. */
public final class Groups {

  private final Map<PageKind, List<Group>> byKind = new EnumMap<>(PageKind.class);
  private final Map<PageKind, Map<String, Group>> byKey = new EnumMap<>(PageKind.class);

  Groups(
      List<Entry> stories,
      Newsroom newsroom,
      Publication publication,
      SiteOptions options,
      Set<PageKind> kinds) {
    PageKind.Context context =
        new PageKind.Context(newsroom, publication, kinds.contains(PageKind.LANGUAGE));
    Map<PageKind, Sorting> sortings = new EnumMap<>(PageKind.class);
    kinds.stream()
        .filter(PageKind::isGrouped)
        .forEach(kind -> sortings.put(kind, new Sorting(kind, context)));
    // Story by story, for each is far away in memory.
    stories.forEach(story -> sortings.values().forEach(sorting -> sorting.add(story)));
    sortings.forEach((kind, sorting) -> put(kind, sorting.groups(newsroom, options)));
  }

  private void put(PageKind kind, List<Group> groups) {
    Map<String, Group> keyed = new LinkedHashMap<>();
    groups.forEach(group -> keyed.put(group.key(), group));
    byKind.put(kind, List.copyOf(keyed.values()));
    byKey.put(kind, keyed);
  }

  /** The stories of one kind of page, being sorted into groups. */
  private static final class Sorting {
    private final PageKind kind;
    private final PageKind.Context context;
    private final Map<String, PageKind.Member> members = new HashMap<>();
    private final Map<String, List<Entry>> entries = new HashMap<>();

    Sorting(PageKind kind, PageKind.Context context) {
      this.kind = kind;
      this.context = context;
    }

    void add(Entry story) {
      for (PageKind.Member member : kind.members(story, context)) {
        List<Entry> list = entries.get(member.key());
        if (list == null) {
          members.put(member.key(), member);
          list = new ArrayList<>();
          entries.put(member.key(), list);
        }
        if (list.isEmpty() || list.get(list.size() - 1) != story) {
          list.add(story);
        }
      }
    }

    List<Group> groups(Newsroom newsroom, SiteOptions options) {
      Map<String, Integer> order = new HashMap<>();
      kind.order(newsroom).forEach(entity -> order.put(entity.key(), order.size()));
      Comparator<String> byName = Comparator.naturalOrder();
      return members.keySet().stream()
          .sorted(
              Comparator.comparing((String key) -> order.getOrDefault(key, Integer.MAX_VALUE))
                  .thenComparing(kind.newestFirst() ? byName.reversed() : byName))
          .map(key -> group(kind, members.get(key), entries.get(key), context, options))
          .toList();
    }
  }

  private static Group group(
      PageKind kind,
      PageKind.Member member,
      List<Entry> stories,
      PageKind.Context context,
      SiteOptions options) {
    String parent = options.pathByKind().getOrDefault(kind, "");
    String below = (parent.isEmpty() ? "" : parent + "/") + kind.folder(member.key());
    String folder = below.isEmpty() || below.endsWith("/") ? below : below + "/";
    String uri = Slug.encoded(folder);
    if (kind == PageKind.TAG) {
      // JBake takes the tag as it is.
      folder = parent + "/" + member.key() + "/";
      uri = Slug.encoded(parent + "/" + member.key() + options.addresses().outputExtension());
    }
    String language =
        kind == PageKind.LANGUAGE ? context.language(stories.get(0)) : context.siteLanguage();
    return new Group(
        kind, member.key(), member.title(), member.entity(), uri, folder, language, stories);
  }

  /** Whether the site has pages of a kind, be there stories for one or not. */
  public boolean has(PageKind kind) {
    return byKind.containsKey(kind);
  }

  /** The groups of a kind, in their order. */
  public List<Group> of(PageKind kind) {
    return byKind.getOrDefault(kind, List.of());
  }

  /** The group of a kind and a key, if the site has it. */
  public Optional<Group> of(PageKind kind, String key) {
    return Optional.ofNullable(byKey.getOrDefault(kind, Map.of()).get(key));
  }

  /** All groups, kind by kind. */
  public List<Group> all() {
    return byKind.values().stream().flatMap(List::stream).toList();
  }
}
