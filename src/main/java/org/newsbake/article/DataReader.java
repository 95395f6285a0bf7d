package org.newsbake.article;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.newsbake.Problem;
import org.newsbake.SourceLocation;

/** Reads the YAML files of the data folder. Immutable and thread-safe. */
public final class DataReader {

  /** What became of one data file. */
  public record Result(Optional<DataFile> file, List<Problem> problems) {}

  private final YamlText yaml;

  /** A reader that takes times without a zone to be in this one. */
  public DataReader(ZoneId zone) {
    yaml = new YamlText(zone);
  }

  /**
   * Reads one file.
   *
   * @throws IOException when the file cannot be read
   */
  public Result read(SourceFile file) throws IOException {
    byte[] bytes = Files.readAllBytes(file.file());
    SourceText source = SourceText.decode(file.name(), bytes, StandardCharsets.UTF_8).text();
    YamlText.Loaded loaded = yaml.load(source, source.text(), 0);
    if (loaded.problem().isPresent()) {
      return new Result(Optional.empty(), List.of(loaded.problem().get()));
    }
    Map<String, Object> fields = new LinkedHashMap<>();
    if (loaded.value() instanceof List<?> list) {
      fields.put("data", list);
    } else if (loaded.value() instanceof Map<?, ?> map) {
      map.forEach((key, value) -> fields.put(String.valueOf(key), value));
    } else {
      return new Result(
          Optional.empty(),
          List.of(
              Problem.warning(
                  "data-empty",
                  SourceLocation.of(file.name()),
                  "the data file holds neither keys nor a list.",
                  "Write key: value lines or a list, or delete the file.")));
    }
    return new Result(Optional.of(new DataFile(file, fields, Digests.sha1(bytes))), List.of());
  }
}
