package org.newsbake.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.newsbake.wire.WireItem.Publish;
import org.newsbake.wire.WireItem.Signal;

/** Reads NewsML 1.x. After the functional specification of NewsML 1.2. */
final class NewsMl1 {

  private static final Set<String> PICTURES =
      Set.of("photo", "picture", "image", "graphic", "photograph", "illustration");
  private static final Set<String> SKIPPED =
      Set.of(
          "stylesheet", "logo", "contact", "contacts", "thumbnail", "icon", "preview", "quicklook");
  private static final Set<String> EDITORS =
      Set.of(
          "tip",
          "advisory",
          "planning",
          "plan",
          "daybook",
          "schedule",
          "notetoeditors",
          "editorsnote");
  private static final Set<String> TITLES =
      Set.of("title", "headline", "kicker", "slug", "overline");
  private static final Set<String> SUMMARIES =
      Set.of("abstract", "summary", "teaser", "standfirst", "description");

  private final WireFile file;
  private final Beside beside;

  NewsMl1(WireFile file) {
    this.file = file;
    beside = new Beside(file);
  }

  List<WireItem> read(Element root) {
    List<WireItem> items = new ArrayList<>();
    List<Element> sources = root.is("newsitem") ? List.of(root) : root.below("newsitem");
    for (Element item : sources) {
      item(root, item, items);
    }
    return items;
  }

  private void item(Element root, Element item, List<WireItem> items) {
    List<Element> top = item.all("newscomponent");
    if (top.isEmpty()) {
      Draft draft = draft(root, item);
      item.all("newslines").forEach(it -> lines(it, draft));
      if (item.elements().stream().anyMatch(it -> it.is("update"))) {
        draft.judge(Publish.HOLD, "an instruction that changes another item");
      }
      items.add(draft.finish());
      return;
    }
    for (Element component : top) {
      List<Element> chain = new ArrayList<>();
      chain.add(component);
      Element here = component;
      List<Element> stories = stories(here);
      while (stories.size() == 1) {
        here = stories.get(0);
        chain.add(here);
        stories = stories(here);
      }
      if (stories.size() < 2) {
        items.add(story(root, item, chain, top.size() > 1, List.of()));
        continue;
      }
      List<Element> pictures = new ArrayList<>(here.all("newscomponent"));
      pictures.removeAll(stories);
      boolean first = true;
      for (Element one : stories) {
        List<Element> own = new ArrayList<>(chain);
        own.add(one);
        String language = one.attribute("xml:lang");
        boolean start = first;
        List<Element> beside =
            pictures.stream()
                .filter(it -> isPicture(it))
                .filter(
                    it ->
                        it.attribute("xml:lang").isEmpty()
                            ? start
                            : it.attribute("xml:lang").equals(language))
                .toList();
        items.add(story(root, item, own, true, beside));
        first = false;
      }
    }
  }

