import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.json.simple.JSONArray;
import org.json.simple.JSONObject;
import org.json.simple.parser.JSONParser;
import org.json.simple.parser.ParseException;

/**
 * Makes a Newsbake project of a labelled corpus, or links its articles in a simple way, to compare with.
 *
 * <pre>
 * java -cp 'target/lib/*' bench/Corpus.java site CORPUS.jsonl DIR DAYS      DIR/site, and DIR/ids.tsv: content path, id
 * java -cp 'target/lib/*' bench/Corpus.java newest|tags|tfidf CORPUS.jsonl  prints links: id, ids of the related articles
 * </pre>
 *
 * The corpus has one JSON object a line: {@code id}, {@code title}, {@code body}, {@code date} or null, {@code tags}.
 * Labels are in a file of their own that this program never opens.
 */
public final class Corpus {

    private static final int LINKS = 7;

    private Corpus() {}

    public static void main(String[] args) throws IOException {
        if (args.length == 4 && args[0].equals("site")) {
            writeSite(read(Path.of(args[1]), Integer.parseInt(args[3])), Path.of(args[2]));
            return;
        }
        if (args.length != 2 || !List.of("newest", "tags", "tfidf").contains(args[0])) {
            System.err.println("Usage: java Corpus.java site CORPUS.jsonl DIR DAYS | newest|tags|tfidf CORPUS.jsonl");
            System.exit(2);
        }
        List<Article> articles = read(Path.of(args[1]), 0);
        List<Links> links = switch (args[0]) {
            case "newest" -> newest(articles, (one, other) -> true);
            case "tags" -> newest(articles, Corpus::shareTag);
            default -> tfidf(articles);
        };
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        links.forEach(line -> out.print(line + "\n"));
        out.flush();
    }

    // ---------------------------------------------------------------------------------------------------- corpus

    /**
     * @param path in the content folder; says nothing of the article, for identifiers and the order of a corpus follow its
     *             labels
     * @param date as ISO 8601
     */
    private record Article(String id, String path, String title, String body, String date, List<String> tags) {

        private static final Instant NO_DATE = Instant.parse("2026-01-01T00:00:00Z");

        /** @param daysBefore how much older than {@code NO_DATE} it is to be if it has no date */
        static Article of(JSONObject json, int daysBefore) {
            List<String> tags = new ArrayList<>();
            if (json.get("tags") instanceof JSONArray array) {
                for (Object tag : array) {
                    tags.add((String) tag);
                }
            }
            String id = (String) json.get("id");
            String date = (String) json.get("date");
            return new Article(id, path(id), (String) json.get("title"), (String) json.get("body"),
                    date == null ? NO_DATE.minus(Duration.ofDays(daysBefore)).toString() : date, List.copyOf(tags));
        }

