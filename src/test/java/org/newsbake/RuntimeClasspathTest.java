package org.newsbake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.lang.module.ModuleDescriptor.Version;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Reads the classpath that Maven resolved for the program: no old library, and no database. */
class RuntimeClasspathTest {

  /** Written by maven-dependency-plugin before the tests, see pom.xml. */
  private static final Path CLASSPATH = Path.of("target", "runtime-classpath.txt");

  /** The first versions without a vulnerability that is known of JBake's own choice. */
  private static final Map<String, String> FLOORS =
      Map.of(
          "commons-text", "1.10",
          "commons-configuration2", "2.10.1",
          "commons-beanutils", "1.11",
          "commons-io", "2.14",
          "commons-lang3", "3.18",
          "jsoup", "1.15.3",
          "snakeyaml", "2.0");

  /** Not there today; should one come back, it comes back new. */
  private static final Map<String, String> FLOORS_OF_THE_ABSENT =
      Map.of("logback-classic", "1.2.13", "logback-core", "1.2.13");

  /** OrientDB, what only OrientDB needs, and what belongs to tests. */
  private static final Pattern UNWANTED =
      Pattern.compile(
          "orientdb.*|jna-platform|jnr-.*|concurrentlinkedhashmap.*|lz4.*|snappy.*|hppc.*|icu4j.*|gremlin.*"
              + "|jansi.*|sulky.*|javax\\.persistence.*|junit.*|hamcrest.*|assertj.*|archunit.*"
              + "|mockito.*|opentest4j.*|asciidoctorj.*|jmh.*|selenium.*|validator|jetty-client|jetty-alpn.*|log4j.*");

  private static final Map<String, String> versionByArtifact = new TreeMap<>();

  @BeforeAll
  static void readClasspath() throws IOException {
    for (String jar : Files.readString(CLASSPATH).strip().split(File.pathSeparator)) {
      // …/commons-io/2.22.0/commons-io-2.22.0.jar
      Path version = Path.of(jar).getParent();
      versionByArtifact.put(
          version.getParent().getFileName().toString(), version.getFileName().toString());
    }
  }

  @Test
  void theClasspathIsThatOfTheProgram() {
    assertThat(versionByArtifact)
        .hasSizeGreaterThan(20)
        .containsKeys("jbake-core", "freemarker", "flexmark", "picocli");
  }

  @Test
  void noLibraryIsOlderThanItsFloor() {
    assertThat(versionByArtifact).containsKeys(FLOORS.keySet().toArray(String[]::new));
    Map<String, String> floors = new TreeMap<>(FLOORS);
    floors.putAll(FLOORS_OF_THE_ABSENT);
    floors.forEach(
        (artifact, floor) -> {
          String version = versionByArtifact.getOrDefault(artifact, floor);
          assertThat(Version.parse(version))
              .as(artifact + " " + version)
              .isGreaterThanOrEqualTo(Version.parse(floor));
        });
  }

  @Test
  void versionsAreComparedByNumber() {
    List<Version> ascending =
        List.of(Version.parse("1.9"), Version.parse("1.10"), Version.parse("1.10.0"));
    assertThat(ascending).isSorted();
    assertThat(Version.parse("2.10.0")).isLessThan(Version.parse("2.10.1"));
  }

  @Test
  void nothingOfTheDatabaseAndOfTheTestsIsOnIt() {
    assertThat(versionByArtifact.keySet()).noneMatch(name -> UNWANTED.matcher(name).matches());
  }
}
