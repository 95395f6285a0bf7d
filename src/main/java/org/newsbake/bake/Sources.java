package org.newsbake.bake;

import java.util.ArrayList;
import java.util.List;
import org.newsbake.Problem;
import org.newsbake.article.SourceFile;

/**
 * The files of a project, found and not yet read.
 *
 * @param content the articles, in JBake's order: folder by folder, by name
 * @param assets the files to copy; their paths are those of the output
 * @param data the data files
 * @param withheld files that may hold a story and are neither read nor copied
 * @param problems folders and links that could not be followed
 */
record Sources(
    List<SourceFile> content,
    List<SourceFile> assets,
    List<SourceFile> data,
    List<SourceFile> withheld,
    List<Problem> problems) {

  Sources() {
    this(
        new ArrayList<>(),
        new ArrayList<>(),
        new ArrayList<>(),
        new ArrayList<>(),
        new ArrayList<>());
  }
}
