package org.newsbake.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.newsbake.wire.WireItem.Publish;
import org.newsbake.wire.WireItem.Signal;

/**
 * Reads NewsML-G2: items alone or in a message. After the specification 2.35 of the IPTC; names of
 * elements count without namespace and case.
 */
final class NewsMlG2 {

  private static final Set<String> MATERIAL =
      Set.of("picture", "photo", "image", "graphic", "animated", "video", "audio", "animation");

  private final WireFile file;
  private final Beside beside;

  NewsMlG2(WireFile file) {
    this.file = file;
    beside = new Beside(file);
  }

  List<WireItem> read(Element root) {
    List<Element> items = new ArrayList<>();
    if (isItem(root)) {
      items.add(root);
    } else {
      collect(root, items);
    }
    String language =
        root.attribute("xml:lang").isEmpty() ? root.attribute("lang") : root.attribute("xml:lang");
    List<WireItem> read = new ArrayList<>();
    for (Element item : items) {
      boolean empty = item.given("guid").isEmpty() && item.first("itemmeta").isEmpty();
      if (!empty) {
        read.add(item(item, language));
      }
    }
    return read;
  }

  private static boolean isItem(Element element) {
    return element.is(
        "newsitem", "packageitem", "conceptitem", "knowledgeitem", "planningitem", "catalogitem");
  }

  private static void collect(Element element, List<Element> items) {
    for (Element child : element.elements()) {
      if (isItem(child)) {
        items.add(child);
      } else if (!child.is("header")) {
        collect(child, items);
      }
    }
  }

  private WireItem item(Element item, String language) {
    Draft draft = new Draft(WireFormat.NEWSML_G2);
    Element none = new Element("none", "", item.line(), item.column());
    Element meta = item.first("itemmeta").orElse(none);
    Element content = item.first("contentmeta").orElse(none);
    draft.guid = item.given("guid");
    draft.version = Optional.of(item.given("version").orElse("1"));
    rights(item, draft);
    management(meta, draft, item);
    description(content, meta, draft);
    draft.language =
        content
            .first("language")
            .flatMap(it -> Values.language(it.attribute("tag")))
            .or(() -> Values.language(item.attribute("xml:lang")))
            .or(() -> Values.language(item.attribute("lang")))
            .or(() -> Values.language(language));
    String itemClass =
        meta.first("itemclass").map(NewsMlG2::code).orElse("text").toLowerCase(Locale.ROOT);
    draft.created =
        time(meta, "versioncreated")
            .or(() -> time(content, "contentmodified"))
            .or(() -> time(content, "contentcreated"))
            .or(() -> time(meta, "firstcreated"));
    draft.firstCreated = time(meta, "firstcreated").or(() -> time(content, "contentcreated"));
    if (!item.is("newsitem")) {
      packageOf(item, draft);
      return draft.finish();
    }
    boolean material = MATERIAL.contains(itemClass);
    content(item, draft, material);
    if (material) {
      draft.bylines.clear();
      if (Set.of("picture", "photo", "image", "graphic").contains(itemClass)) {
        picture(draft, content);
        draft.judge(Publish.PICTURE, "a picture");
      } else {
        draft.judge(Publish.NO, "of class " + itemClass + ": no text");
      }
    } else if (!itemClass.equals("text")
        && !(itemClass.equals("composite") && !draft.blocks.isEmpty())) {
      draft.judge(Publish.HOLD, "unknown class \"" + itemClass + "\"");
    }
    return draft.finish();
  }

