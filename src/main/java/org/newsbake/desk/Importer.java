package org.newsbake.desk;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.newsbake.Problem;
import org.newsbake.SourceLocation;
import org.newsbake.article.ArticleFile;
import org.newsbake.desk.Decisions.State;
import org.newsbake.desk.Decisions.Verdict;
import org.newsbake.desk.ImportReport.Line;
import org.newsbake.desk.ImportReport.Outcome;
import org.newsbake.edition.Slug;
import org.newsbake.image.Picture;
import org.newsbake.image.PictureReader;
import org.newsbake.wire.Packages;
import org.newsbake.wire.Reading;
import org.newsbake.wire.Receipt;
import org.newsbake.wire.WireFile;
import org.newsbake.wire.WireItem;
import org.newsbake.wire.WirePicture;
import org.newsbake.wire.WireReader;

/**
 * Brings what a source sent into a project. First everything is kept and entered in the ledger;
 * then what becomes of each item is decided from the whole ledger, and written. So the order in
 * which files come changes nothing, and a second import of the same files neither.
 */
final class Importer {

  /** How many letters of items are remembered; more are read again from their originals. */
  private static final long MOST_REMEMBERED = 100_000_000;

  private static final String EXTENSION = ".md";

  private final WireStore store;
  private final Path content;
  private final Copy copy;
  private final ZoneId zone;
  private final Instant now;
  private final WireReader reader;
  private final PictureReader pictures = new PictureReader();

  private final List<Line> lines = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private final Set<String> touched = new LinkedHashSet<>();

  /** The names of the files that a guid came in, in this run. */
  private final Map<String, String> names = new HashMap<>();

  /** What was received in this run, by guid. */
  private final Map<String, Arrived> arrived = new HashMap<>();

  /** Items of this run, by file and place in it. */
  private final Map<String, WireItem> remembered = new HashMap<>();

  private long rememberable;

  /** The text of articles that a dry run would have written. */
  private final Map<Path, String> pretended = new HashMap<>();

  private final boolean dry;

  Importer(WireStore store, Path content, Copy copy, Instant now, boolean dry) {
    this(store, content, copy, now, dry, MOST_REMEMBERED);
  }

  /**
   * @param rememberable how many letters of items are kept in memory between reading and writing
   */
  Importer(WireStore store, Path content, Copy copy, Instant now, boolean dry, long rememberable) {
    this.rememberable = rememberable;
    this.store = store;
    this.content = content;
    this.copy = copy;
    this.zone = copy.zone();
    this.now = now;
    this.dry = dry;
    reader = new WireReader(copy.rules().charset());
  }

  /**
   * Imports files and folders.
   *
   * @throws IOException when the machine fails
   */
  ImportReport run(List<Path> inputs) throws IOException {
    touched.addAll(store.unfinished());
    new Incoming(reader).read(inputs, this::receive);
    settle();
    return new ImportReport(lines, problems);
  }

  private void receive(Incoming.Arrival arrival) throws IOException {
    Path file = arrival.file();
    String name = arrival.name();
    if (arrival.refused().isPresent()) {
      fail(name, arrival.refused().get());
      return;
    }
    if (arrival.reading().isEmpty()) {
      return;
    }
    Reading reading = arrival.reading().get();
    problems.addAll(reading.problems());
    if (reading.items().isEmpty()) {
      add(
          new Line(
              Outcome.FAILED,
              name,
              "",
              Optional.empty(),
              List.of(reading.problems().get(0).found()),
              true));
      return;
    }
    String sha = store.keep(arrival.bytes());
    Map<String, String> attachments = new LinkedHashMap<>();
    for (Map.Entry<String, byte[]> part : arrival.parts().entrySet()) {
      attachments.put(part.getKey(), store.keep(part.getValue()));
    }
    for (WireItem item : reading.items()) {
      for (WirePicture picture : item.pictures()) {
        if (picture.there() && !attachments.containsKey(picture.ref().get())) {
          Path beside1 = file.resolveSibling(picture.ref().get());
          if (Files.isRegularFile(beside1, LinkOption.NOFOLLOW_LINKS)
              && Files.size(beside1) <= 10 * Incoming.MOST_BYTES) {
            attachments.put(picture.ref().get(), store.keep(Files.readAllBytes(beside1)));
          }
        }
      }
    }
    List<Receipt> receipts = new ArrayList<>();
    for (int i = 0; i < reading.items().size(); i++) {
      receipts.add(new Receipt(sha, i, name, attachments, copy.refused(reading.items().get(i))));
    }
    store.receive(receipts, now);
    for (Receipt receipt : receipts) {
      touched.add(receipt.guid());
      names.put(receipt.guid(), name);
      Arrived of = arrived.computeIfAbsent(receipt.guid(), key -> new Arrived());
      of.versions.add(version(receipt));
      of.remarks.addAll(receipt.item().handling().remarks());
      remember(version(receipt), reading.items().get(receipt.index()));
    }
  }

