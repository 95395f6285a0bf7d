import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.newsbake.bake.Relations;
import org.newsbake.edition.Entry;
import org.newsbake.edition.Stories;
import org.newsbake.edition.Story;
import org.newsbake.related.Each;
import org.newsbake.related.RelatedOptions;
import org.newsbake.related.RelatedTexts;
import org.newsbake.related.Text;

/**
 * Adds the newest stories of a site one after the other, and counts the related lists that each of
 * them changes.
 */
public final class Additions {

  private static final Each PARALLEL =
      (count, step) -> IntStream.range(0, count).parallel().forEach(step);

  private Additions() {}

  /** Arguments: the project's folder and the number of additions. */
  public static void main(String[] args) throws Exception {
    int additions = Integer.parseInt(args[1]);
    List<Text> texts = texts(Path.of(args[0]));
    if (texts.size() <= additions) {
      System.err.printf(
          "%s has %,d stories, too few for %,d additions.%n", args[0], texts.size(), additions);
      System.exit(1);
    }
    List<Text> now = new ArrayList<>(texts.subList(0, texts.size() - additions));
    RelatedTexts before = RelatedTexts.of(now, RelatedOptions.DEFAULT, PARALLEL);
    int[] changed = new int[additions];
    int[] entered = new int[additions];
    int[] milliseconds = new int[additions];
    for (int i = 0; i < additions; i++) {
      Text text = texts.get(now.size());
      List<Text> old = List.copyOf(now);
      now.add(text);
      long start = System.nanoTime();
      RelatedTexts after = before.updated(now, PARALLEL);
      milliseconds[i] = (int) ((System.nanoTime() - start) / 1_000_000);
      for (Text other : old) {
        List<String> list = after.of(other.path());
        changed[i] += list.equals(before.of(other.path())) ? 0 : 1;
        entered[i] += list.contains(text.path()) ? 1 : 0;
      }
      before = after;
    }
    System.out.printf(
        "%,d stories, of which the newest %,d were added one after the other.%n%n",
        now.size(), additions);
    System.out.println("| of one addition | median | 90th | 99th | most |");
    System.out.println("|---|---:|---:|---:|---:|");
    print("changed lists", changed);
    print("lists that it enters", entered);
    print("milliseconds", milliseconds);
  }

  private static void print(String what, int[] figures) {
    int[] sorted = figures.clone();
    Arrays.sort(sorted);
    System.out.printf(
        "| %s | %,d | %,d | %,d | %,d |%n",
        what, at(sorted, .5), at(sorted, .9), at(sorted, .99), sorted[sorted.length - 1]);
  }

  /** The least figure that such a share of all does not exceed. */
  private static int at(int[] sorted, double share) {
    return sorted[(int) Math.ceil(share * sorted.length) - 1];
  }

  /** The published stories of a site, oldest first. */
  private static List<Text> texts(Path site) throws Exception {
    Relations relations = Relations.of(site, zone -> Instant.now(), Optional.of(1), 2);
    Stories stories = relations.stories().orElseThrow();
    List<Text> texts = new ArrayList<>();
    for (Entry entry : relations.entries()) {
      Story story = stories.of(entry);
      texts.add(
          new Text(
              entry.article().source().path(),
              entry.article().date(),
              story.language(),
              story.title(),
              entry.article().details().summary().orElse(""),
              stories.words(entry).body(),
              entry.article().tags(),
              story.section().map(Story.Link::key),
              entry.article().details().source().isEmpty(),
              entry.article().details().guid(),
              List.of(),
              new HashSet<>()));
    }
    texts.sort(Comparator.comparing(Text::date).thenComparing(Text::path));
    return texts;
  }
}
