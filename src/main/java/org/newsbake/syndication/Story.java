package org.newsbake.syndication;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One story, as feeds and search engines are told of it. Text that no format could hold is cleaned,
 * instants are whole seconds of the years 1 to 9999, and addresses are absolute.
 *
 * @param url the permalink
 * @param guid its name for ever, whatever becomes of its address; where it is empty, the permalink
 * @param title the headline as plain text; where it is empty, the permalink
 * @param summary a sentence or two as plain text; may be empty
 * @param html the body as HTML whose addresses are absolute; empty where readers are to come to the
 *     page. Only feeds read it.
 * @param published when it was published first
 * @param updated when it was changed last; not before it was published
 * @param language as a tag of BCP 47, such as {@code en} or {@code pt-BR}
 * @param authors at least one: a story without a byline names its agency or its publication
 * @param section plain text; empty where it is in none
 * @param tags plain text, each once
 * @param pictures the lead picture first
 * @param source where it comes from; nothing where it is the publication's own
 * @param dateline where it was reported from, such as {@code OSLO}; may be empty
 * @param version its version, from 1; 0 where it is not known
 * @param corrections in the order in which they are to be told; those that say nothing are left out
 * @param words how many words the body has; 0 where that is not known
 */
public record Story(
    String url,
    String guid,
    String title,
    String summary,
    String html,
    Instant published,
    Instant updated,
    String language,
    List<Author> authors,
    String section,
    List<String> tags,
    List<Picture> pictures,
    Optional<Source> source,
    String dateline,
    int version,
    List<Correction> corrections,
    int words) {

  public Story {
    url = WebAddress.checked(url);
    guid = CleanText.line(guid);
    guid = guid.isEmpty() ? url : guid;
    title = CleanText.line(title);
    title = title.isEmpty() ? url : title;
    summary = CleanText.line(summary);
    html = CleanText.block(html);
    published = Timestamp.writable(published);
    updated = Timestamp.writable(updated);
    updated = updated.isBefore(published) ? published : updated;
    language = Language.checked(language);
    authors = List.copyOf(authors);
    if (authors.isEmpty()) {
      throw new IllegalArgumentException("a story has an author: " + url);
    }
    section = CleanText.line(section);
    tags = tags.stream().map(CleanText::line).filter(tag -> !tag.isEmpty()).distinct().toList();
    pictures = List.copyOf(pictures);
    dateline = CleanText.line(dateline);
    if (version < 0 || words < 0) {
      throw new IllegalArgumentException("no such count: " + version + ", " + words);
    }
    corrections = corrections.stream().filter(told -> !told.text().isEmpty()).toList();
  }

  /** Whether the publication wrote it itself. */
  public boolean isOriginal() {
    return source.isEmpty();
  }

  /** Whether its name is its address. */
  boolean isPermalink() {
    return guid.equals(url);
  }

  /** The section, then the tags, each once. */
  List<String> categories() {
    if (section.isEmpty()) {
      return tags;
    }
    List<String> categories = new ArrayList<>(tags.size() + 1);
    categories.add(section);
    for (String tag : tags) {
      if (!tag.equals(section)) {
        categories.add(tag);
      }
    }
    return categories;
  }
}