  /** What came of one item in this run. */
  private static final class Arrived {
    private final Set<String> versions = new HashSet<>();
    private final Set<String> remarks = new LinkedHashSet<>();
  }

  private static String version(Receipt receipt) {
    return receipt.sha() + ":" + receipt.index();
  }

  private void remember(String version, WireItem item) {
    long letters = item.story().body().stream().mapToLong(String::length).sum();
    if (letters <= rememberable && remembered.put(version, item) == null) {
      rememberable -= letters;
    }
  }

  /** Adds a line, with what was not understood of what came in this run. */
  private void add(Line line) {
    Arrived of = arrived.get(line.guid());
    lines.add(of == null ? line : line.withRemarks(List.copyOf(of.remarks)));
  }

  private void fail(String name, Problem problem) {
    problems.add(problem);
    add(new Line(Outcome.FAILED, name, "", Optional.empty(), List.of(problem.found()), true));
  }

  /** Decides and writes what was touched. */
  private void settle() throws IOException {
    Decisions decisions = new Decisions(store.receipts(), store.settled(), zone);
    Set<String> guids = new TreeSet<>(touched);
    for (String guid : touched) {
      for (Receipt receipt : decisions.chain(guid)) {
        guids.addAll(receipt.item().members());
        guids.addAll(decisions.named(receipt));
      }
      for (String one : decisions.packagesOf(guid)) {
        decisions.chain(one).forEach(it -> guids.addAll(it.item().members()));
      }
    }
    for (String guid : guids) {
      Optional<Verdict> verdict = decisions.of(guid);
      if (verdict.isPresent()) {
        decide(guid, verdict.get(), decisions);
      }
    }
    store.end();
    sweep(decisions);
  }

  /**
   * Deletes the originals that are kept no longer: those of stories of which nothing came for so
   * long, nor of their packages.
   */
  private void sweep(Decisions decisions) throws IOException {
    if (dry || copy.rules().keep().isEmpty()) {
      return;
    }
    Instant oldest = now.minus(copy.rules().keep().get(), ChronoUnit.DAYS);
    Set<String> needed = new HashSet<>();
    for (Receipt receipt : store.receipts()) {
      if (!store.isOlder(receipt, oldest)) {
        needed.add(receipt.guid());
        needed.addAll(receipt.item().members());
        for (String one : decisions.packagesOf(receipt.guid())) {
          needed.add(one);
          decisions.chain(one).forEach(it -> needed.addAll(it.item().members()));
        }
      }
    }
    store.forget(store.receipts().stream().filter(it -> !needed.contains(it.guid())).toList());
  }

  private void decide(String guid, Verdict verdict, Decisions decisions) throws IOException {
    Receipt newest = verdict.newest();
    String name = names.getOrDefault(guid, "");
    if (verdict.state() == State.NONE || verdict.text().isEmpty()) {
      if (!name.isEmpty()) {
        add(withoutArticle(guid, name, verdict, newest, decisions));
      }
      return;
    }
    Receipt text = verdict.text().get();
    Optional<WireItem> item = item(text, decisions);
    if (item.isEmpty()) {
      withoutOriginal(guid, name, verdict, text);
      return;
    }
    article(guid, name, verdict, text, item.get(), decisions);
  }

