package org.newsbake.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.newsbake.Trials;

/** Every file of the fixtures gives the items that are written beside it. */
class FixturesTest {

  static final Path FIXTURES = Path.of("src/test/resources/wire");
  private static final ObjectMapper JSON = new ObjectMapper();

  static List<Path> expectations() throws IOException {
    try (Stream<Path> files = Files.walk(FIXTURES)) {
      return files.filter(it -> it.toString().endsWith(".expected.json")).sorted().toList();
    }
  }

  @Test
  void noFixtureIsMissing() throws IOException {
    assertThat(expectations()).hasSize(66);
  }

  @ParameterizedTest
  @MethodSource("expectations")
  void aFileGivesTheItemsBesideIt(Path expectation) throws IOException {
    JsonNode expected = JSON.readTree(expectation.toFile());
    Path file = expectation.resolveSibling(expected.get("file").asText());
    Map<String, Reading> folder = folder(file.getParent());
    Reading reading = folder.get(file.getFileName().toString());
    List<WireItem> all = new ArrayList<>();
    folder.values().forEach(it -> all.addAll(it.items()));
    List<WireItem> bound = Packages.bind(all);
    List<WireItem> items = new ArrayList<>();
    for (WireItem item : reading.items()) {
      items.add(bound.get(all.indexOf(item)));
    }
    List<String> differences = new ArrayList<>();
    List<WireItem> rest = new ArrayList<>(items);
    for (JsonNode one : expected.get("items")) {
      if (one.get("publish").asText().equals("error")) {
        same(differences, "format", one.get("format").asText(), reading.format().toString());
        if (reading.problems().stream().noneMatch(it -> it.isError()) || !items.isEmpty()) {
          differences.add("not refused");
        }
        continue;
      }
      Optional<WireItem> item =
          rest.stream()
              .filter(
                  it ->
                      !one.has("guid")
                          || it.identity().guid().equals(Optional.of(one.get("guid").asText())))
              .findFirst();
      if (item.isEmpty()) {
        differences.add("no item " + one.get("guid") + " of " + items + reading.problems());
        continue;
      }
      rest.remove(item.get());
      compare(one, item.get(), differences);
    }
    for (WireItem more : rest) {
      if (more.handling().publish() == WireItem.Publish.YES
          || more.handling().publish() == WireItem.Publish.HOLD) {
        differences.add("one item too many: " + more);
      }
    }
    assertThat(differences).isEmpty();
  }

