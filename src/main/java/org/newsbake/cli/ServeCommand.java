package org.newsbake.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.BindException;
import java.net.SocketException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.newsbake.Problem;
import org.newsbake.preview.Preview;
import org.newsbake.preview.PreviewOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows a project in the browser while it is written. */
@Command(
    name = "serve",
    description = "Shows a project in the browser, as its files are.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Exit code: 2 wrong usage, 3 the machine failed, such as a port that is taken.",
      "",
      "Examples:",
      "  newsbake serve                        the project in this folder",
      "  newsbake serve --drafts --open-saved  the browser follows what is written",
      "  newsbake serve --at 2026-12-24T18:00  the site of Christmas Eve"
    })
final class ServeCommand implements Callable<Integer> {

  @Parameters(
      arity = "0..1",
      paramLabel = "SITE",
      defaultValue = ".",
      description = "The project's folder; this one by default.")
  private Path site;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "The port, instead of server.port; 0 for any that is free.")
  private Integer port;

  @Option(
      names = "--host",
      paramLabel = "NAME",
      description =
          "Listen at this name or address of this machine, so that others can look; 0.0.0.0 for all"
              + " of them. Without it, nobody else can.")
  private String host;

  @Option(
      names = "--at",
      paramLabel = "INSTANT",
      converter = At.Converter.class,
      description = "Show the site as it is at this instant, such as 2026-12-31T14:00:00Z.")
  private At at;

  @Option(names = "--drafts", description = "Show drafts, too.")
  private boolean drafts;

  @Option(
      names = "--open-saved",
      description = "Take the open pages to the article that was saved.")
  private boolean openSaved;

  @Spec private CommandSpec spec;

  private final Set<Problem> told = new HashSet<>();

  @Override
  public Integer call() throws InterruptedException {
    if (port != null && (port < 0 || port > 65_535)) {
      throw new ParameterException(
          spec.commandLine(), "--port is a number from 0 to 65535, not " + port);
    }
    if (host != null && host.isBlank()) {
      throw new ParameterException(
          spec.commandLine(), "--host is a name or an address, and this one is empty");
    }
    SiteFolder.existing(site, spec);
    PrintWriter err = spec.commandLine().getErr();
    PreviewOptions options =
        new PreviewOptions(
            Optional.ofNullable(port),
            Optional.ofNullable(host),
            Optional.ofNullable(at).map(At::in),
            drafts,
            openSaved,
            Runtime.getRuntime().availableProcessors());
    try (Preview preview = new Preview(site, options, Clock.systemUTC(), this::tell)) {
      String address = preview.start();
      spec.commandLine().getOut().println("Serving " + address + " (Ctrl-C ends it)");
      shared(preview.shared(address));
      Runtime.getRuntime().addShutdownHook(new Thread(() -> close(preview)));
      preview.join();
      return ExitCode.DONE;
    } catch (IOException e) {
      err.println("newsbake: " + sentence(e));
      return ExitCode.MACHINE;
    }
  }

  /** Says who can look, where others can. */
  private void shared(List<String> addresses) {
    if (addresses.isEmpty()) {
      return;
    }
    PrintWriter out = spec.commandLine().getOut();
    out.println(
        drafts || at != null
            ? "Other machines can reach this preview. Without the token they see nothing."
            : "Other machines can reach this preview. Without the token they see what is live.");
    out.println("An address with its token shows all, embargoed stories too:");
    addresses.forEach(it -> out.println("  " + it));
  }

  private static String sentence(IOException e) {
    Throwable cause = e.getCause();
    if (cause instanceof BindException && String.valueOf(cause.getMessage()).contains("in use")) {
      return "cannot listen: "
          + e.getMessage()
          + ": another program has this port, perhaps another newsbake serve. Name another --port.";
    }
    if (cause instanceof SocketException || cause instanceof UnresolvedAddressException) {
      return "cannot listen: " + e.getMessage() + ". Name another --port or --host.";
    }
    return MachineFailure.sentence(e);
  }

  private static void close(Preview preview) {
    try {
      preview.close();
    } catch (IOException e) {
      // The program ends, and its server with it.
      return;
    }
  }

  /** Prints each problem once, and when it is gone. */
  private synchronized void tell(List<Problem> problems) {
    PrintWriter err = spec.commandLine().getErr();
    problems.stream().filter(told::add).forEach(err::println);
    long before = told.size();
    told.retainAll(new HashSet<>(problems));
    if (told.size() < before) {
      err.println(told.isEmpty() ? "No problems." : "Fewer problems: " + told.size() + " left.");
    }
  }
}