  /** An item whose original was deleted: its article can still be killed and held. */
  private void withoutOriginal(String guid, String name, Verdict verdict, Receipt text)
      throws IOException {
    Optional<WireStore.Entry> entry = store.article(guid);
    Optional<String> file = entry.map(WireStore.Entry::file);
    Optional<Path> path = file.map(content::resolve);
    Optional<String> current = path.isPresent() ? text(path.get()) : Optional.empty();
    Optional<ArticleFile> there = current.flatMap(ArticleFile::read);
    boolean stands = entry.isPresent() && entry.get().base().equals(version(text));
    if (there.isEmpty() || verdict.state() == State.STORY && !stands) {
      add(
          new Line(
              Outcome.FAILED,
              name,
              guid,
              file,
              List.of("an original of it is gone, so nothing was changed."),
              true));
      return;
    }
    ArticleFile stricter = stricter(there.get(), there.get(), verdict);
    boolean changed = !stricter.text().equals(current.orElseThrow());
    if (changed) {
      put(path.orElseThrow(), stricter.text());
    }
    if (changed || !name.isEmpty()) {
      Outcome outcome =
          verdict.state() == State.DRAFT ? Outcome.HELD : sameOutcome(guid, verdict, text);
      add(new Line(outcome, name, guid, file, verdict.why(), verdict.person()));
    }
  }

  private Line withoutArticle(
      String guid, String name, Verdict verdict, Receipt newest, Decisions decisions) {
    WireItem.Handling handling = newest.item().handling();
    boolean canceled = handling.pubStatus().equals("canceled");
    Optional<Decisions.Advice> advice = decisions.advice(newest);
    if (advice.isPresent()) {
      List<String> why =
          new ArrayList<>(
              List.of(
                  "an advisory: "
                      + newest
                          .item()
                          .identity()
                          .kills()
                          .map(Object::toString)
                          .orElse("names no story")));
      boolean pending = advice.get().guids().isEmpty();
      if (pending) {
        why.add("no story that came matches; it waits for one that does.");
      } else if (!advice.get().sure()) {
        advice
            .get()
            .guids()
            .forEach(
                it ->
                    why.add(
                        "it may mean "
                            + store.article(it).map(WireStore.Entry::file).orElse(it)
                            + ", which is held until --take theirs or --take ours."));
      }
      return new Line(
          Outcome.REFUSED, name, guid, Optional.empty(), why, pending || !advice.get().sure());
    }
    Outcome outcome =
        switch (handling.publish()) {
          case PICTURE, PART -> Outcome.MATERIAL;
          case NO ->
              canceled
                  ? Outcome.KILLED
                  : newest.item().members().isEmpty() ? Outcome.REFUSED : Outcome.MATERIAL;
          default -> Outcome.HELD;
        };
    boolean take = handling.publish() == WireItem.Publish.HOLD;
    return new Line(
        outcome,
        name,
        guid,
        Optional.empty(),
        verdict.why().isEmpty() ? handling.reason().stream().toList() : verdict.why(),
        take);
  }

  /** An item read again from its original, with what packages give it. */
  private Optional<WireItem> item(Receipt receipt, Decisions decisions) throws IOException {
    Optional<WireItem> own = read(receipt);
    if (own.isEmpty() || decisions.packagesOf(receipt.guid()).isEmpty()) {
      return own;
    }
    List<WireItem> items = new ArrayList<>(List.of(own.get()));
    Set<String> members = new LinkedHashSet<>();
    for (String guid : decisions.packagesOf(receipt.guid())) {
      Optional<Receipt> newest = decisions.newest(guid);
      boolean usable =
          newest.isPresent() && newest.get().item().handling().pubStatus().equals("usable");
      Optional<WireItem> one = usable ? read(newest.get()) : Optional.empty();
      if (usable && one.isEmpty()) {
        // What it says of terms and pictures is unknown.
        return Optional.empty();
      }
      one.ifPresent(items::add);
      one.ifPresent(it -> members.addAll(it.members()));
    }
    for (String member : members) {
      Optional<Receipt> newest = decisions.newest(member);
      if (!member.equals(receipt.guid()) && newest.isPresent()) {
        boolean picture = newest.get().item().handling().publish() == WireItem.Publish.PICTURE;
        Optional<WireItem> one = picture ? read(newest.get()) : Optional.of(newest.get().item());
        if (one.isEmpty()) {
          return Optional.empty();
        }
        one.ifPresent(items::add);
        if (picture) {
          pictureFiles.putAll(newest.get().attachments());
        }
      }
    }
    return Optional.of(Packages.bind(items).get(0));
  }

