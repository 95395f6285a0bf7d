package org.newsbake.bake;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/**
 * Lets a web server read what a build wrote, whatever the umask is and whoever may read the
 * sources: pages and copied files get at least the mode 644, their folders 755. Where a file system
 * has no modes, nothing happens.
 */
final class Access {

  private static final Set<PosixFilePermission> FILE =
      Set.copyOf(PosixFilePermissions.fromString("rw-r--r--"));
  private static final Set<PosixFilePermission> FOLDER =
      Set.copyOf(PosixFilePermissions.fromString("rwxr-xr-x"));

  /** What a folder needs for files in it to be read. */
  private static final Set<PosixFilePermission> ENTER =
      Set.copyOf(PosixFilePermissions.fromString("rwx--x--x"));

  private static final Set<PosixFilePermission> PRIVATE =
      Set.copyOf(PosixFilePermissions.fromString("rwx------"));

  /** The kind of attributes to ask {@link #isReadable} about. */
  static final Class<? extends BasicFileAttributes> ATTRIBUTES =
      FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
          ? PosixFileAttributes.class
          : BasicFileAttributes.class;

  private Access() {}

  /** Whether everybody may read a file with these attributes. */
  static boolean isReadable(BasicFileAttributes attributes) {
    return !(attributes instanceof PosixFileAttributes posix)
        || posix.permissions().containsAll(FILE);
  }

  /** Whether everybody may look into a folder. */
  static boolean isOpenFolder(Path folder) throws IOException {
    PosixFileAttributeView view = view(folder);
    return view == null || view.readAttributes().permissions().containsAll(ENTER);
  }

  static void openFile(Path file) throws IOException {
    add(file, FILE, FILE);
  }

  /** Gives a copy the rights of its original, and everybody those to read it. */
  static void openCopy(Path copy, Path original) throws IOException {
    PosixFileAttributeView view = view(original);
    if (view != null) {
      Set<PosixFilePermission> rights = EnumSet.copyOf(FILE);
      rights.addAll(view.readAttributes().permissions());
      Files.setPosixFilePermissions(copy, rights);
    }
  }

  static void openFolder(Path folder) throws IOException {
    add(folder, ENTER, FOLDER);
  }

  /** Makes a folder and those above it, which everybody may look into. */
  static void makeFolder(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      return;
    }
    if (folder.getParent() != null) {
      makeFolder(folder.getParent());
    }
    Files.createDirectories(folder);
    openFolder(folder);
  }

  /** Lets nobody else look into a folder. */
  static void closeFolder(Path folder) throws IOException {
    PosixFileAttributeView view = view(folder);
    if (view != null && !view.readAttributes().permissions().equals(PRIVATE)) {
      view.setPermissions(PRIVATE);
    }
  }

  private static void add(
      Path file, Set<PosixFilePermission> needed, Set<PosixFilePermission> wanted)
      throws IOException {
    PosixFileAttributeView view = view(file);
    if (view != null) {
      Set<PosixFilePermission> rights = view.readAttributes().permissions();
      if (!rights.containsAll(needed)) {
        Set<PosixFilePermission> more = EnumSet.copyOf(wanted);
        more.addAll(rights);
        view.setPermissions(more);
      }
    }
  }

  private static PosixFileAttributeView view(Path file) {
    return Files.getFileAttributeView(file, PosixFileAttributeView.class);
  }
}
