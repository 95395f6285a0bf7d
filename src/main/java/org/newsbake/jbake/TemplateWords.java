package org.newsbake.jbake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Whether a word stands in any of the templates, which are read when that is first asked.
 * Thread-safe.
 */
final class TemplateWords implements Predicate<String> {

  private final Path templates;
  private final Charset charset;
  private Set<String> words;

  TemplateWords(Path templates, Charset charset) {
    this.templates = templates;
    this.charset = charset;
  }

  @Override
  public synchronized boolean test(String word) {
    if (words == null) {
      words = read();
    }
    return words.contains(word);
  }

  private Set<String> read() {
    Set<String> found = new HashSet<>();
    try (Stream<Path> files = Files.walk(templates)) {
      for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
        String text = new String(Files.readAllBytes(file), charset);
        for (String word : text.split("[^\\p{L}\\p{N}_-]+")) {
          found.add(word);
        }
      }
    } catch (IOException | UncheckedIOException e) {
      // Templates that cannot be read are a problem of their own; here they use no key.
      return found;
    }
    return found;
  }
}