  /** The kept files of the pictures of packages, by name. */
  private final Map<String, String> pictureFiles = new HashMap<>();

  private Optional<WireItem> read(Receipt receipt) throws IOException {
    WireItem known = remembered.get(version(receipt));
    if (known != null) {
      return Optional.of(known);
    }
    Optional<byte[]> bytes = store.read(receipt.sha());
    if (bytes.isEmpty()) {
      return Optional.empty();
    }
    Map<String, byte[]> parts = new LinkedHashMap<>();
    for (Map.Entry<String, String> attachment : receipt.attachments().entrySet()) {
      if (attachment.getKey().endsWith(".xml")) {
        store.read(attachment.getValue()).ifPresent(it -> parts.put(attachment.getKey(), it));
      }
    }
    WireFile file =
        new WireFile(
            receipt.name(),
            bytes.get(),
            receipt.attachments().keySet().stream().sorted().toList(),
            parts);
    List<WireItem> items = reader.read(file).items();
    return receipt.index() < items.size()
        ? Optional.of(items.get(receipt.index()))
        : Optional.empty();
  }

  private void article(
      String guid, String name, Verdict verdict, Receipt text, WireItem item, Decisions decisions)
      throws IOException {
    Optional<WireStore.Entry> entry = store.article(guid);
    String file = entry.map(WireStore.Entry::file).orElse(null);
    if (file == null) {
      file = assign(item, text);
    }
    Path path = content.resolve(file);
    Optional<String> current = text(path);
    List<String> why = new ArrayList<>(verdict.why());
    Optional<Map<String, Object>> image = picture(item, text, file, why);
    Copy.Made made = copy.make(item, verdict, first(guid, text, decisions), now, image);
    made.open().forEach(it -> why.add("terms that no rule allows: " + it));
    boolean person = verdict.person() || copy.rules().published() && !made.open().isEmpty();
    String base = version(text);
    if (entry.isPresent() && current.isEmpty() && !store.unfinished().contains(guid)) {
      add(
          new Line(
              Outcome.HELD,
              name,
              guid,
              Optional.of(file),
              List.of("the article was deleted, and is not written again."),
              verdict.state() != State.KILLED));
      return;
    }
    if (entry.isPresent() && current.isEmpty() && isOutside(path)) {
      return;
    }
    Optional<ArticleFile> there = current.flatMap(ArticleFile::read);
    if (current.isPresent() && entry.isPresent() && isEdited(entry.get(), there)) {
      edited(guid, name, verdict, made, base, entry.get(), path, current.get(), there, why);
      return;
    }
    ArticleFile next =
        there.map(it -> combined(it, made.file(), entry.get(), verdict)).orElse(made.file());
    if (current.filter(next.text()::equals).isPresent()) {
      Outcome outcome = sameOutcome(guid, verdict, text);
      if (!name.isEmpty()) {
        add(new Line(outcome, name, guid, Optional.of(file), why, person));
      }
      return;
    }
    write(guid, file, path, made, next, base, there);
    add(
        new Line(
            outcome(verdict, current.isPresent(), person),
            name,
            guid,
            Optional.of(file),
            why,
            person));
  }

  private Outcome sameOutcome(String guid, Verdict verdict, Receipt text) {
    boolean older =
        !arrived.containsKey(guid) || !arrived.get(guid).versions.contains(version(text));
    return verdict.state() == State.KILLED
        ? Outcome.KILLED
        : older ? Outcome.OLDER : Outcome.UNCHANGED;
  }

