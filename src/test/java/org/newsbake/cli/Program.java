package org.newsbake.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The built program as a process, and what it leaves behind. */
final class Program {

  static final Path JAR = Path.of("target", "newsbake.jar").toAbsolutePath();

  private Program() {}

  /** How a run ended. */
  record Result(int exitCode, String out, String err) {}

  /** Runs the program as {@code java -jar} does. */
  static Result run(Object... arguments) throws IOException, InterruptedException {
    return finish(start(List.of(), arguments));
  }

  /** Starts the program with options for the virtual machine. */
  static Process start(List<String> options, Object... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-jar", JAR.toString()));
    for (Object argument : arguments) {
      command.add(argument.toString());
    }
    return new ProcessBuilder(command).start();
  }

  /** Runs any command. */
  static Result command(Path folder, Map<String, String> environment, String... command)
      throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().putAll(environment);
    return finish(builder.start());
  }

  static Result finish(Process process) throws IOException, InterruptedException {
    Path err = Files.createTempFile("newsbake", "err");
    Thread copier =
        new Thread(
            () -> {
              try {
                Files.write(err, process.getErrorStream().readAllBytes());
              } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
              }
            });
    copier.start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (!process.waitFor(5, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new AssertionError("the program did not end: " + process.info().commandLine());
    }
    copier.join();
    String errors = Files.readString(err);
    Files.delete(err);
    return new Result(process.exitValue(), out, errors);
  }

  /** Every file below a folder and its text, by path. */
  static Map<String, String> tree(Path folder) throws IOException {
    Map<String, String> tree = new TreeMap<>();
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
          tree.put(
              folder.relativize(file).toString(),
              Files.readString(file, StandardCharsets.ISO_8859_1));
        }
      }
    }
    return tree;
  }

  /** A project of posts that all show a word, so that another word changes every page. */
  static void writeSite(Path site, int posts, String word) throws IOException {
    Files.createDirectories(site.resolve("templates"));
    Files.createDirectories(site.resolve("content/2026"));
    Files.writeString(site.resolve("jbake.properties"), "render.tags=true\nrender.sitemap=false\n");
    for (String name : List.of("post", "index", "archive", "feed", "tags")) {
      Files.writeString(
          site.resolve("templates/" + name + ".ftl"),
          "<p>"
              + word
              + "</p>${content.title!}${content.body!}\n<#list alltags as t>${t} </#list>\n");
    }
    for (int i = 0; i < posts; i++) {
      Files.writeString(
          site.resolve("content/2026/post-" + i + ".md"),
          "title=Post %d\ndate=2026-01-%02d\ntype=post\nstatus=published\ntags=t%d\n~~~~~~\nText %d of *the* day.\n"
              .formatted(i, 1 + i % 28, i % 7, i));
    }
  }
}
