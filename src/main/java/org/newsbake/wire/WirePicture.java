package org.newsbake.wire;

import java.util.List;
import java.util.Optional;

/**
 * A picture of an item.
 *
 * @param ref the file beside the wire file, or the address of the largest rendition, or the name as
 *     sent where there is neither; empty where the name is refused
 * @param there whether {@code ref} names a file beside the wire file
 * @param caption what is to be seen
 * @param credit the credit line
 * @param usage terms of use, word for word
 * @param expires when the right to use it ends
 * @param guid the item that the picture is, where it is one
 */
public record WirePicture(
    Optional<String> ref,
    boolean there,
    Optional<String> caption,
    Optional<String> credit,
    List<String> usage,
    Optional<WireTime> expires,
    Optional<String> guid) {

  public WirePicture {
    usage = List.copyOf(usage);
  }

  /** A picture of which only the place is known. */
  static WirePicture at(Beside.Found found) {
    return new WirePicture(
        found.ref(),
        found.there(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty());
  }
}
