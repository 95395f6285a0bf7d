package org.newsbake.wire;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.newsbake.wire.WireItem.Publish;

/** Gives stories what the packages that bind them say: pictures and terms of use. */
public final class Packages {

  private Packages() {}

  /** The items in their order, each story with what its packages give it. */
  public static List<WireItem> bind(List<WireItem> items) {
    List<WireItem> packages = items.stream().filter(it -> !it.members().isEmpty()).toList();
    Map<String, WireItem> pictures = new HashMap<>();
    for (WireItem item : items) {
      if (item.handling().publish() == Publish.PICTURE && item.identity().guid().isPresent()) {
        pictures.put(item.identity().guid().get(), item);
      }
    }
    Map<String, WireItem> texts = new HashMap<>();
    for (WireItem item : items) {
      if (item.handling().publish() != Publish.PICTURE && item.members().isEmpty()) {
        item.identity().guid().ifPresent(guid -> texts.put(guid, item));
      }
    }
    List<WireItem> bound = new ArrayList<>();
    for (WireItem item : items) {
      Optional<String> guid = item.identity().guid();
      boolean text = item.members().isEmpty() && item.handling().publish() != Publish.PICTURE;
      bound.add(
          text && guid.isPresent()
              ? bound(
                  item,
                  packages.stream().filter(it -> it.members().contains(guid.get())).toList(),
                  pictures,
                  texts)
              : item);
    }
    return bound;
  }

  private static WireItem bound(
      WireItem story,
      List<WireItem> packages,
      Map<String, WireItem> pictures,
      Map<String, WireItem> texts) {
    Set<String> usage = new LinkedHashSet<>(story.rights().usage());
    List<WirePicture> own = new ArrayList<>();
    Set<String> taken = new LinkedHashSet<>();
    for (WirePicture picture : story.pictures()) {
      Optional<WireItem> item = picture.guid().map(pictures::get);
      own.add(item.map(it -> merged(picture, it)).orElse(picture));
      item.ifPresent(it -> taken.add(it.identity().guid().orElseThrow()));
    }
    for (WireItem one : packages) {
      usage.addAll(one.rights().usage());
      // The pictures of a package are those of its main text, which comes first.
      Optional<String> main = one.members().stream().filter(texts::containsKey).findFirst();
      if (main.isPresent() && main.equals(story.identity().guid())) {
        for (String member : one.members()) {
          WireItem picture = pictures.get(member);
          if (picture != null && taken.add(member)) {
            own.addAll(picture.pictures());
          }
        }
      }
    }
    boolean same = own.equals(story.pictures()) && usage.size() == story.rights().usage().size();
    return same ? story : story.with(List.copyOf(usage), own);
  }

  /** A picture as its story names it, with the file of its own item. */
  private static WirePicture merged(WirePicture named, WireItem item) {
    WirePicture sent = item.pictures().get(0);
    return new WirePicture(
        sent.ref(),
        sent.there(),
        named.caption().or(sent::caption),
        named.credit().or(sent::credit),
        sent.usage(),
        sent.expires(),
        sent.guid());
  }
}
