import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Writes invented agency copy: files of some ten kilobytes, in turns NewsML-G2, NITF and ninjs.
 *
 * <pre>
 *   java bench/Wire.java --items N --seed S --out FOLDER
 * </pre>
 */
final class Wire {

  private static final List<String> WORDS =
      List.of(
          ("harbour council ferry winter budget school bridge river wind market fish quota storm"
                  + " island museum train road hospital vote mayor report minister company worker"
                  + " union price night morning village coast light tower court judge season goal"
                  + " team coach player city street water power line plan paper letter book house")
              .split(" "));

  private static final int LETTERS = 9_000;

  private final Random random;

  private Wire(long seed) {
    random = new Random(seed);
  }

  public static void main(String[] arguments) throws IOException {
    List<String> all = List.of(arguments);
    int items = Integer.parseInt(option(all, "--items"));
    Path out = Path.of(option(all, "--out"));
    Wire wire = new Wire(Long.parseLong(option(all, "--seed")));
    for (int i = 0; i < items; i++) {
      Path folder =
          Files.createDirectories(out.resolve(String.format(Locale.ROOT, "%03d", i / 500)));
      String name = String.format(Locale.ROOT, "%06d", i);
      switch (i % 3) {
        case 0 -> write(folder.resolve(name + ".xml"), wire.newsMl(i));
        case 1 -> write(folder.resolve(name + ".nitf"), wire.nitf(i));
        default -> write(folder.resolve(name + ".json"), wire.ninjs(i));
      }
    }
  }

  private static String option(List<String> all, String name) {
    int at = all.indexOf(name);
    if (at < 0 || at + 1 >= all.size()) {
      throw new IllegalArgumentException(name + " is missing");
    }
    return all.get(at + 1);
  }

  private static void write(Path file, String text) throws IOException {
    Files.write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  private String words(int count) {
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < count; i++) {
      words.append(i == 0 ? "" : " ").append(WORDS.get(random.nextInt(WORDS.size())));
    }
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }

  private String paragraphs() {
    StringBuilder text = new StringBuilder();
    while (text.length() < LETTERS) {
      text.append("<p>").append(words(20 + random.nextInt(30))).append(".</p>\n");
    }
    return text.toString();
  }

  private static String time(int number) {
    return String.format(
        Locale.ROOT,
        "2026-%02d-%02dT%02d:%02d:00Z",
        1 + number / 2_000 % 12,
        1 + number / 60 % 28,
        number / 60 % 24,
        number % 60);
  }

  private String newsMl(int number) {
    return """
    <?xml version="1.0" encoding="UTF-8"?>
    <newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:tarnwire:%d" version="1" standard="NewsML-G2" standardversion="2.30" xml:lang="en">
    <itemMeta><itemClass qcode="ninat:text"/><provider literal="tarnwire"/><versionCreated>%s</versionCreated><pubStatus qcode="stat:usable"/></itemMeta>
    <contentMeta><urgency>4</urgency><slugline>STORY-%d</slugline><headline>%s</headline><subject qcode="medtop:04000000"><name>economy</name></subject></contentMeta>
    <contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head><title/></head><body>
    %s</body></html></inlineXML></contentSet>
    </newsItem>
    """
        .formatted(number, time(number), number, words(8), paragraphs());
  }

  private String nitf(int number) {
    return """
    <?xml version="1.0" encoding="UTF-8"?>
    <nitf><head><docdata><doc-id id-string="tarnwire-%d"/><urgency ed-urg="4"/><date.issue norm="%s"/></docdata></head>
    <body><body.head><hedline><hl1>%s</hl1></hedline></body.head><body.content>
    %s</body.content></body></nitf>
    """
        .formatted(number, time(number), words(8), paragraphs());
  }

  private String ninjs(int number) {
    return "{\"uri\":\"urn:tarnwire:%d\",\"type\":\"text\",\"version\":\"1\",\"versioncreated\":\"%s\",\"pubstatus\":\"usable\",\"headline\":\"%s\",\"body_xhtml\":\"%s\"}"
        .formatted(number, time(number), words(8), paragraphs().replace("\n", "\\n"));
  }
}
