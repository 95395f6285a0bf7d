package org.newsbake.bake;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.newsbake.Problem;
import org.newsbake.SourceLocation;
import org.newsbake.article.SourceFile;
import org.newsbake.jbake.Project;

/**
 * Finds the files of a project by JBake's rules.
 *
 * <ul>
 *   <li>In the content folder, visible files with an extension that an engine reads are articles,
 *       and other visible files are assets. Hidden files are passed over; hidden folders are not.
 *   <li>In the asset folder, all files are assets, hidden ones unless {@code asset.ignore} is set.
 *   <li>A folder that holds a file named {@code .jbakeignore} is passed over with all in it.
 *   <li>Editors' backups are copied from no folder, and in a newsroom nothing that begins like an
 *       article.
 *   <li>Only the files right in the data folder are data files.
 * </ul>
 *
 * Links are followed as long as they stay in the project.
 */
final class SourceWalk {

  /** What the name of a link begins with by which Emacs tells others that a file is edited. */
  private static final String EDITED = ".#";

  private final Project project;
  private final Set<String> extensions;
  private final Path projectFolder;

  private final Sources sources = new Sources();

  private SourceWalk(Project project, Set<String> extensions) throws IOException {
    this.project = project;
    this.extensions = extensions;
    this.projectFolder = project.folder().toRealPath();
  }

  /**
   * All files of a project.
   *
   * @throws IOException when the project's folder cannot be read at all
   */
  static Sources find(Project project, Set<String> extensions) throws IOException {
    SourceWalk walk = new SourceWalk(project, extensions);
    walk.root(project.content(), walk::content);
    walk.root(project.assets(), walk::asset);
    walk.root(project.data(), walk::data);
    return walk.sources;
  }

  /** Takes one file of a folder that is being walked. */
  private interface Visitor {
    /** Whether a folder is to be walked. */
    default boolean enters(String name, int depth) {
      return true;
    }

    void file(SourceFile file, String name, boolean hidden);
  }

  private void content(SourceFile file, String name, boolean hidden) {
    if (!hidden) {
      if (extensions.contains(file.extension())) {
        sources.content().add(file);
      } else {
        copy(file, StrayCopies.inContent(file, name, project.newsroom()));
      }
    } else if (StrayCopies.inContent(file, name, project.newsroom()).isPresent()) {
      // Never copied, so there is nothing to say; but the pictures of its story are withheld.
      sources.withheld().add(file);
    }
  }

  private void asset(SourceFile file, String name, boolean hidden) {
    if (!(hidden && project.ignoreHiddenAssets())) {
      copy(file, StrayCopies.inAssets(file, name, project.newsroom()));
    }
  }

  private void copy(SourceFile file, Optional<Problem> objection) {
    if (objection.isEmpty()) {
      sources.assets().add(file);
    } else {
      sources.withheld().add(file);
      sources.problems().add(objection.get());
    }
  }

  private void data(SourceFile file, String name, boolean hidden) {
    String extension = file.extension().toLowerCase(Locale.ROOT);
    if (file.path().indexOf('/') < 0 && (extension.equals("yaml") || extension.equals("yml"))) {
      sources.data().add(file);
    }
  }

  private void root(Path folder, Visitor visitor) throws IOException {
    if (Files.isDirectory(folder)) {
      Path real = folder.toRealPath();
      Deque<Path> open = new ArrayDeque<>();
      open.push(real);
      walk(folder, real, "", name(folder), open, visitor);
    }
  }