  private static Outcome outcome(Verdict verdict, boolean there, boolean person) {
    return switch (verdict.state()) {
      case KILLED -> Outcome.KILLED;
      case DRAFT -> Outcome.HELD;
      default -> person ? Outcome.HELD : there ? Outcome.REPLACED : Outcome.CREATED;
    };
  }

  private Optional<String> text(Path path) throws IOException {
    if (pretended.containsKey(path)) {
      return Optional.of(pretended.get(path));
    }
    return Files.isRegularFile(path)
        ? Optional.of(Files.readString(path, StandardCharsets.UTF_8))
        : Optional.empty();
  }

  /** When the first version of all was made. */
  private Instant first(String guid, Receipt text, Decisions decisions) {
    return decisions.chain(guid).stream()
        .filter(it -> it.hasText() || it.equals(text))
        .flatMap(
            it ->
                Stream.concat(
                    Stream.of(Versions.created(it, zone)),
                    it.item().identity().firstCreated().map(at -> at.instant(zone)).stream()))
        .filter(it -> !it.equals(Instant.MIN))
        .min(Comparator.naturalOrder())
        .orElse(Instant.MIN);
  }

  private String assign(WireItem item, Receipt text) throws IOException {
    Instant created = item.identity().created().map(it -> it.instant(zone)).orElse(now);
    YearMonth month = YearMonth.from(created.atZone(zone));
    String slug = Slug.ofHeadline(Copy.headline(item));
    slug = slug.isEmpty() ? "story" : slug;
    String folder =
        String.format(Locale.ROOT, "%04d/%02d/", month.getYear(), month.getMonthValue());
    String file = folder + slug + EXTENSION;
    for (int i = 2;
        store.isTaken(file) || Files.exists(content.resolve(file), LinkOption.NOFOLLOW_LINKS);
        i++) {
      file = folder + slug + "-" + i + EXTENSION;
    }
    return file;
  }

  private static boolean isEdited(WireStore.Entry entry, Optional<ArticleFile> there) {
    if (there.isEmpty()) {
      return true;
    }
    String hash = there.get().hash();
    return !hash.equals(entry.hash()) && !hash.equals(entry.before());
  }

  /** What the agency says now, and what the newsroom made of the rest. */
  private static ArticleFile combined(
      ArticleFile there, ArticleFile made, WireStore.Entry entry, Verdict verdict) {
    ArticleFile next = there.withBody(made.body());
    for (String key : Copy.KEYS) {
      boolean own =
          key.equals("killed")
              && there.has("killed")
              && !entry.shared().getOrDefault("killed", "").equals(there.string("killed"));
      if (!own) {
        next =
            there.has(key) && there.value(key).equals(made.value(key))
                ? next
                : next.withKeyOf(made, key);
      }
    }
    for (String key : Copy.SHARED) {
      boolean untouched = there.string(key).equals(entry.shared().getOrDefault(key, ""));
      boolean held = key.equals("status") && verdict.state() != State.STORY;
      if ((untouched || held) && !there.value(key).equals(made.value(key))) {
        next = next.withKeyOf(made, key);
      }
    }
    return next.inOrder(Copy.ORDER, "wire");
  }

  private void write(
      String guid,
      String file,
      Path path,
      Copy.Made made,
      ArticleFile next,
      String base,
      Optional<ArticleFile> there)
      throws IOException {
    Map<String, String> shared = new HashMap<>();
    for (String key : Copy.SHARED) {
      shared.put(key, made.file().string(key));
    }
    shared.put("killed", made.file().string("killed"));
    store.begin(
        new WireStore.Entry(
            guid, file, made.hash(), there.map(ArticleFile::hash).orElse(""), base, shared));
    put(path, next.text());
  }

  private void put(Path path, String text) throws IOException {
    if (dry) {
      pretended.put(path, text);
    } else if (!isOutside(path)) {
      store.write(path, text.getBytes(StandardCharsets.UTF_8));
    }
  }

