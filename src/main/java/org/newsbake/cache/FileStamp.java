package org.newsbake.cache;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * What a file system says of a file without its bytes. A file whose stamp is as it was has the same
 * bytes, if the stamp was {@linkplain #isSettled settled}: git's index has the same rule for files
 * that change twice within one tick of the clock.
 *
 * @param size its size in bytes
 * @param modified the time of its last change in nanoseconds since 1970, which a program may set
 * @param changed the time of its last change that no program can set, or 0 where there is none
 * @param inode its number in the file system, or 0 where there is none
 */
public record FileStamp(long size, long modified, long changed, long inode) {

  /** The coarsest clock of a file system that is in use, FAT's, and one second of doubt. */
  private static final long TICK = TimeUnit.SECONDS.toNanos(3);

  /**
   * The stamp of a file.
   *
   * @throws IOException when it cannot be asked for
   */
  public static FileStamp of(Path file) throws IOException {
    if (!file.getFileSystem().supportedFileAttributeViews().contains("unix")) {
      BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
      return new FileStamp(attributes.size(), nanos(attributes.lastModifiedTime()), 0, 0);
    }
    Map<String, Object> attributes =
        Files.readAttributes(file, "unix:size,lastModifiedTime,ctime,ino");
    return new FileStamp(
        (Long) attributes.get("size"),
        nanos((FileTime) attributes.get("lastModifiedTime")),
        nanos((FileTime) attributes.get("ctime")),
        (Long) attributes.get("ino"));
  }

  private static long nanos(FileTime time) {
    return time.to(TimeUnit.NANOSECONDS);
  }

  /**
   * Whether a later change would give another stamp.
   *
   * @param now when the stamp was taken, in nanoseconds since 1970
   */
  public boolean isSettled(long now) {
    // A time to come was set by hand, or by a clock that went back since.
    return Math.max(modified, changed) < now - TICK;
  }

  /** A number that tells it from others. */
  public long fingerprint() {
    long sum = Fingerprint.with(size, modified);
    return Fingerprint.with(Fingerprint.with(sum, changed), inode);
  }

  public void write(Encoder out) {
    out.number(size);
    out.fixed(modified);
    out.fixed(changed);
    out.number(inode);
  }

  public static FileStamp read(Decoder in) {
    return new FileStamp(in.number(), in.fixed(), in.fixed(), in.number());
  }
}