  static Map<String, Reading> folder(Path folder) throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    try (Stream<Path> paths = Files.list(folder)) {
      for (Path path : paths.filter(Files::isRegularFile).sorted().toList()) {
        files.put(path.getFileName().toString(), Files.readAllBytes(path));
      }
    }
    List<String> names = List.copyOf(files.keySet());
    Map<String, Reading> readings = new LinkedHashMap<>();
    WireReader reader = new WireReader(Optional.empty());
    files.forEach(
        (name, bytes) -> {
          if (!name.endsWith(".expected.json")) {
            readings.put(name, reader.read(new WireFile(name, bytes, names, files)));
          }
        });
    return readings;
  }

  private static void compare(JsonNode expected, WireItem item, List<String> differences) {
    Map<String, Object> found = found(item);
    expected
        .fieldNames()
        .forEachRemaining(
            field -> {
              JsonNode wanted = expected.get(field);
              Object is = found.get(field);
              switch (field) {
                case "body" -> body(wanted, item.story().body(), differences);
                case "pictures" -> pictures(wanted, item.pictures(), differences);
                case "editorsNotes" -> {
                  for (JsonNode note : wanted) {
                    if (item.handling().notes().stream()
                        .noneMatch(it -> it.contains(note.asText()))) {
                      differences.add("no note " + note + " in " + item.handling().notes());
                    }
                  }
                }
                case "subjects" -> {
                  for (JsonNode subject : wanted) {
                    if (item.story().subjects().stream()
                        .noneMatch(it -> it.code().equals(subject.asText()))) {
                      differences.add("no subject " + subject);
                    }
                  }
                }
                case "kills" -> {
                  String target = String.valueOf(is);
                  if (!target.equals(wanted.asText()) && !wanted.asText().startsWith(target)) {
                    differences.add("kills " + target + ", not " + wanted.asText());
                  }
                }
                case "guid", "reason", "note" -> {}
                default -> same(differences, field, text(wanted), String.valueOf(is));
              }
            });
    for (String field : List.of("embargo", "expires", "bylines")) {
      if (!expected.has(field) && found.get(field) != null && !found.get(field).equals("[]")) {
        differences.add(field + " is " + found.get(field));
      }
    }
  }

  private static void same(List<String> differences, String field, String wanted, String is) {
    if (!wanted.equals(is)) {
      differences.add(field + ":\n  wanted " + wanted + "\n  found  " + is);
    }
  }

  private static String text(JsonNode node) {
    if (node.isArray()) {
      List<String> texts = new ArrayList<>();
      node.forEach(it -> texts.add(it.asText()));
      return texts.toString();
    }
    return node.isNull() ? "null" : node.asText();
  }

  private static void body(JsonNode wanted, List<String> is, List<String> differences) {
    List<String> texts = new ArrayList<>();
    wanted.forEach(it -> texts.add(plain(it.asText())));
    List<String> found = is.stream().map(FixturesTest::plain).toList();
    if (!texts.equals(found)) {
      differences.add(
          "body:\n  wanted "
              + String.join("\n         ", texts)
              + "\n  found  "
              + String.join("\n         ", found));
    }
  }

  /** Markdown without the choices that two writers may make in another way. */
  private static String plain(String markdown) {
    return markdown.replaceAll("\\\\(?=\\p{Punct}|\n)", "");
  }

  private static void pictures(
      JsonNode wanted, List<WirePicture> pictures, List<String> differences) {
    if (wanted.size() != pictures.size()) {
      differences.add(pictures.size() + " pictures: " + pictures);
      return;
    }
    for (int i = 0; i < wanted.size(); i++) {
      JsonNode one = wanted.get(i);
      WirePicture picture = pictures.get(i);
      if (one.has("caption")) {
        same(differences, "caption", text(one.get("caption")), picture.caption().orElse("null"));
      }
      if (one.has("credit")) {
        same(differences, "credit", text(one.get("credit")), picture.credit().orElse("null"));
      }
      String ref = text(one.get("ref"));
      // The fixture's picture has a prefix before its name.
      if (!picture.ref().orElse("null").endsWith(ref)) {
        same(differences, "ref", ref, picture.ref().orElse("null"));
      }
    }
  }

  private static Map<String, Object> found(WireItem item) {
    Map<String, Object> found = new LinkedHashMap<>();
    found.put("format", item.format());
    found.put("version", item.identity().version().orElse(null));
    found.put("date", item.identity().created().orElse(null));
    found.put("firstCreated", item.identity().firstCreated().orElse(null));
    found.put("replaces", item.identity().replaces().orElse(null));
    found.put("kills", item.identity().kills().orElse(null));
    found.put("headline", item.story().headline().orElse(null));
    found.put("bylines", item.story().bylines().toString());
    found.put("dateline", item.story().dateline().orElse(null));
    found.put("language", item.story().language().orElse(null));
    found.put("summary", item.story().summary().orElse(null));
    found.put("slugline", item.story().slugline().orElse(null));
    found.put("keywords", item.story().keywords().toString());
    found.put("urgency", item.story().urgency().orElse(null));
    found.put("embargo", item.rights().embargo().map(WireTime::toString).orElse(null));
    found.put("expires", item.rights().expires().map(WireTime::toString).orElse(null));
    found.put("usage", item.rights().usage().toString());
    found.put("holder", item.rights().holder().orElse(null));
    found.put("notice", item.rights().notice().orElse(null));
    found.put("credit", item.rights().credit().orElse(null));
    found.put("pubStatus", item.handling().pubStatus());
    found.put("publish", item.handling().publish().toString().toLowerCase(Locale.ROOT));
    found.put(
        "signal",
        item.handling().signal().map(it -> it.toString().toLowerCase(Locale.ROOT)).orElse(null));
    return found;
  }

  /** At most so many prefixes of each file; all of them in the large run. */
  private static final int PREFIXES = Trials.of("wire-prefixes", 25);

  @Test
  void everyPrefixIsReadOrRefused() throws IOException {
    WireReader reader = new WireReader(Optional.empty());
    try (Stream<Path> files = Files.walk(FIXTURES)) {
      for (Path file :
          files
              .filter(Files::isRegularFile)
              .filter(it -> !it.toString().endsWith(".expected.json"))
              .sorted()
              .toList()) {
        byte[] bytes = Files.readAllBytes(file);
        for (int length = 0; length < bytes.length; length += 1 + bytes.length / PREFIXES) {
          byte[] part = java.util.Arrays.copyOf(bytes, length);
          assertThatCode(() -> reader.read(WireFile.alone(file.toString(), part)))
              .as(file + " " + length)
              .doesNotThrowAnyException();
        }
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  @Test
  void changedBytesAreReadOrRefused() throws IOException {
    WireReader reader = new WireReader(Optional.empty());
    List<byte[]> files = new ArrayList<>();
    try (Stream<Path> paths = Files.walk(FIXTURES)) {
      for (Path path : paths.filter(Files::isRegularFile).sorted().toList()) {
        if (!path.toString().endsWith(".expected.json")) {
          files.add(Files.readAllBytes(path));
        }
      }
    }
    Trials.seeds("wire-flips", 300)
        .forEach(
            seed -> {
              Random random = new Random(seed);
              byte[] bytes = files.get(random.nextInt(files.size())).clone();
              for (int n = random.nextInt(8); n >= 0; n--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
              }
              assertThatCode(() -> reader.read(WireFile.alone("flipped", bytes)))
                  .as("seed " + seed)
                  .doesNotThrowAnyException();
            });
  }
}
