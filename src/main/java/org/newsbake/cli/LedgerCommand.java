package org.newsbake.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.newsbake.bake.Ledger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Keeps the ledger of public addresses. */
@Command(
    name = "ledger",
    description = {
      "Keeps the ledger of public addresses, data/addresses.txt.",
      "The ledger lists the addresses that readers were given. A build reads it: a story with an"
          + " error keeps a page at its public addresses, and an address that leads nowhere is"
          + " reported."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Exit code: 0 done, 1 the ledger or the site has errors, 2 wrong usage, 3 the machine"
          + " failed.",
      "",
      "Examples:",
      "  newsbake ledger                 how many addresses it has",
      "  newsbake ledger --record        add those of output/, after it was delivered"
    })
final class LedgerCommand implements Callable<Integer> {

  @Parameters(
      arity = "0..1",
      paramLabel = "SITE",
      defaultValue = ".",
      description = "The project's folder; this one by default.")
  private Path site;

  @Option(
      names = "--record",
      description = "Add the addresses that the output folder holds. Run it after each delivery.")
  private boolean record;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIR",
      description = "The output folder, instead of destination.folder.")
  private Path output;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    SiteFolder.existing(site, spec);
    PrintWriter err = spec.commandLine().getErr();
    try {
      Ledger ledger =
          record
              ? Ledger.record(
                  site,
                  Optional.ofNullable(output),
                  () -> err.println("A build is writing this site; waiting for it."))
              : Ledger.read(site);
      ReportText.print(ledger.problems(), spec);
      spec.commandLine()
          .getOut()
          .printf(
              Locale.ROOT,
              "%,d public addresses of %,d stories%s.%n",
              ledger.addresses(),
              ledger.stories(),
              record ? String.format(Locale.ROOT, ", %,d of them new", ledger.added()) : "");
      return ledger.problems().stream().anyMatch(it -> it.isError())
          ? ExitCode.ERRORS
          : ExitCode.DONE;
    } catch (IOException e) {
      err.println("newsbake: " + MachineFailure.sentence(e));
      return ExitCode.MACHINE;
    }
  }
}
