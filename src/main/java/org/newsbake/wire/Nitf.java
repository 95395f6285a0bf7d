package org.newsbake.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.newsbake.wire.WireItem.Publish;
import org.newsbake.wire.WireItem.Signal;
import org.newsbake.wire.WireItem.Target;

/** Reads NITF 3.x, alone or as the text of another format. After the DTD 3.4 to 3.6. */
final class Nitf {

  private final WireFile file;
  private final Beside beside;

  Nitf(WireFile file) {
    this.file = file;
    beside = new Beside(file);
  }

  List<WireItem> read(Element root) {
    Draft draft = new Draft(WireFormat.NITF);
    head(root, draft);
    fill(root, draft);
    if (draft.guid.isEmpty() && belongsTo().isPresent()) {
      draft.judge(Publish.PART, "belongs to " + belongsTo().get());
    }
    return List.of(draft.finish());
  }

  private Optional<String> belongsTo() {
    String name = file.base();
    return file.beside().stream()
        .filter(it -> it.endsWith(".json") && WireFile.partOf(it).equals(name))
        .findFirst();
  }

  private static Element none() {
    return new Element("none", "", 0, 0);
  }

  private static void head(Element root, Draft draft) {
    Element head = root.first("head").orElse(none());
    Element data =
        head.first("docdata").or(() -> root.below("docdata").stream().findFirst()).orElse(none());
    Optional<Element> key = data.first("du-key");
    Optional<String> id =
        data.all("doc-id").stream().flatMap(it -> it.given("id-string").stream()).findFirst();
    boolean versioned =
        key.flatMap(it -> it.given("version")).isPresent()
            && key.flatMap(it -> it.given("key")).isPresent();
    draft.guid =
        versioned
            ? key.flatMap(it -> it.given("key"))
            : id.or(() -> key.flatMap(it -> it.given("key")));
    draft.version = key.flatMap(it -> it.given("version"));
    draft.created =
        norm(data, "date.issue")
            .or(
                () ->
                    root.below("story.date").stream()
                        .map(it -> Times.read(it.attribute("norm")))
                        .flatMap(Optional::stream)
                        .findFirst())
            .or(() -> norm(head, "revision-history"))
            .or(
                () ->
                    Times.read(root.attribute("change.date") + " " + root.attribute("change.time")))
            .or(
                () ->
                    root.below("pubdata").stream()
                        .map(it -> Times.read(it.attribute("date.publication")))
                        .flatMap(Optional::stream)
                        .findFirst());
    draft.status = Values.status(data.attribute("management-status"));
    release(data, draft);
    for (Element message : data.all("ed-msg")) {
      draft.note(message.attribute("info") + " " + message.words());
    }
    for (Element history : root.below("revision-history")) {
      if (!history.attribute("comment").isEmpty()) {
        draft.note(history.attribute("comment"));
        draft.signal(Signal.UPDATE);
      }
    }
    for (Element correction : data.all("correction")) {
      draft.note(correction.attribute("info"));
      draft.signal(Signal.CORRECTION);
    }
    Optional<String> other = data.given("management-doc-idref");
    boolean kills = Values.status(data.attribute("management-idref-status")).equals("canceled");
    if (other.isPresent() && (kills || draft.status.equals("canceled"))) {
      draft.kills = Optional.of(new Target(other, Optional.empty(), Optional.empty()));
    } else if (draft.status.equals("canceled")) {
      draft.kills =
          data.all("correction").stream()
              .flatMap(it -> it.given("id-string").stream())
              .findFirst()
              .map(it -> new Target(Optional.of(it), Optional.empty(), Optional.empty()));
    } else if (other.isPresent()) {
      draft.replaces = other;
    }
    draft.urgency =
        root.below("urgency").stream().flatMap(it -> it.given("ed-urg").stream()).findFirst();
    for (Element keyword : root.below("keyword")) {
      Optional.of(
              keyword.attribute("key").isEmpty()
                  ? keyword.words()
                  : Text.value(keyword.attribute("key")))
          .filter(it -> !it.isEmpty())
          .ifPresent(draft.keywords::add);
    }
    for (Element subject : root.below("tobject.subject")) {
      Optional<String> name =
          subject
              .given("tobject.subject.detail")
              .or(() -> subject.given("tobject.subject.matter"))
              .or(() -> subject.given("tobject.subject.type"));
      draft.subject(subject.attribute("tobject.subject.refnum"), name);
    }
    for (Element meta : head.all("meta")) {
      if (meta.attribute("content").matches("\\d{8}")
          && meta.attribute("name").matches("(?i).*(?:iptc|subject|categor).*")) {
        draft.subject(meta.attribute("content"), Optional.empty());
      }
    }
    for (Element kind : root.below("tobject")) {
      kind.given("tobject.type").ifPresent(draft.genres::add);
    }
    for (Element property : root.below("tobject.property")) {
      property.given("tobject.property.type").ifPresent(draft.genres::add);
    }
    rights(root, data, draft);
    draft.language =
        Values.language(root.attribute("baselang"))
            .or(() -> Values.language(root.attribute("xml:lang")))
            .or(
                () ->
                    root.below("lang").stream()
                        .map(it -> Values.language(it.attribute("lang")))
                        .flatMap(Optional::stream)
                        .findFirst());
    draft.slugline =
        root.below("slugline").stream()
            .map(Element::words)
            .filter(it -> !it.isEmpty())
            .findFirst()
            .or(
                () ->
                    head.all("meta").stream()
                        .filter(
                            it ->
                                it.attribute("name").equalsIgnoreCase("slug")
                                    || it.attribute("name").equalsIgnoreCase("slugline")
                                    || it.attribute("name").equalsIgnoreCase("anpa-keyword"))
                        .map(it -> Text.value(it.attribute("content")))
                        .filter(it -> !it.isEmpty())
                        .findFirst());
  }

