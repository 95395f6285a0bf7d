package org.newsbake.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The preview as a process. */
class ServeIT {

  @Test
  void itTellsItsAddressAnswersAndLeavesNothingBehind(@TempDir Path folder) throws Exception {
    Path site = folder.resolve("site");
    Path temporary = Files.createDirectory(folder.resolve("tmp"));
    Program.writeSite(site, 3, "word");
    Files.writeString(
        site.resolve("content/bad.md"),
        "title=x\ntype=post\nstatus=published\ndate=soon\n~~~~~~\n");
    Process process =
        Program.start(List.of("-Djava.io.tmpdir=" + temporary), "serve", site, "--port", "0");
    try (BufferedReader out = process.inputReader();
        BufferedReader err = process.errorReader()) {
      String address = out.readLine().replaceFirst("Serving (http://localhost:\\d+/) .*", "$1");
      HttpClient client = HttpClient.newHttpClient();
      HttpResponse<String> answer =
          client.send(
              HttpRequest.newBuilder(URI.create(address + "2026/post-1.html")).build(),
              HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.body()).contains("Post 1").contains("/__newsbake/reload.js");
      assertThat(err.readLine()).startsWith("content/bad.md:4:6: error: ");

      // As Ctrl-C does.
      process.toHandle().destroy();
      assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
      assertThat(err.lines()).noneMatch(line -> line.startsWith("newsbake:"));
    } finally {
      process.destroyForcibly();
    }
    assertThat(temporary.toFile().list()).noneMatch(name -> name.startsWith("newsbake-preview"));
    assertThat(new File(site.toFile(), "output")).doesNotExist();
  }
}