        private static String path(String id) {
            try {
                byte[] hash = MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8));
                return "2026/01/" + HexFormat.of().formatHex(hash, 0, 8) + ".md";
            } catch (NoSuchAlgorithmException e) {
                throw new AssertionError(e);
            }
        }
    }

    /** @param daysApart the time between articles of a corpus without dates, whose order is then that of chance */
    private static List<Article> read(Path file, int daysApart) throws IOException {
        List<JSONObject> lines = new ArrayList<>();
        try (Stream<String> text = Files.lines(file)) {
            for (String line : (Iterable<String>) text::iterator) {
                lines.add((JSONObject) new JSONParser().parse(line));
            }
        } catch (ParseException e) {
            throw new IOException(file + ":" + (lines.size() + 1) + ": " + e, e);
        }
        lines.sort(Comparator.comparing(line -> Article.path((String) line.get("id"))));
        return IntStream.range(0, lines.size())
                .mapToObj(i -> Article.of(lines.get(i), i * daysApart))
                .toList();
    }

    // ------------------------------------------------------------------------------------------------------ site

    private static void writeSite(List<Article> articles, Path folder) throws IOException {
        Path content = folder.resolve("site/content");
        Files.createDirectories(content.resolve("2026/01"));
        Files.createDirectories(folder.resolve("site/templates"));
        Files.writeString(folder.resolve("site/jbake.properties"), """
                site.host=https://news.example.org
                site.language=en
                related.count=%d
                render.archive=false
                render.feed=false
                render.index=false
                """.formatted(LINKS));
        Files.writeString(folder.resolve("site/templates/post.ftl"), """
                <h1>${content.title?html}</h1>
                ${content.body}
                """);
        try (BufferedWriter ids = Files.newBufferedWriter(folder.resolve("ids.tsv"))) {
            for (Article article : articles) {
                // Never over another article.
                Files.writeString(content.resolve(article.path()), file(article), StandardOpenOption.CREATE_NEW);
                ids.write(article.path() + "\t" + article.id() + "\n");
            }
        }
    }

    private static String file(Article article) {
        return """
                ---
                title: %s
                date: %s
                type: post
                status: published
                tags: [%s]
                ---
                """.formatted(quoted(article.title()), article.date(),
                        String.join(", ", article.tags().stream().map(Corpus::quoted).toList()))
                + markdown(article.body()) + "\n";
    }

    /** A YAML scalar on one line, whatever is in it. */
    private static String quoted(String text) {
        StringBuilder out = new StringBuilder("\"");
        text.strip().codePoints().forEach(c -> {
            if (c == '"' || c == '\\') {
                out.append('\\').appendCodePoint(c);
            } else if (Character.isWhitespace(c)) {
                out.append(' ');
            } else if (Character.isISOControl(c) || c > 0xFFFF || Character.getType(c) == Character.SURROGATE) {
                out.append("\\U%08X".formatted(c));
            } else {
                out.appendCodePoint(c);
            }
        });
        return out.append('"').toString();
    }

    private static final Pattern INDENT = Pattern.compile("^[ \\t]+", Pattern.MULTILINE);
    private static final Pattern MARKUP = Pattern.compile("<(?=[A-Za-z/!?])|&(?=[A-Za-z#])|^\\[", Pattern.MULTILINE);

    /** Keeps what is no mark-up from being read as tags, entities, link targets and code, which would take it away. */
    private static String markdown(String text) {
        String flush = INDENT.matcher(text.replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", " ")).replaceAll("");
        return MARKUP.matcher(flush).replaceAll(match -> Matcher.quoteReplacement("\\" + match.group()));
    }

    // ------------------------------------------------------------------------------------------------- baselines

    private record Links(Article article, List<Article> related) {

        @Override
        public String toString() {
            return article.id() + "\t" + String.join(",", related.stream().map(Article::id).toList());
        }
    }

    /** As themes of most site generators do it: the latest of those that pass. */
    private static List<Links> newest(List<Article> articles, BiPredicate<Article, Article> related) {
        List<Article> newestFirst = articles.stream()
                .sorted(Comparator.comparing(Article::date).reversed().thenComparing(Article::path))
                .toList();
        return articles.stream()
                .map(article -> new Links(article, newestFirst.stream()
                        .filter(other -> other != article && related.test(article, other))
                        .limit(LINKS)
                        .toList()))
                .toList();
    }

    private static boolean shareTag(Article one, Article other) {
        return !Collections.disjoint(one.tags(), other.tags());
    }

    private record Posting(int article, double weight) {}

    private record Scored(Article article, double score) {}

    /** The cosine of vectors of (1 + ln tf) ln(N / df), titles and texts alike: the textbook's way. */
    private static List<Links> tfidf(List<Article> articles) {
        List<Map<String, Double>> vectors =
                articles.stream().map(article -> frequencies(article.title() + "\n" + article.body())).toList();
        Map<String, Integer> df = new HashMap<>();
        vectors.forEach(vector -> vector.keySet().forEach(term -> df.merge(term, 1, Integer::sum)));
        Map<String, List<Posting>> index = new HashMap<>();
        for (int i = 0; i < vectors.size(); i++) {
            Map<String, Double> vector = vectors.get(i);
            vector.replaceAll((term, tf) -> (1 + Math.log(tf)) * Math.log((double) articles.size() / df.get(term)));
            double length = Math.sqrt(vector.values().stream().mapToDouble(weight -> weight * weight).sum());
            vector.replaceAll((term, weight) -> length == 0 ? 0 : weight / length);
            for (Map.Entry<String, Double> entry : vector.entrySet()) {
                index.computeIfAbsent(entry.getKey(), term -> new ArrayList<>())
                        .add(new Posting(i, entry.getValue()));
            }
        }

        return IntStream.range(0, vectors.size()).parallel().mapToObj(self -> {
            double[] scores = new double[articles.size()];
            vectors.get(self).forEach((term, weight) ->
                    index.get(term).forEach(posting -> scores[posting.article()] += weight * posting.weight()));
            return new Links(articles.get(self), IntStream.range(0, scores.length)
                    .filter(other -> other != self && scores[other] > 0)
                    .mapToObj(other -> new Scored(articles.get(other), scores[other]))
                    .sorted(Comparator.comparingDouble(Scored::score).reversed()
                            .thenComparing(scored -> scored.article().path()))
                    .limit(LINKS)
                    .map(Scored::article)
                    .toList());
        }).toList();
    }

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]{2,}");

    private static Map<String, Double> frequencies(String text) {
        Map<String, Double> frequencies = new HashMap<>();
        for (Matcher word = WORD.matcher(text.toLowerCase(Locale.ROOT)); word.find(); ) {
            frequencies.merge(word.group(), 1.0, Double::sum);
        }
        return frequencies;
    }
}
