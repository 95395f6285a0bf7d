package org.newsbake;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.newsbake.cli.Newsbake;

/** Holds the program to the table of packages: who stands above whom, and who may use what. */
@AnalyzeClasses(packages = ArchitectureTest.ROOT, importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  static final String ROOT = "org.newsbake";

  /**
   * From top to bottom; packages of one row do not know each other. A new one gets its row here.
   */
  private static final List<Set<String>> ROWS =
      List.of(
          Set.of("cli"),
          Set.of("preview", "desk"),
          Set.of("bake"),
          Set.of("jbake"),
          Set.of("render", "syndication"),
          Set.of("edition"),
          Set.of("article", "related", "image", "wire"),
          Set.of("cache"));

  /** The libraries that one package alone knows. */
  private static final Map<String, List<String>> SOLE_USERS =
      Map.of(
          "article", List.of("com.vladsch.flexmark..", "org.yaml.snakeyaml.."),
          "render", List.of("freemarker.."),
          "jbake", List.of("org.jbake..", "org.apache.commons.configuration2.."),
          "image", List.of("com.drew..", "net.coobird.."),
          "related", List.of("org.tartarus.."),
          "wire", List.of("com.fasterxml.jackson.."),
          "preview", List.of("org.eclipse.jetty..", "io.methvin.."),
          "cli", List.of("picocli.."));

  /** Words that name no feature. */
  private static final List<String> EMPTY_WORDS =
      List.of("util", "common", "manager", "helper", "impl", "service", "model", "config");

  @ArchTest
  void theWholeProgramIsScanned(JavaClasses classes) {
    assertThat(classes).hasSizeGreaterThan(100);
    assertThat(classes.stream().map(type -> type.getPackageName()).collect(Collectors.toSet()))
        .containsExactlyInAnyOrderElementsOf(packages());
  }

  @ArchTest
  void aPackageImportsOnlyFromBelow(JavaClasses classes) {
    List<String> above = new ArrayList<>();
    for (Set<String> row : ROWS) {
      for (String name : row) {
        List<String> forbidden = new ArrayList<>(above);
        row.stream().filter(other -> !other.equals(name)).map(this::inside).forEach(forbidden::add);
        forbids(classes, inside(name), forbidden);
      }
      row.stream().map(this::inside).forEach(above::add);
    }
    forbids(classes, ROOT, above);
  }

  private void forbids(JavaClasses classes, String from, List<String> packages) {
    if (!packages.isEmpty()) {
      noClasses()
          .that()
          .resideInAPackage(from)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(packages.toArray(String[]::new))
          .check(classes);
    }
  }

  @ArchTest
  static final ArchRule noPackagesStandInACycle =
      slices().matching(ROOT + ".(*)..").should().beFreeOfCycles();

  @ArchTest
  void aLibraryHasOneUser(JavaClasses classes) {
    SOLE_USERS.forEach(
        (user, libraries) ->
            noClasses()
                .that()
                .resideOutsideOfPackage(inside(user))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(libraries.toArray(String[]::new))
                .check(classes));
  }

  @ArchTest
  static final ArchRule onlyTheCommandLinePrints =
      noClasses().that().resideOutsideOfPackage(ROOT + ".cli").should(ACCESS_STANDARD_STREAMS);

  @ArchTest
  static final ArchRule onlyTheProgramExits =
      CompositeArchRule.of(
              noClasses()
                  .that()
                  .doNotBelongToAnyOf(Newsbake.class)
                  .should()
                  .callMethod(System.class, "exit", int.class))
          .and(noClasses().should().callMethod(Runtime.class, "exit", int.class))
          .and(noClasses().should().callMethod(Runtime.class, "halt", int.class));

  /** The most parts that a record has, and those that have more: none may grow. */
  private static final int WIDEST = 12;

  private static final Map<String, Integer> WIDER =
      Map.of(
          "org.newsbake.article.ArticleOptions", 13,
          "org.newsbake.article.Details", 23,
          "org.newsbake.bake.Report", 15,
          "org.newsbake.edition.ImportRules", 13,
          "org.newsbake.edition.SiteOptions", 15,
          "org.newsbake.jbake.Project", 20,
          "org.newsbake.syndication.Story", 17);

  @ArchTest
  void recordsAreNotWide(JavaClasses classes) {
    Map<String, Integer> wide = new TreeMap<>();
    for (JavaClass type : classes) {
      if (type.isRecord()) {
        int parts = type.reflect().getRecordComponents().length;
        if (parts > WIDER.getOrDefault(type.getName(), WIDEST)) {
          wide.put(type.getName(), parts);
        }
      }
    }
    assertThat(wide).isEmpty();
  }

  /** The most lines of a source file. */
  private static final int LONGEST = 850;

  @Test
  void filesAreNotLong() throws IOException {
    Map<String, Integer> lengths = new TreeMap<>();
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
        int lines = Files.readAllLines(file).size();
        if (lines > LONGEST) {
          lengths.put(file.toString(), lines);
        }
      }
    }
    assertThat(lengths).isEmpty();
  }

  @ArchTest
  static final ArchRule staticsAreConstants = fields().that().areStatic().should().beFinal();

  @ArchTest
  static final ArchRule aPackageIsAFeature =
      noClasses()
          .should()
          .resideInAnyPackage(
              EMPTY_WORDS.stream().map(word -> ".." + word + "..").toArray(String[]::new));

  /** What decides which pages there are. A save of words alone leaves all of it as it was. */
  @ArchTest
  static final ArchRule plansKnowFactsAndNoWords =
      noClasses()
          .that()
          .haveFullyQualifiedName(ROOT + ".build.Plan")
          .or()
          .haveFullyQualifiedName(ROOT + ".build.Snapshot")
          .or()
          .haveFullyQualifiedName(ROOT + ".build.PictureDesk")
          .or()
          .haveFullyQualifiedName(ROOT + ".build.WithheldAssets")
          .or()
          .haveFullyQualifiedName(ROOT + ".build.Blame")
          .or()
          .haveFullyQualifiedName(ROOT + ".build.Quarantine")
          .or()
          .haveNameMatching(
              ".*\\.edition\\.(?!Story|Stories|RelatedStories|Headline|.*Test|Sample|Sites).*")
          .should()
          .dependOnClassesThat()
          .haveNameMatching(".*\\.article\\.(Words|Manuscript|Body)(\\$.*)?");

  private Set<String> packages() {
    Set<String> packages =
        ROWS.stream().flatMap(Set::stream).map(this::inside).collect(Collectors.toSet());
    packages.add(ROOT);
    return packages;
  }

  private String inside(String name) {
    return ROOT + "." + name;
  }
}
