package org.newsbake.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a path, which is never empty: a script whose variable is unset names no folder. */
final class PathConverter implements ITypeConverter<Path> {

  @Override
  public Path convert(String written) {
    if (written.isEmpty()) {
      throw new TypeConversionException("it is empty. Write . for this folder.");
    }
    try {
      return Path.of(written);
    } catch (InvalidPathException e) {
      throw new TypeConversionException(
          "'" + written + "' is no path here: " + e.getReason() + ".");
    }
  }
}
