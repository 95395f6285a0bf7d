package org.newsbake.edition;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.newsbake.article.Article;
import org.newsbake.cache.Fingerprint;

/**
 * What no page may name: the content files that are not live, and for an article the pictures of it
 * to which the rights have ended ({@link GonePictures}). The files are known by all the names that
 * would tell of them: their paths below the content folder and the addresses that they would have.
 * Nothing that a reader can see may name one, since a name such as {@code secret-merger.md} is news
 * already.
 *
 * <p>Immutable and thread-safe. A site in which all is live pays nothing.
 */
public final class AbsentFiles {

  private final Set<String> names = new HashSet<>();

  /** The last parts of their names: most addresses end in none of them. */
  private final Set<String> ends = new HashSet<>();

  private final String host;

  /** By content path. */
  private final Map<String, GonePictures> pictures;

  /**
   * @param files the paths of all content files, also of those that could not be read
   */
  AbsentFiles(
      Edition edition,
      Site site,
      Addresses addresses,
      Publication publication,
      Collection<String> files) {
    host = publication.host();
    pictures = edition.gonePictures();
    Set<String> absent = new HashSet<>(files);
    edition.absences().forEach(absence -> absent.add(absence.article().source().path()));
    edition.entries().forEach(entry -> absent.remove(entry.article().source().path()));
    for (String file : absent) {
      names.add(file);
      addAddress(site, addresses.uri(file));
    }
    for (Absence absence : edition.absences()) {
      // A draft has an address of its own in a preview, and will have another.
      Article article = absence.article();
      addAddress(site, addresses.place(article).path());
      addAddress(site, addresses.place(article.withStatus(Article.PUBLISHED)).path());
    }
    names.remove("");
    names.forEach(name -> ends.add(name.substring(name.lastIndexOf('/') + 1)));
  }

  /** Whether an address may be one of the names, told by its end. */
  private boolean mayBeNamed(String address) {
    int end = 0;
    while (end < address.length() && "?#".indexOf(address.charAt(end)) < 0) {
      end++;
    }
    while (end > 0 && address.charAt(end - 1) == '/') {
      end--;
    }
    String last = address.substring(address.lastIndexOf('/', end - 1) + 1, end);
    return ends.contains(last) || last.indexOf('%') >= 0 || last.startsWith(".");
  }

  /** Adds an address, unless a page of the site stands there, such as that of a withdrawn story. */
  private void addAddress(Site site, String path) {
    String folder = path.replaceFirst("(^|/)index\\.html$", "");
    if (!site.pages().containsKey(path) && !site.pages().containsKey(folder + "/index.html")) {
      names.add(path);
      names.add(folder);
    }
  }

  /** Whether an address in an article names one. */
  boolean isNamed(Article article, String address) {
    String own = address.strip();
    if (!mayBeNamed(own)) {
      return false;
    }
    if (!host.isEmpty() && own.startsWith(host + "/")) {
      own = own.substring(host.length());
    }
    return Pictures.candidates(article, own).stream().anyMatch(names::contains);
  }

  /** Whether an address on a page of the site names one. */
  boolean isNamed(Entry entry, String address) {
    if (isPicture(entry, address) || isNamed(entry.article(), address)) {
      return true;
    }
    // Where the page has an address of its own, links may be written from there.
    String folder = entry.path().substring(0, entry.path().lastIndexOf('/') + 1);
    return mayBeNamed(address)
        && !address.contains(":")
        && !address.startsWith("/")
        && Pictures.resolved(folder + address.split("[?#]", 2)[0])
            .filter(names::contains)
            .isPresent();
  }

  /** Whether an address in an article names a picture of it to which the rights have ended. */
  boolean isPicture(Entry entry, String address) {
    GonePictures gone =
        entry == null || pictures.isEmpty() ? null : pictures.get(entry.article().source().path());
    return gone != null && gone.isNamed(address);
  }

  /** Whether the rights to pictures of an article have ended. */
  boolean hasGonePictures(Entry entry) {
    return pictures.containsKey(entry.article().source().path());
  }

  /** What tells these from others. */
  long fingerprint() {
    long sum = 0;
    for (String name : names) {
      sum += Fingerprint.mixed(Fingerprint.of(name));
    }
    return sum;
  }

  /** What tells the pictures of an article to which the rights have ended from others. */
  long goneFingerprint(Entry entry) {
    GonePictures gone = pictures.get(entry.article().source().path());
    return gone == null ? 0 : Fingerprint.ofValue(new TreeSet<>(gone.names()));
  }

  /** Whether there is nothing of the kind. */
  boolean isEmpty() {
    return names.isEmpty() && pictures.isEmpty();
  }

  /**
   * A value of a header without the texts that name one.
   *
   * @return the value itself where it names none, nothing where nothing is left of it
   */
  public Optional<Object> value(Entry entry, Object value) {
    return isEmpty() ? Optional.of(value) : Optional.ofNullable(without(entry, value));
  }

  /** The keys of a data file, or of an entry of one, without the texts that name one. */
  public Map<String, Object> fields(Map<String, Object> fields) {
    if (names.isEmpty()) {
      return fields;
    }
    Map<String, Object> left = new HashMap<>();
    boolean same = true;
    for (Map.Entry<String, Object> field : fields.entrySet()) {
      Object value = without(null, field.getValue());
      same &= value == field.getValue();
      if (value != null || field.getValue() == null) {
        left.put(field.getKey(), value);
      }
    }
    return same ? fields : Collections.unmodifiableMap(left);
  }

  /** An entry of a data file without the texts that name one. */
  public Entity entity(Entity entity) {
    Map<String, Object> left = fields(entity.fields());
    return left == entity.fields() ? entity : new Entity(entity.key(), entity.name(), left);
  }

  private Object without(Entry entry, Object value) {
    if (value instanceof String text) {
      return isName(entry, text) ? null : value;
    }
    if (value instanceof Map<?, ?> map) {
      if (map.get("src") instanceof String src && isPicture(entry, src)) {
        // Its caption and credit go with it.
        return null;
      }
      Map<Object, Object> left = new HashMap<>();
      boolean same = true;
      for (Map.Entry<?, ?> field : map.entrySet()) {
        Object element = without(entry, field.getValue());
        boolean named = field.getKey() instanceof String key && isName(entry, key);
        same &= element == field.getValue() && !named;
        if (!named && (element != null || field.getValue() == null)) {
          left.put(field.getKey(), element);
        }
      }
      return same ? value : left;
    }
    if (value instanceof List<?> list) {
      List<Object> left = new ArrayList<>();
      boolean same = true;
      for (Object element : list) {
        Object kept = without(entry, element);
        same &= kept == element;
        if (kept != null || element == null) {
          left.add(kept);
        }
      }
      return same ? value : left;
    }
    return value;
  }

  /** Whether a text is nothing but the name of one, or a list of names with one among them. */
  private boolean isName(Entry entry, String text) {
    if (text.indexOf(',') >= 0) {
      for (String part : text.split(",")) {
        if (part.indexOf(',') < 0 && isName(entry, part)) {
          return true;
        }
      }
    }
    String name = text.strip();
    if (isPicture(entry, name)) {
      return true;
    }
    if (name.indexOf('.') < 0 && name.indexOf('/') < 0 || !mayBeNamed(name)) {
      return false;
    }
    if (entry != null) {
      return isNamed(entry, name);
    }
    String own =
        !host.isEmpty() && name.startsWith(host + "/") ? name.substring(host.length()) : name;
    return Pictures.resolved(own.split("[?#]", 2)[0]).filter(names::contains).isPresent();
  }
}
