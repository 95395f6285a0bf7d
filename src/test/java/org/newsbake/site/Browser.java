package org.newsbake.site;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.json.simple.JSONValue;
import org.openqa.selenium.Keys;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/**
 * The machine's Chromium, without a window and without a way to any other host than 127.0.0.1.
 *
 * <p>Not for several threads.
 */
public final class Browser implements AutoCloseable {

  /** Would say that it knows no typed classes for this Chromium; none are used here. */
  private static final Logger VERSIONS =
      Logger.getLogger("org.openqa.selenium.devtools.CdpVersionFinder");

  private final ChromeDriver driver;

  /** Sizes in CSS pixels. */
  enum Device {
    PHONE(390, 844),
    DESKTOP(1440, 900);

    final int width;
    final int height;

    Device(int width, int height) {
      this.width = width;
      this.height = height;
    }
  }

  /** What the reader prefers. */
  enum Scheme {
    LIGHT,
    DARK
  }

  /** Where the page is shown. */
  enum Medium {
    SCREEN,
    PRINT
  }

  private Browser(Path chromium, Path chromedriver) {
    ChromeOptions options = new ChromeOptions();
    options.setBinary(chromium.toFile());
    options.addArguments(
        "--headless=new",
        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
        "--no-proxy-server",
        "--disable-gpu",
        "--disable-quic",
        "--disable-dev-shm-usage",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-default-apps",
        "--disable-extensions",
        "--disable-sync",
        "--disable-features=MediaRouter,OptimizationHints,Translate",
        "--hide-scrollbars",
        "--no-default-browser-check",
        "--no-first-run",
        "--no-pings");
    if (System.getProperty("user.name").equals("root")) {
      options.addArguments("--no-sandbox");
    }
    VERSIONS.setLevel(Level.OFF);
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    logs.enable(LogType.PERFORMANCE, Level.ALL);
    options.setCapability("goog:loggingPrefs", logs);
    driver =
        new ChromeDriver(
            new ChromeDriverService.Builder()
                .usingDriverExecutable(chromedriver.toFile())
                .usingAnyFreePort()
                .build(),
            options);
    driver.manage().timeouts().scriptTimeout(Duration.ofSeconds(30));
    // Every visit is a first one.
    command("Network.setCacheDisabled", Map.of("cacheDisabled", true));
  }

  /** Starts Chromium with an empty profile, if it and its driver are on the PATH. */
  public static Optional<Browser> start() {
    Optional<Path> chromedriver = onPath("chromedriver");
    return Stream.of("chromium", "chromium-browser", "google-chrome")
        .flatMap(name -> onPath(name).stream())
        .findFirst()
        .filter(chromium -> chromedriver.isPresent())
        .map(chromium -> new Browser(chromium, chromedriver.get()));
  }

  private static Optional<Path> onPath(String program) {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .map(folder -> Path.of(folder, program))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** Makes the browser that of a device, from the next page on. */
  void become(Device device) {
    boolean phone = device == Device.PHONE;
    command(
        "Emulation.setDeviceMetricsOverride",
        Map.of(
            "width",
            device.width,
            "height",
            device.height,
            "deviceScaleFactor",
            1,
            "mobile",
            phone));
    command("Emulation.setTouchEmulationEnabled", Map.of("enabled", phone));
  }

  /** Shows the page that is open, and the next ones, in a medium and a scheme. */
  void show(Medium medium, Scheme scheme) {
    command(
        "Emulation.setEmulatedMedia",
        Map.of(
            "media",
            medium.name().toLowerCase(Locale.ROOT),
            "features",
            List.of(
                Map.of(
                    "name",
                    "prefers-color-scheme",
                    "value",
                    scheme.name().toLowerCase(Locale.ROOT)))));
  }

  /** Whether pages may run their scripts, from the next page on. */
  void allowScripts(boolean allowed) {
    command("Emulation.setScriptExecutionDisabled", Map.of("value", !allowed));
  }

  /** Opens a page, and forgets what was logged before. */
  public void open(String address) {
    driver.get("about:blank");
    entries(LogType.BROWSER);
    entries(LogType.PERFORMANCE);
    driver.get(address);
  }

  /** What the page had the console say: errors, warnings and words of its scripts. */
  public List<String> console() {
    return entries(LogType.BROWSER).stream()
        .map(entry -> entry.getLevel() + " " + entry.getMessage())
        .toList();
  }

  /**
   * The requests of the page that failed, or that asked another host.
   *
   * @param host the address of the only host to ask, without a slash at its end
   */
  List<String> failedRequests(String host) {
    List<String> failed = new ArrayList<>();
    Map<Object, String> addressById = new HashMap<>();
    for (LogEntry entry : entries(LogType.PERFORMANCE)) {
      Map<?, ?> message = map(map(JSONValue.parse(entry.getMessage())).get("message"));
      Map<?, ?> event = map(message.get("params"));
      String address = addressById.get(event.get("requestId"));
      switch ((String) message.get("method")) {
        case "Network.requestWillBeSent" -> {
          address = (String) map(event.get("request")).get("url");
          addressById.put(event.get("requestId"), address);
          if (!address.startsWith(host + "/") && !address.matches("(about|blob|data):.*")) {
            failed.add("another host is asked for " + address);
          }
        }
        case "Network.responseReceived" -> {
          Map<?, ?> response = map(event.get("response"));
          if (((Number) response.get("status")).intValue() >= 400) {
            failed.add(response.get("status") + " for " + response.get("url"));
          }
        }
        case "Network.loadingFailed" -> failed.add(event.get("errorText") + " for " + address);
        default -> {}
      }
    }
    return failed;
  }

  private static Map<?, ?> map(Object json) {
    return (Map<?, ?>) json;
  }

  private List<LogEntry> entries(String log) {
    return driver.manage().logs().get(log).getAll();
  }

  /** Runs a script in the page and gives what it returns: maps, lists, text, numbers. */
  public Object evaluate(String script, Object... arguments) {
    return driver.executeScript(script, arguments);
  }

  /** Presses a key where the focus is. */
  public void press(Keys key) {
    new Actions(driver).sendKeys(key).perform();
  }

  /** Like {@link #evaluate}, for a script that calls its last argument when it is done. */
  Object await(String script, Object... arguments) {
    return driver.executeAsyncScript(script, arguments);
  }

  /** Takes a picture of the whole page. */
  void screenshot(Path file) throws IOException {
    write(
        file,
        command(
            "Page.captureScreenshot",
            Map.of("format", "png", "captureBeyondViewport", true, "optimizeForSpeed", true)));
  }

  /** Prints the page. */
  void pdf(Path file) throws IOException {
    write(file, command("Page.printToPDF", Map.of("preferCSSPageSize", true)));
  }

  private static void write(Path file, Map<String, Object> answer) throws IOException {
    Files.createDirectories(file.getParent());
    Files.write(file, Base64.getDecoder().decode((String) answer.get("data")));
  }

  private Map<String, Object> command(String name, Map<String, Object> parameters) {
    return driver.executeCdpCommand(name, parameters);
  }

  @Override
  public void close() {
    driver.quit();
  }
}
