package org.newsbake.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServeTest {

  @Test
  void aPortThatIsNoneIsWrongUsage() {
    Program.Result result = Shell.run("serve", "--port", "70000");
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains("--port is a number from 0 to 65535, not 70000");
  }

  @Test
  void aHostWithoutANameIsWrongUsage(@TempDir Path site) {
    Program.Result result = Shell.run("serve", site, "--host", "", "--port", "0");
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains("--host is a name or an address, and this one is empty");
  }

  @Test
  void aFolderThatIsNotThereIsWrongUsage() {
    for (String command : List.of("serve", "build", "status", "new Headline", "related --all")) {
      String[] arguments = (command + " no-such-folder").split(" ");
      Program.Result result = Shell.run((Object[]) arguments);
      assertThat(result.exitCode()).as(command).isEqualTo(2);
      assertThat(result.err()).as(command).contains("there is no folder no-such-folder");
    }
  }

  @Test
  void aPortThatIsTakenIsToldWithWhatToDo(@TempDir Path site) throws IOException {
    Program.writeSite(site, 1, "word");
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      Program.Result result = Shell.run("serve", site, "--port", other.getLocalPort());
      assertThat(result.exitCode()).isEqualTo(3);
      assertThat(result.out()).isEmpty();
      assertThat(result.err())
          .startsWith("newsbake: cannot listen: ")
          .contains("127.0.0.1:" + other.getLocalPort())
          .contains("another program has this port, perhaps another newsbake serve.")
          .endsWith("Name another --port.\n");
    }
  }
}
