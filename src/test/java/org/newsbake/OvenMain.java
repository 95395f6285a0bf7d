package org.newsbake;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jbake.app.Oven;
import org.jbake.app.configuration.DefaultJBakeConfiguration;
import org.jbake.app.configuration.JBakeConfigurationFactory;

/**
 * Bakes sites with JBake's own Oven, and moves what it wrote out of the way.
 *
 * <p>A program of its own, because JBake keeps its state in statics and takes language, zone and
 * number of processors from the virtual machine. For each error it prints a line: the folder of the
 * site, a tab, and what happened.
 */
final class OvenMain {

  private OvenMain() {}

  /**
   * @param args pairs of a site's folder and the folder that its output is moved to
   */
  public static void main(String[] args) throws Exception {
    Locale locale = Locale.getDefault();
    for (int i = 0; i < args.length; i += 2) {
      Locale.setDefault(locale);
      bake(Path.of(args[i]), Path.of(args[i + 1]));
    }
    // JBake's database leaves threads behind.
    System.exit(0);
  }

  private static void bake(Path site, Path target) throws Exception {
    DefaultJBakeConfiguration configuration =
        new JBakeConfigurationFactory()
            .createDefaultJbakeConfiguration(site.toFile(), (File) null, false);
    try {
      Oven oven = new Oven(configuration);
      oven.bake();
      oven.getErrors().forEach(error -> report(site, error));
    } catch (RuntimeException e) {
      report(site, e);
    }
    Path output = configuration.getDestinationFolder().toPath();
    if (Files.exists(output)) {
      Files.move(output, target);
    }
  }

  private static void report(Path site, Throwable error) {
    StringBuilder text = new StringBuilder();
    for (Throwable cause = error; cause != null; cause = cause.getCause()) {
      text.append(' ').append(cause);
    }
    System.out.println(site + "\t" + text.toString().strip().replaceAll("\\s+", " "));
  }
}