  /**
   * @param root the real path of the folder that the walk began with
   * @param path the path of this folder below it, empty or ended by a slash
   * @param name this folder as problems name it
   * @param open the real paths of this folder and of all that lead to it
   */
  private void walk(
      Path folder, Path root, String path, String name, Deque<Path> open, Visitor visitor) {
    List<Path> children = children(folder, name);
    if (!path.isEmpty() && isIgnored(children)) {
      return;
    }
    for (Path child : children) {
      String childName = child.getFileName().toString();
      String problemName = name + "/" + childName;
      if (childName.startsWith(EDITED) && Files.isSymbolicLink(child)) {
        continue;
      }
      if (childName.indexOf('\uFFFD') >= 0) {
        sources.problems().add(misread(problemName));
        continue;
      }
      try {
        BasicFileAttributes attributes =
            Files.readAttributes(child, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        boolean link = attributes.isSymbolicLink();
        if (link && !staysInside(child, root, problemName)) {
          continue;
        }
        if (link) {
          attributes = Files.readAttributes(child, BasicFileAttributes.class);
        }
        boolean hidden = childName.startsWith(".");
        if (attributes.isRegularFile()) {
          visitor.file(new SourceFile(child, path + childName, problemName), childName, hidden);
        } else if (attributes.isDirectory()
            && !(hidden && project.ignoreHiddenAssets() && root.equals(assetRoot()))) {
          enter(child, link, root, path + childName + "/", problemName, open, visitor);
        }
      } catch (IOException e) {
        sources.problems().add(unreadable(problemName, e));
      }
    }
  }

  private void enter(
      Path folder,
      boolean link,
      Path root,
      String path,
      String name,
      Deque<Path> open,
      Visitor visitor)
      throws IOException {
    // Only a link can lead back to where the walk came from.
    Path real = link ? folder.toRealPath() : open.peek().resolve(folder.getFileName());
    if (link && open.contains(real)) {
      sources
          .problems()
          .add(
              Problem.error(
                  "link-loop",
                  SourceLocation.of(name),
                  "this link leads back to a folder that holds it.",
                  "Delete the link."));
      return;
    }
    open.push(real);
    walk(folder, root, path, name, open, visitor);
    open.pop();
  }

  private boolean staysInside(Path link, Path root, String name) {
    try {
      Path target = link.toRealPath();
      if (target.startsWith(projectFolder) || target.startsWith(root)) {
        return true;
      }
      sources
          .problems()
          .add(
              Problem.error(
                  "link-outside",
                  SourceLocation.of(name),
                  "this link leads out of the project.",
                  "Copy what it leads to into the project, or delete the link."));
    } catch (IOException e) {
      sources
          .problems()
          .add(
              Problem.error(
                  "link-broken",
                  SourceLocation.of(name),
                  "this link leads nowhere.",
                  "Delete it, or make what it should lead to."));
    }
    return false;
  }

  private List<Path> children(Path folder, String name) {
    List<Path> children = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
      stream.forEach(children::add);
    } catch (IOException e) {
      sources.problems().add(unreadable(name, e));
    } catch (DirectoryIteratorException e) {
      sources.problems().add(unreadable(name, e.getCause()));
    }
    // By name, not by Path, whose order is the platform's.
    record Named(Path path, String name) {}
    List<Named> named =
        new ArrayList<>(
            children.stream().map(path -> new Named(path, path.getFileName().toString())).toList());
    Collections.sort(named, java.util.Comparator.comparing(Named::name));
    return named.stream().map(Named::path).toList();
  }

  private boolean isIgnored(List<Path> children) {
    return children.stream()
        .anyMatch(child -> child.getFileName().toString().equalsIgnoreCase(project.ignoreFile()));
  }

  private Path assetRoot() throws IOException {
    return project.assets().toRealPath();
  }

  private String name(Path folder) {
    return name(project, folder);
  }

  /** A folder as problems name it: below the project's where it lies there. */
  static String name(Project project, Path folder) {
    Path absolute = folder.toAbsolutePath().normalize();
    Path base = project.folder().toAbsolutePath().normalize();
    return (absolute.startsWith(base) ? base.relativize(absolute) : folder)
        .toString()
        .replace('\\', '/');
  }

  /** A file name in bytes that this machine's encoding of file names does not have. */
  private static Problem misread(String name) {
    return Problem.error(
        "file-name",
        SourceLocation.of(name),
        "Java cannot read this file name here.",
        "Name the file in UTF-8, and run Newsbake with LC_ALL=C.UTF-8 in its environment.");
  }

  private static Problem unreadable(String name, IOException e) {
    return Problem.error(
        "file-unreadable",
        SourceLocation.of(name),
        "this cannot be read: " + Reasons.of(e) + ".",
        "Check its permissions.");
  }
}