  private static Optional<WireTime> norm(Element parent, String name) {
    return parent.all(name).stream()
        .map(it -> Times.read(it.given("norm").orElse(it.words())))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static void release(Element data, Draft draft) {
    for (Element release : data.all("date.release")) {
      String written = release.given("norm").orElse(release.words());
      Optional<WireTime> until = Times.read(written);
      boolean now =
          until.isPresent()
              && draft.created.isPresent()
              && !Draft.isLater(until.get(), draft.created.get());
      if (!now) {
        Values.embargo(draft, written);
      }
    }
    for (Element expire : data.all("date.expire")) {
      Values.expires(draft, expire.given("norm").orElse(expire.words()));
    }
  }

  private static void rights(Element root, Element data, Draft draft) {
    for (Element copyright : data.all("doc.copyright")) {
      draft.holder = copyright.given("holder").map(Text::value).filter(it -> !it.isEmpty());
      draft.notice =
          Optional.of(Text.value(copyright.attribute("year") + " " + copyright.attribute("holder")))
              .filter(it -> draft.holder.isPresent());
    }
    for (Element rights : data.all("doc.rights")) {
      draft.usage(rights.attribute("limitations"));
      rights.given("geography").ifPresent(it -> draft.usage("geography: " + it));
      Values.expires(draft, rights.attribute("enddate"));
      Optional<WireTime> start = Times.read(rights.attribute("startdate"));
      if (start.isPresent()
          && (draft.created.isEmpty() || Draft.isLater(start.get(), draft.created.get()))) {
        draft.embargo(start, "");
      }
      draft.agency(rights.given("owner"));
      draft.agency(rights.given("agent"));
    }
    for (Element rights : root.below("rights")) {
      List<Element> limits = rights.below("rights.limitations");
      limits.forEach(it -> draft.usage(it.words()));
      rights.below("rights.geography").forEach(it -> draft.usage("geography: " + it.words()));
      rights
          .below("rights.enddate")
          .forEach(it -> Values.expires(draft, it.given("norm").orElse(it.words())));
      if (rights.elements().isEmpty()) {
        draft.usage(rights.words());
      }
      if (draft.holder.isEmpty()) {
        draft.holder =
            rights.below("rights.owner").stream()
                .map(Element::words)
                .filter(it -> !it.isEmpty())
                .findFirst();
      }
    }
    data.all("doc-id").forEach(it -> draft.agency(it.given("regsrc")));
  }

  /** Fills what a body of NITF says and nothing said before. */
  void fill(Element root, Draft draft) {
    Element body = root.first("body").orElse(root);
    Element head = body.first("body.head").orElse(none());
    Element lines = head.first("hedline").or(() -> head.first("headline")).orElse(head);
    if (draft.headline.isEmpty()) {
      draft.headline =
          lines.all("hl1").stream()
              .map(Element::words)
              .filter(it -> !it.isEmpty())
              .findFirst()
              .or(() -> lines.is("hedline", "headline") ? lines.given() : Optional.empty())
              .or(() -> root.at("head", "title").flatMap(Element::given));
    } else {
      lines.all("hl1").forEach(it -> draft.otherHeadlines.add(it.words()));
    }
    lines.all("hl2").forEach(it -> draft.otherHeadlines.add(it.words()));
    head.all("note").forEach(it -> draft.note(it.text()));
    head.all("distributor").forEach(it -> draft.agency(it.given()));
    for (Element byline : head.below("byline")) {
      byline(byline, draft);
    }
    for (Element dateline : head.all("dateline")) {
      Optional<String> city =
          dateline.below("city").stream()
              .map(Element::words)
              .filter(it -> !it.isEmpty())
              .findFirst();
      draft.datelines.add(
          city.orElseGet(
              () ->
                  dateline.below("location").stream()
                      .map(Element::words)
                      .filter(it -> !it.isEmpty())
                      .findFirst()
                      .orElse(dateline.words())));
    }
    for (Element abstracts : head.all("abstract")) {
      String words =
          abstracts.elements().stream()
              .filter(it -> !it.is("media"))
              .map(Element::words)
              .filter(it -> !it.isEmpty())
              .collect(Collectors.joining(" "));
      if (draft.summary.isEmpty()) {
        draft.summary =
            Optional.of(
                    words.isEmpty() && abstracts.elements().isEmpty() ? abstracts.words() : words)
                .filter(it -> !it.isEmpty());
      }
    }
    Element content =
        body.first("body.content").orElse(body.is("body") && head.is("none") ? body : none());
    Markup.Found found = Markup.ofXml(content);
    int before = draft.pictures.size();
    draft.take(found);
    for (int i = before; i < draft.pictures.size(); i++) {
      WirePicture picture = draft.pictures.get(i);
      Beside.Found at = beside.find(picture.ref().stream().toList());
      at.remark().ifPresent(draft.remarks::add);
      draft.pictures.set(
          i,
          new WirePicture(
              at.ref(),
              at.there(),
              picture.caption(),
              picture.credit(),
              picture.usage(),
              picture.expires(),
              picture.guid()));
    }
    for (Element line : body.below("tagline")) {
      String words = line.words();
      if (words.contains("@") || words.isEmpty()) {
        draft.remarks.add("left out: " + words);
      } else {
        draft.blocks.add(new Block.Paragraph(Inline.clean(words)));
      }
    }
    if (draft.signal.isEmpty() && Notes.isUpdate(draft.slugline.orElse(""))) {
      draft.signal(Signal.UPDATE);
    }
  }

  /** A byline of people, or a sentence that stands where a byline belongs. */
  private static void byline(Element byline, Draft draft) {
    List<String> persons =
        byline.below("person").stream().map(Element::words).filter(it -> !it.isEmpty()).toList();
    StringBuilder own = new StringBuilder();
    for (Object child : byline.children()) {
      if (!(child instanceof Element below && below.is("byttl", "org", "virtloc", "location"))) {
        own.append(child instanceof Element below ? " " + below.words() + " " : child.toString());
      }
    }
    byline
        .below("byttl")
        .forEach(
            it ->
                draft.agency(
                    it.given()
                        .filter(
                            name ->
                                !name.toLowerCase(Locale.ROOT)
                                    .matches(
                                        ".*\\b(?:writer|reporter|correspondent|editor)\\b.*"))));
    String words = Text.value(own.toString());
    List<String> lines =
        new ArrayList<>(persons.isEmpty() ? List.of(words) : List.of(String.join(", ", persons)));
    boolean sentence =
        persons.isEmpty()
            && !Names.isByline(words)
            && words.split(" ").length >= 5
            && Names.people(words, draft.agencies).isEmpty();
    if (sentence) {
      if (draft.summary.isEmpty()) {
        draft.summary = Optional.of(words);
      }
      return;
    }
    draft.bylines.addAll(lines);
  }
}