  private static String role(Element component) {
    return component
        .first("role")
        .map(it -> it.attribute("formalname"))
        .orElse("")
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^a-z]", "");
  }

  private static boolean isPicture(Element component) {
    return isPictureRole(role(component));
  }

  /** Such as Photo, Main Picture, PressPhoto. */
  private static boolean isPictureRole(String role) {
    return PICTURES.stream().anyMatch(role::contains) && !role.contains("caption");
  }

  /** The components below one that are stories of their own. */
  private static List<Element> stories(Element component) {
    List<Element> stories = new ArrayList<>();
    for (Element child : component.all("newscomponent")) {
      String role = role(child);
      boolean part =
          isPicture(child)
              || SKIPPED.contains(role)
              || TITLES.contains(role)
              || SUMMARIES.contains(role)
              || role.equals("caption");
      boolean headline =
          child.all("newslines").stream().anyMatch(it -> it.first("headline").isPresent());
      if (!part && headline && !holdsPicturesOnly(child)) {
        stories.add(child);
      }
    }
    return stories;
  }

  private static boolean holdsPicturesOnly(Element component) {
    List<Element> contents = component.below("contentitem");
    return !contents.isEmpty() && contents.stream().allMatch(NewsMl1::isPictureContent);
  }

  private static boolean isPictureContent(Element content) {
    String media = formalName(content, "mediatype");
    String mime = formalName(content, "mimetype");
    String format = formalName(content, "format");
    return PICTURES.contains(media)
        || mime.startsWith("image/")
        || format.matches(".*(?:jpe?g|png|gif|tiff?).*");
  }

  private static String formalName(Element content, String element) {
    return content
        .first(element)
        .map(it -> it.attribute("formalname"))
        .orElse("")
        .toLowerCase(Locale.ROOT);
  }

  private Draft draft(Element root, Element item) {
    Draft draft = new Draft(WireFormat.NEWSML_1);
    Element none = new Element("none", "", 0, 0);
    Element id = item.at("identification", "newsidentifier").orElse(none);
    Element management = item.first("newsmanagement").orElse(none);
    Optional<String> named = id.first("newsitemid").flatMap(Element::given);
    Optional<String> provider = id.first("providerid").flatMap(Element::given);
    Optional<String> date = id.first("dateid").flatMap(Element::given);
    Optional<String> whole = id.first("publicidentifier").flatMap(Element::given);
    boolean complete = whole.isPresent() && whole.get().split(":").length >= 6;
    draft.guid =
        complete
            ? whole.map(it -> it.substring(0, it.lastIndexOf(':')))
            : named.map(
                it -> "urn:newsml:" + provider.orElse("") + ":" + date.orElse("") + ":" + it);
    draft.version =
        id.first("revisionid")
            .flatMap(Element::given)
            .or(
                () ->
                    complete
                        ? whole.map(it -> it.substring(it.lastIndexOf(':') + 1))
                        : Optional.empty());
    String update = id.first("revisionid").map(it -> it.attribute("update")).orElse("N");
    if (update.equals("U")) {
      draft.judge(Publish.HOLD, "an instruction that changes another version");
    }
    long revision = Text.number(draft.version.orElse("1"));
    long before =
        id.first("revisionid").map(it -> Text.number(it.attribute("previousrevision"))).orElse(0L);
    if (before > 0 && revision > before) {
      draft.signal(Signal.UPDATE);
      draft.replaces = Optional.of("revision " + before);
    }
    draft.created =
        time(management, "thisrevisioncreated")
            .or(() -> time(management, "firstcreated"))
            .or(() -> root.first("newsenvelope").flatMap(it -> time(it, "dateandtime")));
    draft.firstCreated = time(management, "firstcreated");
    draft.status =
        management
            .first("status")
            .map(it -> Values.status(it.given("formalname").orElse(it.words())))
            .orElse("usable");
    for (Element change : management.all("statuswillchange")) {
      String future =
          change
              .first("futurestatus")
              .map(it -> Values.status(it.attribute("formalname")))
              .orElse("");
      String at = change.first("dateandtime").map(Element::words).orElse("");
      if (future.equals("usable")) {
        Values.embargo(draft, at);
      } else {
        Values.expires(draft, at);
      }
    }
    draft.urgency =
        management
            .first("urgency")
            .flatMap(it -> it.given("formalname").or(it::given))
            .map(Text::value)
            .filter(it -> !it.isEmpty());
    for (Element instruction : management.all("instruction")) {
      draft.note(instruction.attribute("formalname") + " " + instruction.words());
    }
    management
        .all("newsitemtype")
        .forEach(it -> draft.genres.add(Text.value(it.attribute("formalname"))));
    draft.slugline = item.at("identification", "namelabel").flatMap(Element::given);
    return draft;
  }

  private static Optional<WireTime> time(Element parent, String name) {
    return parent.all(name).stream()
        .map(it -> Times.read(it.words()))
        .flatMap(Optional::stream)
        .findFirst();
  }

  /**
   * One story.
   *
   * @param chain its component and those around it, from the outermost
   * @param several whether the item has more than this one
   */
  private WireItem story(
      Element root, Element item, List<Element> chain, boolean several, List<Element> pictures) {
    Draft draft = draft(root, item);
    Element inner = chain.get(chain.size() - 1);
    if (several && draft.guid.isPresent() && !inner.attribute("duid").isEmpty()) {
      draft.guid = Optional.of(draft.guid.get() + ":" + inner.attribute("duid"));
    }
    Optional<String> nameLabel = draft.slugline;
    draft.slugline = Optional.empty();
    // From within: what the story says counts before what is said of all.
    for (int i = chain.size() - 1; i >= 0; i--) {
      metadata(chain.get(i), draft);
    }
    if (draft.slugline.isEmpty()) {
      draft.slugline = nameLabel;
    }
    draft.language =
        chain.stream()
            .sorted((one, other) -> chain.indexOf(other) - chain.indexOf(one))
            .map(it -> Values.language(it.attribute("xml:lang")))
            .flatMap(Optional::stream)
            .findFirst()
            .or(() -> draft.language)
            .or(() -> Values.language(item.attribute("xml:lang")));
    topics(item, draft);
    for (Element component : chain) {
      String role = role(component);
      if (EDITORS.contains(role)) {
        draft.judge(
            Publish.NO,
            "Role "
                + component.first("role").map(it -> it.attribute("formalname")).orElse("")
                + ": for editors");
      }
    }
    contents(inner, draft);
    for (Element outer : chain.subList(0, chain.size() - 1)) {
      for (Element child : outer.all("newscomponent")) {
        if (!chain.contains(child) && isPicture(child) && pictures.isEmpty() && !several) {
          picture(child, draft);
        }
      }
    }
    pictures.forEach(it -> picture(it, draft));
    boolean onlyPictures =
        draft.blocks.isEmpty()
            && !draft.pictures.isEmpty()
            && (isPicture(inner) || holdsPicturesOnly(inner));
    if (onlyPictures) {
      draft.bylines.clear();
      draft.judge(Publish.PICTURE, "a picture");
    }
    return draft.finish();
  }

  private static void topics(Element item, Draft draft) {
    for (Element topic : item.below("topic")) {
      Optional<String> code = topic.first("formalname").flatMap(Element::given);
      Optional<String> name =
          topic.all("description").stream()
              .map(Element::words)
              .filter(it -> !it.isEmpty())
              .findFirst();
      if (code.isPresent() && draft.subjects.containsKey(code.get())) {
        draft.subject(code.get(), name);
      }
    }
  }

  private static void first(
      Element parent,
      String name,
      Optional<String> before,
      java.util.function.Consumer<Optional<String>> set) {
    if (before.isEmpty()) {
      Optional<String> found =
          parent.all(name).stream().map(Element::words).filter(it -> !it.isEmpty()).findFirst();
      if (found.isPresent()) {
        set.accept(found);
      }
    }
  }

  private static void lines(Element lines, Draft draft) {
    first(lines, "headline", draft.headline, it -> draft.headline = it);
    first(lines, "subheadline", draft.summary, it -> draft.summary = it);
    lines.all("subheadline").forEach(it -> draft.otherHeadlines.add(it.words()));
    first(lines, "slugline", draft.slugline, it -> draft.slugline = it);
    first(lines, "creditline", draft.credit, it -> draft.credit = it);
    first(lines, "copyrightline", draft.notice, it -> draft.notice = it);
    lines.all("byline").forEach(it -> draft.bylines.add(it.words()));
    lines.all("dateline").forEach(it -> draft.datelines.add(it.words()));
    lines.all("rightsline").forEach(it -> draft.usage(it.words()));
    for (Element keywords : lines.all("keywordline")) {
      for (String keyword : keywords.words().split("\\s*[,;]\\s*")) {
        if (!keyword.isBlank()) {
          draft.keywords.add(keyword);
        }
      }
    }
    for (Element line : lines.all("newsline")) {
      String type =
          line.first("newslinetype")
              .map(it -> it.attribute("formalname"))
              .orElse("")
              .toLowerCase(Locale.ROOT);
      if (type.matches(".*(?:note|editor|advis|embargo|instruction).*")) {
        line.all("newslinetext").forEach(it -> draft.note(it.words()));
      }
    }
  }

  private static void metadata(Element component, Draft draft) {
    component.all("newslines").forEach(it -> lines(it, draft));
    for (Element rights : component.all("rightsmetadata")) {
      for (Element usage : rights.all("usagerights")) {
        usage.all("usagetype").forEach(it -> draft.usage(it.words()));
        usage.all("limitations").forEach(it -> draft.usage(it.words()));
        usage.all("geography").stream()
            .map(Element::words)
            .filter(it -> !it.isEmpty())
            .forEach(it -> draft.usage("geography: " + it));
        usage.all("enddate").forEach(it -> Values.expires(draft, it.words()));
        usage.all("startdate").stream()
            .map(it -> Times.read(it.words()))
            .flatMap(Optional::stream)
            .filter(it -> draft.created.isEmpty() || Draft.isLater(it, draft.created.get()))
            .forEach(it -> draft.embargo(Optional.of(it), ""));
      }
      for (Element copyright : rights.all("copyright")) {
        first(copyright, "copyrightholder", draft.holder, it -> draft.holder = it);
      }
    }
    for (Element administrative : component.all("administrativemetadata")) {
      for (Element party : administrative.below("party")) {
        draft.agency(party.given("formalname"));
      }
      for (Element property : administrative.all("property")) {
        String name = property.attribute("formalname").toLowerCase(Locale.ROOT);
        if (name.matches(".*(?:editorial|ednote|instruction|editornote|advis).*")) {
          draft.note(property.attribute("value"));
        }
      }
      for (Element creator : administrative.all("creator")) {
        creator.below("party").forEach(it -> it.given("formalname").ifPresent(draft.bylines::add));
      }
    }
    for (Element descriptive : component.all("descriptivemetadata")) {
      if (draft.language.isEmpty()) {
        draft.language =
            descriptive
                .first("language")
                .flatMap(it -> Values.language(it.attribute("formalname")));
      }
      for (Element code : descriptive.all("subjectcode")) {
        for (Element subject : code.elements()) {
          if (!subject.is("subjectqualifier", "property")) {
            draft.subject(subject.attribute("formalname"), Optional.empty());
          }
        }
      }
      descriptive
          .all("genre")
          .forEach(it -> draft.genres.add(Text.value(it.attribute("formalname"))));
      for (Element property : descriptive.below("property")) {
        String name = property.attribute("formalname").toLowerCase(Locale.ROOT);
        String value = Text.value(property.attribute("value"));
        if (value.isEmpty()) {
          continue;
        }
        if (name.equals("keyword")) {
          draft.keywords.add(value);
        } else if (name.equals("city") && draft.city.isEmpty()) {
          draft.city = Optional.of(value);
        } else if (name.matches(".*(?:editorial|ednote|editornote).*")) {
          draft.note(value);
        }
      }
    }
    component.all("comment").forEach(it -> draft.note(it.words()));
  }

  /** The texts and pictures of a component and those below it. */
  private void contents(Element component, Draft draft) {
    List<Element> items = component.all("contentitem");
    if (!items.isEmpty()
        && items.stream().anyMatch(NewsMl1::isPictureContent)
        && items.stream().noneMatch(it -> text(it).isPresent())) {
      picture(component, draft);
    } else {
      for (Element content : items) {
        text(content).ifPresent(it -> body(it, content, draft));
      }
    }
    for (Element child : component.all("newscomponent")) {
      String role = role(child);
      if (SKIPPED.contains(role)) {
        if (!child.below("datacontent").stream()
                .map(Element::words)
                .filter(it -> !it.isEmpty())
                .toList()
                .isEmpty()
            && !role.equals("stylesheet")) {
          draft.remarks.add("left out: " + role);
        }
      } else if (isPictureRole(role) || role.isEmpty() && holdsPicturesOnly(child)) {
        picture(child, draft);
      } else if (TITLES.contains(role)) {
        String words =
            child.below("datacontent").stream().map(Element::words).findFirst().orElse("");
        String plain = Text.value(HtmlTree.isMarkup(words) ? HtmlTree.read(words).text() : words);
        if (!plain.isEmpty()) {
          if (draft.headline.isEmpty()) {
            draft.headline = Optional.of(plain);
          } else {
            draft.otherHeadlines.add(plain);
          }
        }
      } else if (SUMMARIES.contains(role)) {
        String words =
            child.below("datacontent").stream().map(Element::words).findFirst().orElse("");
        if (draft.summary.isEmpty() && !words.isEmpty()) {
          draft.summary =
              Optional.of(
                  Text.value(HtmlTree.isMarkup(words) ? HtmlTree.read(words).text() : words));
        }
      } else if (EDITORS.contains(role) || role.contains("note")) {
        draft.note(child.text());
      } else if (role.equals("caption")) {
        draft.remarks.add("left out: a caption without a picture");
      } else {
        contents(child, draft);
      }
    }
  }

  private static Optional<Element> text(Element content) {
    return content.all("datacontent").stream()
        .filter(it -> !it.words().isEmpty())
        .findFirst()
        .filter(it -> !isPictureContent(content))
        .filter(
            it ->
                !content
                    .first("encoding")
                    .map(e -> e.attribute("notation"))
                    .orElse("")
                    .equalsIgnoreCase("base64"))
        .or(
            () ->
                content.all("encoding").stream()
                    .flatMap(it -> it.all("datacontent").stream())
                    .filter(it -> !it.words().isEmpty())
                    .findFirst()
                    .filter(
                        it ->
                            content
                                .first("encoding")
                                .map(
                                    e ->
                                        !e.attribute("notation")
                                            .toLowerCase(Locale.ROOT)
                                            .contains("base64"))
                                .orElse(true)));
  }

  private void body(Element data, Element content, Draft draft) {
    List<Element> roots = data.elements();
    if (roots.isEmpty()) {
      String text = Text.unescape(data.text());
      if (HtmlTree.isMarkup(text)) {
        draft.take(Markup.ofHtml(text.strip(), ""));
      } else {
        draft.blocks.addAll(Markup.ofText(text.strip()));
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
    Element body = root.is("html") ? root.first("body").orElse(root) : data;
    draft.take(Markup.ofXml(body));
  }

  private void picture(Element component, Draft draft) {
    List<Element> contents =
        component.below("contentitem").stream()
            .filter(it -> !it.attribute("href").isEmpty())
            .toList();
    Function<String, Optional<String>> ofRole =
        wanted ->
            component.below("newscomponent").stream()
                .filter(it -> role(it).equals(wanted))
                .flatMap(it -> it.below("datacontent").stream())
                .map(Element::words)
                .filter(it -> !it.isEmpty())
                .findFirst();
    Optional<String> caption =
        ofRole
            .apply("caption")
            .or(
                () ->
                    component.below("headline").stream()
                        .map(Element::words)
                        .filter(it -> !it.isEmpty())
                        .findFirst());
    Optional<String> credit =
        component.below("creditline").stream()
            .map(Element::words)
            .filter(it -> !it.isEmpty())
            .findFirst()
            .or(() -> draft.credit);
    List<String> usage =
        component.below("usagetype").stream()
            .map(Element::words)
            .filter(it -> !it.isEmpty())
            .toList();
    Element best = null;
    long most = -1;
    for (Element one : contents) {
      if (!isPictureContent(one) && !one.below("mimetype", "format", "mediatype").isEmpty()) {
        continue;
      }
      String use =
          one.below("property").stream()
              .map(it -> it.attribute("value"))
              .reduce("", (a, b) -> a + " " + b)
              .toLowerCase(Locale.ROOT);
      long width =
          one.below("property").stream()
              .filter(it -> it.attribute("formalname").equalsIgnoreCase("width"))
              .mapToLong(it -> Text.number(it.attribute("value")))
              .max()
              .orElse(0);
      boolean small =
          use.matches(".*(?:thumb|preview|quicklook|small|icon).*")
              || one.attribute("href").toLowerCase(Locale.ROOT).contains("thumb");
      long size = small ? 0 : Math.max(2, width);
      if (size > most) {
        most = size;
        best = one;
      }
    }
    if (best == null) {
      if (caption.isPresent()) {
        draft.remarks.add("a picture without a file or an address: " + caption.get());
      }
      return;
    }
    Beside.Found found = beside.find(List.of(best.attribute("href")));
    found.remark().ifPresent(draft.remarks::add);
    draft.pictures.add(
        new WirePicture(
            found.ref(),
            found.there(),
            caption,
            credit,
            usage,
            Optional.empty(),
            Optional.empty()));
  }
}
