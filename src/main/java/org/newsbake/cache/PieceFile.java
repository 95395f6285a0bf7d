package org.newsbake.cache;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * A file of pieces, to which pieces are added at its end: a change costs what the new pieces cost.
 * The places of the pieces are kept elsewhere. A piece is given back only if its bytes are those
 * that were added, so that a file that is damaged, or that two processes write, is missing pieces
 * and nothing worse.
 *
 * <p>Thread-safe.
 */
public final class PieceFile implements AutoCloseable {

  private static final int BUFFER = 1 << 16;

  private final FileChannel channel;
  private final ByteBuffer waiting = ByteBuffer.allocate(BUFFER);
  private long written;
  private boolean failed;

  /**
   * Opens a file; one that is not there is made.
   *
   * @throws IOException when that fails
   */
  public PieceFile(Path file) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    written = channel.size();
  }

  /**
   * Where a piece is.
   *
   * @param offset where it begins
   * @param length how many bytes it has
   * @param fingerprint that of its bytes
   */
  public record Place(long offset, int length, long fingerprint) {

    /** The place of a piece. */
    public static Place of(long offset, byte[] piece) {
      return new Place(offset, piece.length, Fingerprint.of(piece));
    }

    public void write(Encoder out) {
      out.number(offset);
      out.number(length);
      out.fixed(fingerprint);
    }

    public static Place read(Decoder in) {
      return new Place(in.number(), in.small(), in.fixed());
    }

    /** Whether a piece at another place has the same bytes. */
    public boolean isSamePiece(Place other) {
      return length == other.length && fingerprint == other.fingerprint;
    }
  }

  /** How many bytes the file has. */
  public synchronized long size() {
    return written + waiting.position();
  }

  /** Adds a piece. Where that fails, {@link #flush} says so. */
  public synchronized Place add(byte[] piece) {
    Place place = Place.of(size(), piece);
    try {
      if (piece.length > waiting.remaining()) {
        flush();
      }
      if (piece.length > waiting.remaining()) {
        write(ByteBuffer.wrap(piece));
      } else {
        waiting.put(piece);
      }
    } catch (IOException e) {
      failed = true;
    }
    return place;
  }

  /**
   * Writes all pieces that were added.
   *
   * @throws IOException when one of them could not be written
   */
  public synchronized void flush() throws IOException {
    if (failed) {
      throw new IOException("a piece could not be written");
    }
    waiting.flip();
    write(waiting);
    waiting.clear();
  }

  private void write(ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      written += channel.write(bytes, written);
    }
  }

  /** The piece at a place, if it is there and as it was. */
  public Optional<byte[]> read(Place place) {
    try {
      if (place.length() < 0
          || place.offset() < 0
          || place.offset() > size() - place.length()
          || place.offset() + place.length() > flushed()) {
        return Optional.empty();
      }
      ByteBuffer piece = ByteBuffer.allocate(place.length());
      while (piece.hasRemaining()) {
        if (channel.read(piece, place.offset() + piece.position()) < 0) {
          throw new EOFException();
        }
      }
      return Fingerprint.of(piece.array()) == place.fingerprint()
          ? Optional.of(piece.array())
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** How many bytes can be read. */
  private synchronized long flushed() {
    return written;
  }

  /** Closes the file. What was not {@linkplain #flush flushed} is lost. */
  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      // What was flushed is written, and what was not is not missed.
      failed = true;
    }
  }
}
