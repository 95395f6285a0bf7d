package org.newsbake.bake;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.newsbake.Problem;
import org.newsbake.edition.Edition;
import org.newsbake.edition.Entry;
import org.newsbake.edition.Page;
import org.newsbake.edition.Schedule;
import org.newsbake.jbake.Project;

/**
 * A site as it would be built from what its files say now, page by page, and what is wrong with
 * them. Thread-safe.
 */
public final class SiteSnapshot {

  private final Optional<Project> project;
  private final Plan plan;
  private final Press press;
  private final Supplier<List<Problem>> problems;

  private SiteSnapshot(
      Optional<Project> project, Plan plan, Press press, Supplier<List<Problem>> problems) {
    this.project = project;
    this.plan = plan;
    this.press = press;
    this.problems = problems;
  }

  /**
   * @param ofProject what is wrong with the properties
   */
  static SiteSnapshot of(Content content, Plan plan, Press press, List<Problem> ofProject) {
    return new SiteSnapshot(
        Optional.of(plan.project()),
        plan,
        press,
        new Once<>(
            () -> {
              List<Problem> problems = new ArrayList<>(ofProject);
              problems.addAll(content.problems());
              problems.addAll(plan.problems());
              problems.addAll(press.problems());
              return Problem.inOrder(problems);
            }));
  }

  /** A project that cannot be read. */
  static SiteSnapshot none(List<Problem> problems) {
    return new SiteSnapshot(Optional.empty(), null, null, () -> Problem.inOrder(problems));
  }

  /** A project that nobody has looked at yet. */
  public static SiteSnapshot unread() {
    return none(List.of());
  }

  /** The same snapshot with one more problem. */
  public SiteSnapshot with(Problem problem) {
    return new SiteSnapshot(
        project,
        plan,
        press,
        new Once<>(
            () -> {
              List<Problem> more = new ArrayList<>(problems.get());
              more.add(problem);
              return Problem.inOrder(more);
            }));
  }

  /** A page as it comes from the press: its bytes, or the problem that keeps it from having any. */
  public record Print(Optional<byte[]> bytes, Optional<Problem> problem) {}

  /** The project, unless it cannot be read at all. */
  public Optional<Project> project() {
    return project;
  }

  /**
   * What is wrong with files, names, pictures, links, addresses and templates, sorted; found when
   * it is first asked.
   */
  public List<Problem> problems() {
    return problems.get();
  }

  /** What stands at a path below the output folder. */
  public Optional<Page> page(String path) {
    return plan == null ? Optional.empty() : Optional.ofNullable(plan.site().pages().get(path));
  }

  /** The paths of all pages, in order. */
  public Iterable<String> paths() {
    return plan == null ? List.of() : plan.site().pages().keySet();
  }

  /**
   * The very bytes that a build would write.
   *
   * @param page a page of this snapshot that is not a copied file
   * @throws IOException when the machine fails
   */
  public Print print(Page page) throws IOException {
    Press.Print print = press.print(page);
    return new Print(Optional.ofNullable(print.bytes()), Optional.ofNullable(print.problem()));
  }

  /**
   * A file of the site as a build would publish it.
   *
   * @param published whether it would at all
   * @param bytes what is published instead of the file
   */
  public record Copy(boolean published, Optional<byte[]> bytes) {}

  /**
   * A copied file as a build would publish it.
   *
   * @throws IOException when it cannot be read
   */
  public Copy copy(Page.AssetFile asset) throws IOException {
    CleanAsset clean = CleanAsset.of(project.orElseThrow(), asset.source());
    return new Copy(clean.published(), clean.bytes());
  }

  /** The live article of a file below the content folder. */
  public Optional<Entry> article(String contentPath) {
    return plan == null ? Optional.empty() : plan.planned().at(contentPath);
  }

  /** What is live, unless the project cannot be read at all. */
  public Optional<Edition> edition() {
    return plan == null ? Optional.empty() : Optional.of(plan.edition());
  }

  /** What is not live, what will go, and when the site changes next by itself. */
  public Optional<Schedule> schedule() {
    return plan == null
        ? Optional.empty()
        : Optional.of(Schedule.at(plan.sound().articles(), plan.edition().instant()));
  }
}