  private static Optional<WireTime> time(Element parent, String name) {
    return parent.all(name).stream()
        .map(it -> Times.read(it.words()))
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** The code of an element, without its prefix. */
  private static String code(Element element) {
    return Values.local(
        element
            .given("qcode")
            .or(() -> element.given("uri"))
            .or(() -> element.given("literal"))
            .orElse(element.words()));
  }

  /** The name of an element, however it is given. */
  private static Optional<String> name(Element element) {
    return element.all("name").stream()
        .map(Element::words)
        .filter(it -> !it.isEmpty())
        .findFirst()
        .or(() -> element.given("literal").map(Text::value).filter(it -> !it.isEmpty()))
        .or(() -> element.elements().isEmpty() ? element.given() : Optional.empty())
        .or(() -> element.given("qcode").map(Values::local));
  }

  private static void rights(Element item, Draft draft) {
    for (Element rights : item.all("rightsinfo")) {
      for (Element holder : rights.all("copyrightholder")) {
        if (draft.holder.isEmpty()) {
          draft.holder = name(holder);
        }
        draft.agency(name(holder));
        draft.agency(holder.given("qcode").map(Values::local));
      }
      for (Element notice : rights.all("copyrightnotice")) {
        if (draft.notice.isEmpty()) {
          draft.notice = notice.given();
        }
      }
      rights.all("usageterms").forEach(it -> draft.usage(it.words()));
    }
  }

  private static void management(Element meta, Draft draft, Element item) {
    draft.status = meta.first("pubstatus").map(it -> Values.status(code(it))).orElse("usable");
    meta.all("embargoed").forEach(it -> Values.embargo(draft, it.text()));
    meta.all("expires").forEach(it -> Values.expires(draft, it.text()));
    for (Element note : meta.all("ednote")) {
      draft.note(note.text());
    }
    meta.all("provider").forEach(it -> draft.agency(name(it)));
    meta.all("title").stream().map(Element::words).forEach(draft.otherHeadlines::add);
    boolean replaces = false;
    for (Element signal : meta.all("signal")) {
      String written =
          signal.attribute("qcode").isEmpty() ? signal.attribute("uri") : signal.attribute("qcode");
      String code = Values.local(written).toLowerCase(Locale.ROOT);
      boolean status = written.toLowerCase(Locale.ROOT).matches(".*(?:stat|sig).*:.*");
      if (code.startsWith("correct") || code.equals("c") && status || code.equals("corr")) {
        draft.signal(Signal.CORRECTION);
      } else if (code.equals("update")
          || code.equals("u") && status
          || code.contains("replace")
          || code.equals("writethru")) {
        draft.signal(Signal.UPDATE);
        replaces |= code.contains("replace");
      } else if (code.equals("kill") || code.equals("killed")) {
        draft.signal(Signal.KILL);
      }
    }
    for (Element link : meta.all("link")) {
      Optional<String> other =
          link.given("guidref").or(() -> link.given("residref")).or(() -> link.given("href"));
      String relation = link.attribute("rel").toLowerCase(Locale.ROOT);
      boolean own = other.equals(draft.guid);
      if (other.isPresent()
          && draft.replaces.isEmpty()
          && (own
              || relation.matches(".*(?:replac|supers|previous|prevversion|update|correct).*"))) {
        draft.replaces =
            Optional.of(other.get() + link.given("version").map(it -> " version " + it).orElse(""));
      }
    }
    if (replaces && draft.replaces.isEmpty()) {
      draft.replaces =
          item.below("altid").stream()
              .filter(
                  it -> Values.local(it.attribute("type")).toLowerCase(Locale.ROOT).contains("ref"))
              .map(Element::words)
              .filter(it -> !it.isEmpty())
              .findFirst();
    }
  }

  private static void description(Element content, Element meta, Draft draft) {
    draft.urgency = content.first("urgency").flatMap(Element::given);
    draft.slugline =
        content.all("slugline").stream()
            .map(Element::words)
            .filter(it -> !it.isEmpty())
            .findFirst();
    for (Element headline : content.all("headline")) {
      String role = headline.attribute("role").toLowerCase(Locale.ROOT);
      String words = headline.words();
      if (words.isEmpty()) {
        continue;
      }
      if (role.contains("sub")) {
        draft.otherHeadlines.add(words);
      } else if (draft.headline.isEmpty()
          || headline.attribute("rank").equals("1") && !headline.attribute("rank").isEmpty()) {
        draft.headline.ifPresent(draft.otherHeadlines::add);
        draft.headline = Optional.of(words);
      } else {
        draft.otherHeadlines.add(words);
      }
    }
    content.all("dateline").forEach(it -> draft.datelines.add(it.words()));
    content.all("by").forEach(it -> draft.bylines.add(it.words()));
    content.all("creator").stream()
        .map(NewsMlG2::name)
        .flatMap(Optional::stream)
        .forEach(draft.bylines::add);
    draft.credit =
        content.all("creditline").stream()
            .map(Element::words)
            .filter(it -> !it.isEmpty())
            .findFirst();
    content.all("infosource").forEach(it -> draft.agency(name(it)));
    content.all("keyword").stream()
        .map(Element::words)
        .filter(it -> !it.isEmpty())
        .forEach(draft.keywords::add);
    for (Element subject : content.all("subject")) {
      draft.subject(
          subject
              .given("qcode")
              .or(() -> subject.given("uri"))
              .or(() -> subject.given("literal"))
              .orElse(""),
          subject.all("name").stream().map(Element::words).filter(it -> !it.isEmpty()).findFirst());
    }
    for (Element genre : content.all("genre")) {
      name(genre).ifPresent(draft.genres::add);
    }
    meta.all("profile").forEach(it -> draft.genres.add(it.words()));
    for (Element description : content.all("description")) {
      String role = description.attribute("role").toLowerCase(Locale.ROOT);
      boolean summary =
          role.isEmpty() || role.matches(".*(?:summary|abstract|teaser|lead|standfirst).*");
      if (summary && draft.summary.isEmpty()) {
        draft.summary = description.given();
      }
    }
  }

  private void packageOf(Element item, Draft draft) {
    for (Element reference : item.below("itemref")) {
      reference
          .given("residref")
          .or(() -> reference.given("guidref"))
          .or(() -> reference.given("href"))
          .ifPresent(draft.members::add);
    }
    draft.judge(
        Publish.NO,
        item.is("packageitem")
            ? "package: no text of its own; binds " + draft.members.size() + " items"
            : "a " + item.name() + ": no text");
  }

  private void content(Element item, Draft draft, boolean material) {
    List<Element> inline = new ArrayList<>();
    List<Element> remote = new ArrayList<>();
    for (Element set : item.all("contentset")) {
      inline.addAll(set.below("inlinexml", "inlinedata"));
      remote.addAll(set.below("remotecontent"));
    }
    Element best = null;
    long most = -1;
    for (Element one : inline) {
      // Mark-up before text: it says more of the same words.
      long words = one.text().length() + (one.is("inlinexml") ? 1_000_000_000L : 0);
      if (!one.words().isEmpty() && words > most) {
        best = one;
        most = words;
      }
    }
    if (best != null && !material) {
      body(best, draft);
    }
    pictures(remote, draft);
  }

  private void body(Element inline, Draft draft) {
    List<Element> roots = inline.elements();
    String type = inline.attribute("contenttype").toLowerCase(Locale.ROOT);
    if (roots.isEmpty()) {
      String text = Text.unescape(inline.text()).strip();
      boolean html = type.contains("html") && HtmlTree.isMarkup(text) || HtmlTree.hasBlocks(text);
      if (html) {
        draft.capitalHeadings = true;
        draft.take(Markup.ofHtml(text, ""));
      } else {
        draft.blocks.addAll(Markup.ofText(text));
      }
      return;
    }
    Element root = roots.get(0);
    if (root.first("body.content").isPresent()) {
      new Nitf(file).fill(root, draft);
      return;
    }
    Optional<Element> nitf =
        root.is("nitf") ? Optional.of(root) : root.below("nitf").stream().findFirst();
    if (nitf.isPresent()) {
      new Nitf(file).fill(nitf.get(), draft);
      return;
    }
    Element body =
        root.is("html") && root.written().equals("html") || root.is("html")
            ? root.first("body").orElse(root)
            : roots.size() == 1 ? root : inline;
    draft.capitalHeadings = root.is("html", "body", "article", "section", "div");
    Markup.Found found = Markup.ofXml(body);
    draft.otherHeadlines.addAll(
        root.below("title").stream()
            .map(Element::words)
            .filter(it -> !it.isEmpty())
            .limit(1)
            .toList());
    draft.take(found);
    if (draft.headline.isEmpty() && !found.headings().isEmpty()) {
      draft.headline = Optional.of(found.headings().get(0));
    }
  }

  private void pictures(List<Element> remote, Draft draft) {
    List<List<Element>> groups = new ArrayList<>();
    List<Element> current = new ArrayList<>();
    for (Element content : remote) {
      String type = content.attribute("contenttype").toLowerCase(Locale.ROOT);
      boolean image = type.isEmpty() || type.startsWith("image/");
      if (!image || content.attribute("hascontent").equals("false")) {
        continue;
      }
      String rendition = content.attribute("rendition");
      boolean repeated =
          current.stream().anyMatch(it -> it.attribute("rendition").equals(rendition));
      if (repeated) {
        groups.add(current);
        current = new ArrayList<>();
      }
      current.add(content);
    }
    if (!current.isEmpty()) {
      groups.add(current);
    }
    for (List<Element> group : groups) {
      Element best = group.get(0);
      for (Element one : group) {
        if (size(one) > size(best)) {
          best = one;
        }
      }
      List<String> references = new ArrayList<>();
      Element largest = best;
      for (String attribute : List.of("residref", "href")) {
        largest.given(attribute).ifPresent(references::add);
      }
      Element none = new Element("none", "", 0, 0);
      String name = largest.first("altid").orElse(none).words();
      if (!name.isEmpty()) {
        references.add(name);
      }
      // A hostile address decides, whatever else is given.
      Beside.Found found =
          largest.given("href").filter(it -> it.contains("..")).isPresent()
              ? beside.find(List.of(largest.attribute("href")))
              : beside.find(references);
      found.remark().ifPresent(draft.remarks::add);
      draft.pictures.add(WirePicture.at(found));
    }
  }

  private static long size(Element rendition) {
    String name = rendition.attribute("rendition").toLowerCase(Locale.ROOT);
    long width = Text.number(rendition.attribute("width"));
    boolean small = name.matches(".*(?:thumb|preview|small|icon|web).*");
    return width > 0 ? width : small ? 1 : 2;
  }

  /** What an item that is a picture says of it. */
  private static void picture(Draft draft, Element content) {
    Optional<String> caption =
        content.all("description").stream()
            .filter(it -> it.attribute("role").toLowerCase(Locale.ROOT).contains("caption"))
            .map(Element::words)
            .filter(it -> !it.isEmpty())
            .findFirst()
            .or(
                () ->
                    content.all("description").stream()
                        .map(Element::words)
                        .filter(it -> !it.isEmpty())
                        .findFirst());
    WirePicture sent =
        draft.pictures.isEmpty()
            ? new WirePicture(
                Optional.empty(),
                false,
                caption,
                draft.credit,
                List.of(),
                draft.expires,
                draft.guid)
            : draft.pictures.get(0);
    draft.pictures.clear();
    draft.pictures.add(
        new WirePicture(
            sent.ref(),
            sent.there(),
            caption,
            draft.credit,
            List.copyOf(draft.usage),
            draft.expires,
            draft.guid));
  }
}
