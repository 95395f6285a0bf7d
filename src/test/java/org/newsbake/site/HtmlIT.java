package org.newsbake.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every page, read by the Nu HTML checker of the W3C: errors, warnings and remarks all count. */
class HtmlIT {

  @Test
  void theNuHtmlCheckerReportsNothingOnAnyPage() throws Exception {
    BuiltSite site = BuiltSite.get();
    List<Path> files = site.pages().stream().map(page -> site.output().file(page.path())).toList();
    assertThat(files).isNotEmpty();
    Findings findings = new Findings();
    for (String message : messages(site.output().root(), files)) {
      String[] placeAndFault = message.split(": ", 2);
      findings.add(placeAndFault[0], placeAndFault[1]);
    }
    findings.mustBeNone();
  }

  @Test
  void theCheckerTellsErrorsWarningsAndRemarks(@TempDir Path folder) throws Exception {
    Path page = folder.resolve("page.html");
    Files.writeString(
        page,
        """
        <!DOCTYPE html>
        <html lang="en">
        <title>Three faults</title>
        <br/>
        <section><p>No heading</p></section>
        <img src="a.png">
        """);
    assertThat(messages(folder, List.of(page)))
        .hasSize(3)
        .anyMatch(line -> line.startsWith("page.html:4.1-4.5: info: Trailing slash"))
        .anyMatch(line -> line.startsWith("page.html:5.1-5.9: info warning: Section lacks heading"))
        .anyMatch(line -> line.startsWith("page.html:6.1-6.17: error: An “img” element must"));
  }

  /** What the checker says, in the form {@code file:line.column-line.column: type: message}. */
  private static List<String> messages(Path folder, List<Path> files) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-cp");
    command.add(
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    command.add("nu.validator.client.SimpleCommandLineValidator");
    command.addAll(List.of("--format", "gnu", "--stdout", "--exit-zero-always"));
    files.forEach(file -> command.add(file.toString()));
    Path errors = Files.createTempFile("nu", ".txt");
    try {
      Process process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
      String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor()).as(Files.readString(errors)).isZero();
      // "file:/folder/page.html":4.1-4.5: info: …
      String start = "\"" + folder.toUri().toString().replaceFirst("^file:/+", "file:/");
      return out.lines()
          .filter(line -> !line.isBlank())
          .map(line -> line.replace(start, "").replaceFirst("\":", ":"))
          .toList();
    } finally {
      Files.delete(errors);
    }
  }
}
