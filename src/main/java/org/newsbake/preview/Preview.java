package org.newsbake.preview;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InterfaceAddress;
import java.net.NetworkInterface;
import java.net.SocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.util.thread.ScheduledExecutorScheduler;
import org.newsbake.Problem;
import org.newsbake.bake.LiveSite;
import org.newsbake.jbake.Project;

/**
 * Serves a site as its files are, and tells the open pages when they are others.
 *
 * <pre>{@code
 * try (Preview preview = new Preview(folder, options, Clock.systemUTC(), problems -> {})) {
 *   String address = preview.start();
 *   preview.join();
 * }
 * }</pre>
 */
public final class Preview implements Closeable {

  /** Requests that are answered at a time. */
  private static final int THREADS = 16;

  /** How often it is found out which pages are still open. */
  private static final long BEAT_MILLISECONDS = 10_000;

  private final PreviewOptions options;
  private final LiveSite site;
  private final Clock clock;
  private final Path folder;
  private final Consumer<List<Problem>> problems;
  private final Server server;
  private final AccessCheck pass;
  private SiteUpdates updates;
  private OpenPages openPages;
  private boolean closed;

  /**
   * @param folder the project's folder
   * @param problems is told all problems whenever they are others than before
   */
  public Preview(
      Path folder, PreviewOptions options, Clock clock, Consumer<List<Problem>> problems) {
    this(folder, options, clock, problems, AccessCheck::isLoopback);
  }

  /**
   * @param isNear whether a connection comes from this machine
   */
  Preview(
      Path folder,
      PreviewOptions options,
      Clock clock,
      Consumer<List<Problem>> problems,
      Predicate<SocketAddress> isNear) {
    pass = new AccessCheck(isNear);
    this.folder = folder;
    this.options = options;
    this.clock = clock;
    this.problems = problems;
    site = new LiveSite(folder, clock, options.at(), options.drafts(), options.threads());
    QueuedThreadPool threads = new QueuedThreadPool(THREADS);
    threads.setName("newsbake-server");
    threads.setDaemon(true);
    server =
        new Server(threads, new ScheduledExecutorScheduler("newsbake-server-clock", true), null);
  }

  /**
   * Begins to answer, while the site is still being read: the first answers wait for that.
   *
   * @return the address of the site
   * @throws IOException when the port is taken, or the host is none of this machine
   */
  public String start() throws IOException {
    Project.Server place = site.project().map(Project::server).orElse(Project.Server.DEFAULT);
    byte[] random = new byte[16];
    SecureRandom chance = new SecureRandom();
    chance.nextBytes(random);
    String token = HexFormat.of().formatHex(random);
    String run = Integer.toHexString(chance.nextInt());
    updates =
        new SiteUpdates(
            folder,
            site,
            clock,
            (snapshot, changes) -> openPages.tell(snapshot, changes),
            snapshot -> openPages.check(snapshot));
    SiteHandler pages = new SiteHandler(updates, new PageCache(), site, options.drafts(), clock);
    openPages = new OpenPages(pages, options.openSaved(), run, problems);
    State state = new State(site, pages, options.drafts(), clock, token);
    server.setHandler(
        new HostGate(
            new HostCheck(options.host(), place.hostName()),
            pass,
            new Handler.Sequence(new OwnHandler(updates, openPages, state, token), pages)));
    server.setErrorHandler(new PlainErrors());
    ServerConnector connector = connector();
    connector.setHost(options.host().orElse("127.0.0.1"));
    connector.setPort(options.port().orElse(place.port()));
    server.addConnector(connector);
    updates.start();
    try {
      server.start();
    } catch (IOException e) {
      close();
      throw e;
    } catch (Exception e) {
      close();
      throw new IOException(e);
    }
    server.getScheduler().schedule(this::beat, BEAT_MILLISECONDS, TimeUnit.MILLISECONDS);
    return "http://"
        + options
            .host()
            .filter(host -> !isWildcard(host))
            .map(Preview::bracketed)
            .orElse("localhost")
        + ":"
        + connector.getLocalPort()
        + place.contextPath()
        + "/";
  }

  /**
   * The addresses at which other machines reach what is not live, each with the token; none where
   * only this machine can look.
   *
   * @param address what {@link #start} gave
   */
  public List<String> shared(String address) throws IOException {
    if (options.host().isEmpty()) {
      return List.of();
    }
    String host = options.host().get();
    URI uri = URI.create(address);
    String rest =
        ":" + uri.getPort() + uri.getPath() + "?" + AccessCheck.PARAMETER + "=" + pass.token();
    if (!isWildcard(host)) {
      return InetAddress.getByName(host).isLoopbackAddress()
          ? List.of()
          : List.of("http://" + bracketed(host) + rest);
    }
    List<String> addresses = new ArrayList<>();
    for (NetworkInterface network : NetworkInterface.networkInterfaces().toList()) {
      for (InterfaceAddress one : network.getInterfaceAddresses()) {
        InetAddress at = one.getAddress();
        String name = bracketed(at.getHostAddress().replaceFirst("%.*", ""));
        // Browsers cannot name an address of a link.
        if (at.isLoopbackAddress()) {
          addresses.add("http://" + name + ":" + uri.getPort() + uri.getPath());
        } else if (!at.isLinkLocalAddress()) {
          addresses.add("http://" + name + rest);
        }
      }
    }
    return addresses.stream().distinct().sorted().toList();
  }

  private void beat() {
    openPages.beat();
    server.getScheduler().schedule(this::beat, BEAT_MILLISECONDS, TimeUnit.MILLISECONDS);
  }

  private ServerConnector connector() {
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    // A tag may be "100%"; what else is ambiguous is refused before anybody looks at it.
    http.setUriCompliance(
        UriCompliance.DEFAULT.with("newsbake", UriCompliance.Violation.AMBIGUOUS_PATH_ENCODING));
    ServerConnector connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
    connector.setReuseAddress(true);
    return connector;
  }

  private static boolean isWildcard(String host) {
    return host.equals("0.0.0.0") || host.equals("::");
  }

  private static String bracketed(String host) {
    return host.indexOf(':') >= 0 && !host.startsWith("[") ? "[" + host + "]" : host;
  }

  /** Waits until the preview is closed. */
  public void join() throws InterruptedException {
    server.join();
  }

  /** Ends it. Whoever closes it a second time waits until the first time is done. */
  @Override
  public synchronized void close() throws IOException {
    if (closed) {
      return;
    }
    closed = true;
    if (openPages != null) {
      openPages.close();
      updates.close();
    }
    try {
      server.stop();
    } catch (Exception e) {
      throw new IOException(e);
    }
  }
}