  /** Whether a link leads a path out of the content folder. */
  private boolean isOutside(Path path) throws IOException {
    Path there = path.getParent();
    while (!Files.exists(there)) {
      there = there.getParent();
    }
    Path root = content;
    while (!Files.exists(root)) {
      root = root.getParent();
    }
    boolean outside =
        Files.exists(content)
            && there.startsWith(content)
            && !there.toRealPath().startsWith(root.toRealPath());
    if (outside) {
      problems.add(
          Problem.error(
              "link-outside",
              SourceLocation.of(path.getFileName().toString()),
              "a link leads out of the content folder, so the article was not written.",
              "Delete the link."));
    }
    return outside;
  }

  /** An article that someone edited: its text stays, and what makes it stricter is added. */
  private void edited(
      String guid,
      String name,
      Verdict verdict,
      Copy.Made made,
      String base,
      WireStore.Entry entry,
      Path path,
      String current,
      Optional<ArticleFile> there,
      List<String> why)
      throws IOException {
    if (there.isEmpty()) {
      why.add("the article has no header in YAML any more, so it was left as it is.");
      add(new Line(Outcome.MERGE, name, guid, Optional.of(entry.file()), why, true));
      return;
    }
    ArticleFile stricter = stricter(there.get(), made.file(), verdict);
    if (!stricter.text().equals(current)) {
      put(path, stricter.text());
    }
    if (verdict.state() == State.KILLED) {
      add(new Line(Outcome.KILLED, name, guid, Optional.of(entry.file()), why, false));
    } else if (!base.equals(entry.base())) {
      why.add(
          "the article was edited, so the new version is not written over it. Settle it with"
              + " newsbake import --take theirs, ours or merge.");
      add(new Line(Outcome.MERGE, name, guid, Optional.of(entry.file()), why, true));
    } else if (!name.isEmpty()) {
      Outcome outcome = sameOutcome(guid, verdict, verdict.text().orElseThrow());
      add(
          new Line(
              verdict.state() == State.DRAFT ? Outcome.HELD : outcome,
              name,
              guid,
              Optional.of(entry.file()),
              why,
              verdict.person()));
    }
  }

  private ArticleFile stricter(ArticleFile there, ArticleFile made, Verdict verdict) {
    ArticleFile next = there;
    if (verdict.state() == State.KILLED && !there.string("killed").equals("true")) {
      next = next.with("killed", true);
    }
    if (verdict.state() == State.DRAFT && !there.string("status").equals("draft")) {
      next = next.with("status", "draft");
    }
    if (isLater(made, there, "embargo")) {
      next = next.withKeyOf(made, "embargo");
    }
    if (made.has("expires") && (!there.has("expires") || isLater(there, made, "expires"))) {
      next = next.withKeyOf(made, "expires");
    }
    return next;
  }

  private static boolean isLater(ArticleFile one, ArticleFile other, String key) {
    Optional<Instant> a = instant(one, key);
    Optional<Instant> b = instant(other, key);
    return a.isPresent() && (!other.has(key) || b.isPresent() && a.get().isAfter(b.get()));
  }

  private static Optional<Instant> instant(ArticleFile file, String key) {
    return file.value(key)
        .filter(java.util.Date.class::isInstance)
        .map(it -> ((java.util.Date) it).toInstant());
  }

  /** Stores the first picture of an item beside its article. */
  private Optional<Map<String, Object>> picture(
      WireItem item, Receipt text, String file, List<String> why) throws IOException {
    for (WirePicture picture : item.pictures()) {
      if (!picture.there()) {
        continue;
      }
      String ref = picture.ref().orElseThrow();
      String sha = text.attachments().getOrDefault(ref, pictureFiles.getOrDefault(ref, ""));
      Optional<byte[]> bytes = sha.isEmpty() ? Optional.empty() : store.read(sha);
      List<String> open = Terms.open(picture, copy.rules());
      if (bytes.isEmpty()) {
        continue;
      }
      if (!open.isEmpty()) {
        open.forEach(it -> why.add("a picture was left out for its terms: " + it));
        continue;
      }
      Optional<Picture> known = pictures.read(bytes.get());
      if (known.isEmpty() || known.get().active()) {
        why.add("a picture was left out: " + ref + " cannot be read as one.");
        continue;
      }
      String stem = file.substring(0, file.length() - EXTENSION.length());
      String target = stem + "." + known.get().format().extensions().get(0);
      Path path = content.resolve(target);
      boolean same =
          Files.isRegularFile(path)
              && java.util.Arrays.equals(Files.readAllBytes(path), bytes.get());
      if (!same && !dry && !isOutside(path)) {
        store.write(path, bytes.get());
      }
      return Optional.of(copy.image(target.substring(target.lastIndexOf('/') + 1), picture));
    }
    return Optional.empty();
  }

