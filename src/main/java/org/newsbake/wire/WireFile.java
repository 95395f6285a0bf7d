package org.newsbake.wire;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A file of the wire and what is beside it.
 *
 * @param name its name in problems
 * @param bytes what it holds
 * @param beside the names of the files in its folder
 * @param parts the files of its folder that may hold a part of it, by name
 */
public record WireFile(String name, byte[] bytes, List<String> beside, Map<String, byte[]> parts) {

  public WireFile {
    Objects.requireNonNull(bytes);
    beside = List.copyOf(beside);
    parts = Map.copyOf(parts);
  }

  /** A file that stands alone. */
  public static WireFile alone(String name, byte[] bytes) {
    return new WireFile(name, bytes, List.of(), Map.of());
  }

  /** Its name without folders. */
  String base() {
    return name.substring(name.lastIndexOf('/') + 1);
  }

  /**
   * The name of the file that holds the text of a file of metadata, such as {@code story-nitf.xml}
   * of {@code story.json}.
   */
  public static String partOf(String name) {
    int dot = name.lastIndexOf('.');
    return (dot < 0 ? name : name.substring(0, dot)) + "-nitf.xml";
  }
}
