package org.newsbake.bake;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;
import java.util.SplittableRandom;
import org.newsbake.cache.PieceFile;
import org.newsbake.cache.PieceFile.Place;
import org.newsbake.related.Profile;

/**
 * A file with what texts were found to say. It grows by what is new, until half of it is not needed
 * any more: then another file takes its place.
 *
 * <p>Where a file cannot be written, nothing is kept, and the work goes on. Thread-safe.
 */
final class ProfileFile implements AutoCloseable {

  /** So many bytes that nobody needs are no reason for another file. */
  private static final long LITTLE = 1 << 16;

  private final String name;

  /** The file that is read. */
  private final Optional<PieceFile> last;

  /** The file that is added to. */
  private final Optional<PieceFile> next;

  /**
   * Opens a file.
   *
   * @param folder where it is
   * @param lastName its name; empty where there is none
   * @param newName the beginning of the name of another one
   * @param needed the pieces of the file that are needed
   */
  ProfileFile(Path folder, String lastName, String newName, Collection<Place> needed) {
    last = lastName.isEmpty() ? Optional.empty() : open(folder.resolve(lastName));
    long used = needed.stream().mapToLong(Place::length).sum();
    if (last.isPresent() && last.get().size() <= 2 * used + LITTLE) {
      name = lastName;
      next = last;
    } else {
      name = newName + String.format("%016x", new SplittableRandom().nextLong());
      next = open(folder.resolve(name));
    }
  }

  private static Optional<PieceFile> open(Path file) {
    try {
      return Optional.of(new PieceFile(file));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** The name of the file that is added to. */
  String name() {
    return name;
  }

  /** What is at a place, if it is as it was. */
  Optional<Profile> read(Place place) {
    try {
      Optional<byte[]> bytes = last.flatMap(file -> file.read(place));
      return bytes.isEmpty()
          ? Optional.empty()
          : Optional.of(Profile.read(new DataInputStream(new ByteArrayInputStream(bytes.get()))));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Adds what a text says. */
  Place add(Profile profile) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      profile.write(new DataOutputStream(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return add(bytes.toByteArray());
  }

  private Place add(byte[] piece) {
    return next.map(file -> file.add(piece)).orElseGet(() -> Place.of(0, piece));
  }

  /** Where a piece of the last file is in the next one. */
  Place keep(Place place) {
    return last.equals(next)
        ? place
        : last.flatMap(file -> file.read(place)).map(this::add).orElse(place);
  }

  /** Writes all that was added. Returns whether that succeeded. */
  boolean flush() {
    try {
      if (next.isPresent()) {
        next.get().flush();
      }
      return next.isPresent();
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public void close() {
    last.ifPresent(PieceFile::close);
    next.ifPresent(PieceFile::close);
  }
}
