package org.newsbake.bake;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Makes a folder equal to the next site: what stays of the output folder, and what is not
 * Newsbake's, is linked into it.
 *
 * <p>The folder may hold an earlier site, as far as that is linked with the output folder. Only
 * what differs is linked then. Nothing in it is relied on: a file of it stays only if it is the
 * very file of the output folder.
 */
final class NextTree {

  private final Path output;
  private final Predicate<Path> skipped;
  private final NextSite site;
  private final Set<String> changed;
  private final Set<String> removed;

  /** The folders of the changed files. */
  private final Set<String> folders = new HashSet<>();

  /** Folders of the output folder that everybody may look into. */
  private final Set<Path> opened = new HashSet<>();

  private final List<String> foreign = new ArrayList<>();
  private boolean linked = true;

  /** Whether the folder holds an earlier site, so that some of it may have to go. */
  private boolean used;

  /**
   * @param skipped folders that belong to no site
   */
  NextTree(Path output, Predicate<Path> skipped, NextSite site) {
    this.output = output;
    this.skipped = skipped;
    this.site = site;
    this.changed = new HashSet<>(site.changed());
    this.removed = new HashSet<>(site.removed());
    changed.forEach(path -> folders.addAll(InPlace.foldersOf(path)));
  }

  /** The files that are not Newsbake's. */
  List<String> foreign() {
    return foreign;
  }

  /** Whether all of it could be linked. */
  boolean isLinked() {
    return linked;
  }

  /** Looks for what is not Newsbake's, and links nothing. */
  void look() throws IOException {
    folder("", output, null, false);
  }

  /** Links into the folder that the changed files wait in. */
  void linkInto(Path next) throws IOException {
    folder("", output, next, false);
    if (linked) {
      copyMode(output, next);
    }
  }

  /** Makes an earlier site the next one, and moves the changed files into it. */
  void update(Path earlier, Path next) throws IOException {
    used = true;
    folder("", output, earlier, false);
    if (!linked) {
      return;
    }
    copyMode(output, earlier);
    Set<Path> made = new HashSet<>();
    for (String path : site.changed()) {
      Path target = earlier.resolve(path);
      if (made.add(target.getParent())) {
        Access.makeFolder(target.getParent());
      }
      Files.move(next.resolve(path), target, StandardCopyOption.ATOMIC_MOVE);
    }
  }

  /**
   * Goes through one folder of the output folder.
   *
   * @param prefix its path and a slash
   * @param to the folder of the next site, or {@code null} where nothing is linked
   * @param inTheWay whether the next site has a file where this folder is
   * @return whether the next site has such a folder because of what is in it now
   */
  private boolean folder(String prefix, Path from, Path to, boolean inTheWay) throws IOException {
    Set<Path> surplus = new HashSet<>(to != null && used && linked ? names(to) : List.of());
    boolean empty = true;
    boolean wanted = false;
    for (Path name : names(from)) {
      empty = false;
      String path = prefix + name;
      Object identity = site.unchanged().get(path);
      boolean ours = identity != null;
      if (identity == null || identity.equals(NextSite.NO_IDENTITY)) {
        Path child = from.resolve(name);
        BasicFileAttributes attributes = attributes(child);
        if (attributes == null) {
          unreadable(path);
          continue;
        }
        if (attributes.isDirectory()) {
          if (!skipped.test(child) && subfolder(path, child, to, surplus, inTheWay)) {
            wanted = true;
            surplus.remove(name);
          }
          continue;
        }
        if (changed.contains(path) || removed.contains(path)) {
          continue;
        }
        identity = attributes.fileKey();
      }
      if (!ours) {
        foreign.add(path);
      } else if (opened.add(from)) {
        openFolders(from);
      }
      if (inTheWay || folders.contains(path)) {
        throw new IOException(
            output.resolve(path)
                + " is not Newsbake's, and stands where a page is to be written; move it away");
      }
      if (to != null && linked) {
        if (!used && !wanted) {
          Files.createDirectories(to);
        }
        link(from.resolve(name), to.resolve(name), identity, surplus.remove(name));
      }
      wanted = true;
    }
    if (to != null && linked) {
      if (!used && empty) {
        Files.createDirectories(to);
      }
      for (Path name : surplus) {
        delete(to.resolve(name));
      }
    }
    return wanted || empty;
  }

  private boolean subfolder(String path, Path from, Path to, Set<Path> surplus, boolean inTheWay)
      throws IOException {
    boolean replaced = inTheWay || changed.contains(path);
    Path target = null;
    if (to != null && linked && !replaced) {
      target = to.resolve(from.getFileName());
      if (used) {
        makeFolder(target, surplus.contains(from.getFileName()));
      }
    }
    try {
      boolean wanted = folder(path + "/", from, target, replaced) && !replaced;
      if (target != null && linked) {
        if (wanted) {
          copyMode(from, target);
        } else if (used) {
          delete(target);
        }
      }
      return wanted;
    } catch (AccessDeniedException e) {
      unreadable(path);
      return true;
    }
  }

  /** Such as lost+found of a disk, which nobody but its owner may look into. */
  private void unreadable(String path) {
    foreign.add(path);
    linked = false;
  }

  private static void makeFolder(Path folder, boolean there) throws IOException {
    if (there && !Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      Files.delete(folder);
    }
    Files.createDirectories(folder);
  }

  private void link(Path file, Path target, Object identity, boolean there) throws IOException {
    if (there) {
      BasicFileAttributes attributes = attributes(target);
      if (attributes != null && identity != null && identity.equals(attributes.fileKey())) {
        return;
      }
      delete(target);
    }
    try {
      Files.createLink(target, file);
    } catch (IOException | UnsupportedOperationException e) {
      // This file system does not link: the site is put in place file by file.
      linked = false;
    }
  }

  private static List<Path> names(Path folder) throws IOException {
    List<Path> names = new ArrayList<>();
    try (DirectoryStream<Path> children = Files.newDirectoryStream(folder)) {
      children.forEach(child -> names.add(child.getFileName()));
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    return names;
  }

  private static BasicFileAttributes attributes(Path file) {
    try {
      return Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    } catch (IOException e) {
      return null;
    }
  }

  /** Builds under another umask may have made folders that nobody else may look into. */
  private void openFolders(Path folder) {
    try {
      for (Path at = folder; !at.equals(output); at = at.getParent()) {
        Access.openFolder(at);
        opened.add(at);
      }
    } catch (IOException e) {
      // They are somebody else's, who may look after them.
      return;
    }
  }

  /** Gives a folder the permissions of another one, where the file system knows such. */
  private static void copyMode(Path from, Path to) throws IOException {
    try {
      Object mode = Files.getAttribute(from, "unix:mode");
      if (!mode.equals(Files.getAttribute(to, "unix:mode"))) {
        Files.setAttribute(to, "unix:mode", mode);
      }
    } catch (UnsupportedOperationException | IllegalArgumentException e) {
      // This file system has none; its folders are what they are.
    }
  }

  /** Deletes a file, or a folder with all that is in it; what is missing is deleted already. */
  static void delete(Path folder) throws IOException {
    if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path dir, IOException e) throws IOException {
            if (e != null) {
              throw e;
            }
            Files.delete(dir);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