  /**
   * Settles what the ledger holds for an article.
   *
   * @param file the article below the content folder
   */
  ImportReport take(String file, String how) throws IOException {
    Optional<String> guid = store.guidOf(file);
    if (guid.isEmpty()) {
      problems.add(
          Problem.error(
              "article-unknown",
              SourceLocation.of("content/" + file),
              "no import of this source made this article.",
              "Name an article that one made, and its source with --source."));
      return new ImportReport(lines, problems);
    }
    Decisions decisions = new Decisions(store.receipts(), store.settled(), zone);
    for (Receipt receipt : List.copyOf(store.receipts())) {
      Optional<Decisions.Advice> advice = decisions.advice(receipt);
      if (advice.isPresent()
          && !advice.get().sure()
          && advice.get().guids().contains(guid.get())
          && !how.equals("merge")) {
        store.settle(receipt.guid(), guid.get(), how);
      }
    }
    decisions = new Decisions(store.receipts(), store.settled(), zone);
    Verdict verdict = decisions.of(guid.get()).orElseThrow();
    Optional<WireItem> item =
        verdict.text().isPresent() ? item(verdict.text().get(), decisions) : Optional.empty();
    Path path = content.resolve(file);
    Optional<ArticleFile> there = text(path).flatMap(ArticleFile::read);
    if (item.isEmpty() || there.isEmpty()) {
      problems.add(
          Problem.error(
              "article-unknown",
              SourceLocation.of("content/" + file),
              "the article or the original of its version is gone.",
              "Import the original again."));
      return new ImportReport(lines, problems);
    }
    WireStore.Entry entry = store.article(guid.get()).orElseThrow();
    Receipt text = verdict.text().orElseThrow();
    List<String> why = new ArrayList<>(verdict.why());
    Copy.Made made =
        copy.make(
            item.get(),
            verdict,
            first(guid.get(), text, decisions),
            now,
            picture(item.get(), text, file, why));
    ArticleFile next = combined(there.get(), made.file(), entry, verdict);
    if (!how.equals("theirs")) {
      Optional<String> body =
          how.equals("ours")
              ? Optional.of(there.get().body())
              : merged(entry, there.get(), made, decisions);
      if (body.isEmpty()) {
        add(
            new Line(
                Outcome.MERGE,
                "",
                guid.get(),
                Optional.of(file),
                List.of(
                    "both changed the same paragraph, so nothing was written. Take theirs or"
                        + " ours."),
                true));
        return new ImportReport(lines, problems);
      }
      next = next.withBody(body.get());
      for (String key : List.of("title", "authors", "dateline", "summary")) {
        next = next.withKeyOf(there.get(), key);
      }
    }
    made.open().forEach(it -> why.add("terms that no rule allows: " + it));
    write(guid.get(), file, path, made, next, version(text), Optional.empty());
    store.end();
    add(
        new Line(
            verdict.state() == State.KILLED ? Outcome.KILLED : Outcome.REPLACED,
            "",
            guid.get(),
            Optional.of(file),
            why,
            verdict.person()));
    return new ImportReport(lines, problems);
  }

  private Optional<String> merged(
      WireStore.Entry entry, ArticleFile there, Copy.Made made, Decisions decisions)
      throws IOException {
    for (Receipt receipt : decisions.chain(entry.guid())) {
      if (entry.base().equals(version(receipt))) {
        Optional<WireItem> base = item(receipt, decisions);
        if (base.isPresent()) {
          return Merge.of(
                  String.join("\n\n", base.get().story().body()), there.body(), made.file().body())
              .map(it -> "\n" + it + "\n");
        }
      }
    }
    return Optional.empty();
  }
}
