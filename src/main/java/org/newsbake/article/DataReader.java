package org.newsbake.article;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.newsbake.Problem;
import org.newsbake.SourceLocation;

/** Reads the YAML files of the data folder. Immutable and thread-safe. */
public final class DataReader {

  /** What became of one data file. */
  public record Result(Optional<DataFile> file, List<Problem> problems) {
    public Result {
      problems = List.copyOf(problems);
    }
  }

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
    Optional<Problem> large =
        HeaderLimits.ofFile(file.name(), Files.size(file.file()), HeaderLimits.MOST_DATA_BYTES);
    if (large.isPresent()) {
      return new Result(Optional.empty(), large.stream().toList());
    }
    byte[] bytes = Files.readAllBytes(file.file());
    SourceText.Decoded decoded = SourceText.decode(file.name(), bytes, StandardCharsets.UTF_8);
    List<Problem> problems = new ArrayList<>(decoded.problem().stream().toList());
    YamlText.Loaded loaded = yaml.load(decoded.text(), 0, decoded.text().text().length());
    if (loaded.problem().isPresent()) {
      problems.add(loaded.problem().get());
      return new Result(Optional.empty(), problems);
    }
    Object content = Plain.copy(loaded.value());
    Map<String, Object> fields = new LinkedHashMap<>();
    if (content instanceof List<?> list) {
      fields.put("data", list);
    } else if (content instanceof Map<?, ?> map) {
      map.forEach((key, value) -> fields.put(String.valueOf(key), value));
    } else {
      problems.add(
          Problem.warning(
              "data-empty",
              SourceLocation.of(file.name()),
              "the data file holds neither keys nor a list.",
              "Write key: value lines or a list, or delete the file."));
      return new Result(Optional.empty(), problems);
    }
    List<String> keys =
        loaded.value() instanceof Map<?, ?> map
            ? map.keySet().stream().map(String::valueOf).toList()
            : List.copyOf(fields.keySet());
    return new Result(Optional.of(new DataFile(file, fields, keys, Digests.sha1(bytes))), problems);
  }
}
