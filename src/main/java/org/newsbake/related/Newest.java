package org.newsbake.related;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Texts, newest first: all of them, those of a language, those of a section. Immutable. */
final class Newest {

  /** More texts than these are sorted with all others. */
  private static final int FEW = 100;

  private final List<Member> all;
  private final Map<String, List<Member>> byLanguage;
  private final Map<String, List<Member>> bySection;

  private Newest(
      List<Member> all, Map<String, List<Member>> byLanguage, Map<String, List<Member>> bySection) {
    this.all = all;
    this.byLanguage = byLanguage;
    this.bySection = bySection;
  }

  static Newest of(Collection<Member> members) {
    List<Member> all = new ArrayList<>(members);
    all.sort(Member.NEWEST);
    Newest newest = new Newest(all, new HashMap<>(), new HashMap<>());
    for (Member member : all) {
      newest.byLanguage.computeIfAbsent(member.language(), key -> new ArrayList<>()).add(member);
      section(member)
          .ifPresent(
              key -> newest.bySection.computeIfAbsent(key, it -> new ArrayList<>()).add(member));
    }
    return newest;
  }

  /** The same without some texts, and with others. */
  Newest with(Collection<Member> removed, Collection<Member> added) {
    if (removed.size() + added.size() > FEW) {
      Set<Member> now = new HashSet<>(all);
      now.removeAll(Set.copyOf(removed));
      now.addAll(added);
      return of(now);
    }
    Newest other =
        new Newest(new ArrayList<>(all), new HashMap<>(byLanguage), new HashMap<>(bySection));
    removed.forEach(member -> other.change(member, list -> without(list, member)));
    added.forEach(member -> other.change(member, list -> with(list, member)));
    removed.forEach(member -> Newest.remove(other.all, member));
    added.forEach(member -> Newest.add(other.all, member));
    return other;
  }

  private void change(Member member, UnaryOperator<List<Member>> by) {
    byLanguage.compute(member.language(), (key, list) -> by.apply(list));
    section(member).ifPresent(section -> bySection.compute(section, (key, list) -> by.apply(list)));
  }

  private static List<Member> without(List<Member> list, Member member) {
    List<Member> less = new ArrayList<>(list);
    remove(less, member);
    return less;
  }

  private static List<Member> with(List<Member> list, Member member) {
    List<Member> more = list == null ? new ArrayList<>() : new ArrayList<>(list);
    add(more, member);
    return more;
  }

  private static void remove(List<Member> list, Member member) {
    list.remove(Collections.binarySearch(list, member, Member.NEWEST));
  }

  private static void add(List<Member> list, Member member) {
    int place = Collections.binarySearch(list, member, Member.NEWEST);
    list.add(place < 0 ? -place - 1 : place, member);
  }

  /** All texts. */
  List<Member> all() {
    return all;
  }

  /** The texts of a language. */
  List<Member> inLanguage(String language) {
    return byLanguage.getOrDefault(language, List.of());
  }

  /** The texts of the section that a text is in, in its language. */
  List<Member> inSectionOf(Member member) {
    return section(member).map(key -> bySection.getOrDefault(key, List.of())).orElse(List.of());
  }

  private static Optional<String> section(Member member) {
    return member.text().section().map(section -> member.language() + " " + section);
  }
}
