import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Writes a site of invented news, once for Newsbake (and JBake) and once for Hugo, to measure them side by side.
 *
 * <pre>java bench/Generate.java --articles 10000 --seed 42 --out DIR [--kind KIND] [--news plain|events]</pre>
 *
 * An article is a pure function of the seed, its number, the number of articles and the kind of news: the same arguments
 * give the same bytes on any machine, on any number of threads, and no article is held longer than it takes to write it.
 */
public final class Generate {

    private Generate() {}

    public static void main(String[] args) throws IOException {
        Options options;
        try {
            options = Options.parse(args);
        } catch (IllegalArgumentException e) {
            fail(2, e.getMessage() + "\n" + Options.USAGE);
            return;
        }
        for (Kind kind : options.kinds()) {
            Path site = options.out().resolve(kind.folder);
            if (Files.exists(site)) {
                // Left-over articles of an earlier, larger site would be baked too.
                fail(1, site + " exists. Delete it, or choose another --out.");
                return;
            }
        }

        Newsroom newsroom = Newsroom.invent(options.seed(), options.news());
        for (Kind kind : options.kinds()) {
            kind.writeSite(options.out().resolve(kind.folder));
        }
        try {
            IntStream.range(0, options.articles()).parallel().forEach(number -> {
                Article article = newsroom.write(number, options.articles());
                for (Kind kind : options.kinds()) {
                    kind.writeArticle(options.out().resolve(kind.folder), article);
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void fail(int exitCode, String message) {
        new PrintStream(System.err, true, StandardCharsets.UTF_8).println("Generate: " + message);
        System.exit(exitCode);
    }

    // ---------------------------------------------------------------------------------------------- command line

    private record Options(int articles, long seed, Path out, List<Kind> kinds, News news) {

        static final String USAGE = "Usage: java Generate.java --articles N --seed S --out DIR"
                + " [--kind newsbake|related|hugo|hugo-related] [--news plain|events]";

        static Options parse(String[] args) {
            long articles = 1000;
            long seed = 42;
            Path out = null;
            List<Kind> kinds = List.of(Kind.values());
            News news = News.PLAIN;
            for (int i = 0; i < args.length; i += 2) {
                String name = args[i];
                if (i + 1 == args.length) {
                    throw new IllegalArgumentException(name + " needs a value.");
                }
                String value = args[i + 1];
                switch (name) {
                    case "--articles" -> articles = number(name, value);
                    case "--seed" -> seed = number(name, value);
                    case "--out" -> out = Path.of(value);
                    case "--kind" -> kinds = List.of(kind(value));
                    case "--news" -> news = news(value);
                    default -> throw new IllegalArgumentException(name + " is not an option.");
                }
            }
            if (out == null) {
                throw new IllegalArgumentException("--out is missing.");
            }
            if (articles < 1 || articles > Newsroom.SPAN_MINUTES) {
                // More than one article a minute would give equal dates, and equal dates have no order in JBake.
                throw new IllegalArgumentException("--articles must be 1 to " + Newsroom.SPAN_MINUTES + ".");
            }
            return new Options((int) articles, seed, out, kinds, news);
        }

        private static long number(String name, String value) {
            try {
                return Long.parseLong(value);
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException(name + " " + value + " is not a whole number.");
            }
        }

        private static Kind kind(String value) {
            return Arrays.stream(Kind.values())
                    .filter(kind -> kind.folder.equals(value))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(
                            "--kind is newsbake, related, hugo or hugo-related, not " + value + "."));
        }

        private static News news(String value) {
            return switch (value) {
                case "plain" -> News.PLAIN;
                case "events" -> News.EVENTS;
                default -> throw new IllegalArgumentException("--news is plain or events, not " + value + ".");
            };
        }
    }

    // --------------------------------------------------------------------------------------------------- chance

    /** SplitMix64. Spelled out, because the JDK does not promise that its own generators keep their sequences. */
    private static final class Dice {

        private long state;

        Dice(long seed, long stream) {
            state = mix(seed) ^ mix(stream * 0x9E3779B97F4A7C15L + 1);
        }

        private static long mix(long z) {
            z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
            z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
            return z ^ (z >>> 31);
        }

        /** In [0, 1). */
        double roll() {
            state += 0x9E3779B97F4A7C15L;
            return (mix(state) >>> 11) * 0x1.0p-53;
        }

        boolean chance(double probability) {
            return roll() < probability;
        }

        /** From {@code low} to {@code high}, both included. */
        int between(int low, int high) {
            return low + (int) (roll() * (high - low + 1));
        }

        <T> T pick(List<T> list) {
            return list.get(between(0, list.size() - 1));
        }

        String pick(String[] words) {
            return words[between(0, words.length - 1)];
        }
    }

    /** Ranks from 0 with Zipf-Mandelbrot frequencies, 1 / (rank + shift). Immutable. */
    private static final class Zipf {

        private final double[] cumulative;

        Zipf(int size, double shift) {
            cumulative = new double[size];
            double sum = 0;
            for (int rank = 0; rank < size; rank++) {
                sum += 1 / (rank + shift);
                cumulative[rank] = sum;
            }
        }

        int rank(Dice dice) {
            int found = Arrays.binarySearch(cumulative, dice.roll() * cumulative[cumulative.length - 1]);
            return Math.min(found < 0 ? -found - 1 : found + 1, cumulative.length - 1);
        }
    }

    // ------------------------------------------------------------------------------------------------- language

    /** Real function words and invented content words. Immutable. */
    private static final class Language {

        /** Most frequent first. */
        private static final String[] FUNCTION_WORDS = """
                the of and to in a for that is on was with as by it at from he be has were said its are his an have not
                who will they had she but their this which after or been would more than about her one also up into when
                over out could most first if all two no some other between before during since against while under
                because through where per so near until both each may should only then now still without among
                """.strip().split("\\s+");

        private static final String[] ONSETS = """
                b br c cl cr d dr f fl fr g gl gr h j l m n p pl pr qu r s sc sl sp st str t th tr v w
                """.strip().split(" ");
        private static final String[] NUCLEI = "a a a e e e i i o o u ai ea ee oa ou".split(" ");
        private static final String[] CODAS = "n r l nd st ll rn lt mp lm rl sk".split(" ");
        private static final String[] LINKS = "b d l m n r v z nd st rl mb lv".split(" ");
        private static final String[] ENDINGS = """
                s ed ing er ers ment ments ness ity ic ous ive ly able ation ations age ance ist y
                """.strip().split(" ");

        private final Zipf contentRanks;
        private final List<String> contentWords;
        private final Zipf functionRanks = new Zipf(FUNCTION_WORDS.length, 2);

        Language(Dice dice, int size) {
            Set<String> stems = new LinkedHashSet<>();
            while (stems.size() < size * 3 / 10) {
                stems.add(stem(dice));
            }
            List<String> stemList = List.copyOf(stems);
            Set<String> words = new LinkedHashSet<>(stems);
            while (words.size() < size) {
                words.add(inflect(dice.pick(stemList), dice.pick(ENDINGS)));
            }
            words.removeAll(Set.of(FUNCTION_WORDS));

            // Frequent words are short in every language; the noise keeps it a tendency.
            record Weighed(String word, double weight) {}
            contentWords = words.stream()
                    .map(word -> new Weighed(word, word.length() + 6 * dice.roll()))
                    .sorted(Comparator.comparingDouble(Weighed::weight).thenComparing(Weighed::word))
                    .map(Weighed::word)
                    .toList();
            // The shift flattens the top, because the commonest words of all are the function words.
            contentRanks = new Zipf(contentWords.size(), 25);
        }

        private static String stem(Dice dice) {
            String stem = dice.pick(ONSETS) + dice.pick(NUCLEI);
            if (dice.chance(0.75)) {
                stem += dice.pick(LINKS) + dice.pick(NUCLEI);
            }
            return stem + dice.pick(CODAS);
        }

        private static String inflect(String stem, String ending) {
            return stem.endsWith("ll") && ending.equals("ly") ? stem + "y" : stem + ending;
        }

        String functionWord(Dice dice) {
            return FUNCTION_WORDS[functionRanks.rank(dice)];
        }

        String contentWord(Dice dice) {
            return contentWords.get(contentRanks.rank(dice));
        }

        /** A name that the language's words do not have, so that the vocabulary grows with the news. */
        static String name(Dice dice) {
            String name = stem(dice) + dice.pick(LINKS) + dice.pick(NUCLEI) + dice.pick(CODAS);
            return Character.toUpperCase(name.charAt(0)) + name.substring(1);
        }

        /** Words of middling frequency: what one subject is told by and others are not. */
        List<String> jargon(Dice dice, int size) {
            return IntStream.range(0, size)
                    .mapToObj(i -> contentWords.get(dice.between(300, contentWords.size() - 1)))
                    .toList();
        }
    }

    // ------------------------------------------------------------------------------------------------ newsroom

    /**
     * What the news is about.
     *
     * @param words         content words of the language
     * @param paragraphs    the most that an article has; the least is three
     * @param names         the share of content words that are names
     * @param aboutEvents   whether there are events, each reported by a burst of articles; else an article has only its
     *                      topics in common with others
     */
    private record News(int words, int paragraphs, double names, boolean aboutEvents) {

        static final News PLAIN = new News(20_000, 12, 0.014, false);
        static final News EVENTS = new News(60_000, 6, 0.08, true);
    }

    /**
     * What happens once. Its people and places are names that no other event has, each with a few words that go with it.
     *
     * @param topics what its articles are tagged with
     */
    private record Event(List<Topic> topics, List<Topic> names) {}

    /** What articles are tagged with. The slug is the tag: equal for a JBake path and a Hugo path. */
    private record Topic(String name, String slug, String section, List<String> jargon) {}

    /** One article, before it takes the form of either tool. {@code body} is Markdown and ends with a newline. */
    private record Article(int id, String headline, LocalDateTime date, List<String> tags, String author, String place,
                           String section, String source, String body) {

        private static final DateTimeFormatter FOLDER = DateTimeFormatter.ofPattern("yyyy/MM", Locale.ROOT);
        private static final int SLUG_LENGTH = 60;

        /** Relative to the content folder. The number makes it unique. */
        String path() {
            String slug = slug(headline);
            if (slug.length() > SLUG_LENGTH) {
                slug = slug.substring(0, slug.lastIndexOf('-', SLUG_LENGTH));
            }
            return FOLDER.format(date) + "/" + slug + "-" + id + ".md";
        }

        /** As agencies send it: a new first paragraph, and below it what was sent before, shortened from the end. */
        Article updating(Article earlier) {
            String before = earlier.body();
            return new Article(id, earlier.headline(), date, earlier.tags(), author, earlier.place(), earlier.section(),
                    earlier.source(),
                    body.substring(0, body.indexOf("\n\n") + 2) + before.substring(0, before.lastIndexOf("\n\n") + 1));
        }
    }

    private static String slug(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    }

    /** The invented world: its language, people, places, and the rules by which its articles are written. Immutable. */
    private static final class Newsroom {

        static final LocalDateTime NEWEST = LocalDateTime.of(2026, 6, 30, 22, 0);
        /** Two years. */
        static final int SPAN_MINUTES = 2 * 365 * 24 * 60;

        private static final int TOPICS = 300;
        private static final int AUTHORS = 40;
        private static final int JARGON = 60;

        private static final List<String> SECTIONS =
                List.of("local", "politics", "business", "culture", "science", "sport");
        private static final List<String> AGENCIES = List.of("tarnwire", "ombrel-press", "kestrimore-news");

        private static final String[] GIVEN_NAMES = """
                Abrelle Bastren Calvora Dorrin Elsabet Fenwin Garrilo Hestra Ilmar Jorvane Kelisse Lorrim Maribeth
                Nerissen Odrun Pellan Quenby Rosmar Selwina Tobrin Ulvira Vessany Wilmot Yorrick Zelmira
                """.strip().split("\\s+");
        private static final String[] FAMILY_STEMS = """
                Aldren Bramme Corvel Drissel Ellar Fallow Gristen Hollen Istrel Jarrow Kemmer Lorring Mossel Narrad
                Ollen Pruden Quillan Rammel Sorrel Tolven Umbrel Varnel Wexel Yarrad
                """.strip().split("\\s+");
        private static final String[] FAMILY_ENDINGS = "by dale sen more stone well lake worthy".split(" ");
        private static final String[] PLACE_STEMS = """
                Arlo Bessel Brindel Carro Dunnel Eller Fenno Garva Halver Iven Jossel Kerral Lammer Morvel Nessel Orrin
                Pellor Quarn Rissel Sallow Tarnel Ulver Vennel Wrenno Yalver
                """.strip().split("\\s+");
        private static final String[] PLACE_ENDINGS = "haven wick mouth bridge ford ness combe stead".split(" ");
        private static final String[] BODIES = """
                Council,University,Ferries,Rovers,Port Board,Orchestra,Hospital,Rail,Foundry,Energy,Museum,Growers
                """.strip().split(",");
        private static final String[] THEME_SUBJECTS = """
                harbour school ferry river market housing bus forest library water energy winter
                """.strip().split(" ");
        private static final String[] THEME_MATTERS =
                "budget repairs safety prices protest festival strike inquiry".split(" ");

        /** So many articles are written between one event and the next. */
        private static final int ARTICLES_BETWEEN_EVENTS = 5;
        /** Of so many events, the latest at each time, articles are still written. */
        private static final int REMEMBERED_EVENTS = 48;
        /** The attention for an event falls to a third while so many others happen. */
        private static final double ATTENTION = 10;
        private static final int EVENT_NAMES = 6;
        private static final int EVENT_JARGON = 4;
        /** An update follows within so many articles. */
        private static final int UPDATE_REACH = 60;

        // Streams of chance: articles have those from 0, the world has -1, and events those below.
        private static final long FIRST_EVENT_STREAM = -2;
        private static final long FIRST_ASSIGNMENT_STREAM = 1L << 40;

        private final long seed;
        private final News news;
        private final Language language;
        private final List<String> places;
        private final List<String> authors;
        private final List<Topic> topics;
        private final Zipf topicRanks = new Zipf(TOPICS, 3);

        private Newsroom(long seed, News news, Dice dice) {
            this.seed = seed;
            this.news = news;
            language = new Language(dice, news.words());
            places = invented(60, () -> dice.pick(PLACE_STEMS) + dice.pick(PLACE_ENDINGS));
            authors = invented(AUTHORS, () -> person(dice));
            topics = topics(dice);
        }

        static Newsroom invent(long seed, News news) {
            return new Newsroom(seed, news, new Dice(seed, -1));
        }

        private static String person(Dice dice) {
            return dice.pick(GIVEN_NAMES) + " " + dice.pick(FAMILY_STEMS) + dice.pick(FAMILY_ENDINGS);
        }

        private static List<String> invented(int size, Supplier<String> inventor) {
            Set<String> names = new LinkedHashSet<>();
            while (names.size() < size) {
                names.add(inventor.get());
            }
            return List.copyOf(names);
        }

        /** In order of frequency, the kinds mixed. */
        private List<Topic> topics(Dice dice) {
            List<String> ordered = new ArrayList<>(places);
            ordered.addAll(invented(100, () -> person(dice)));
            ordered.addAll(invented(80, () -> dice.pick(places) + " " + dice.pick(BODIES)));
            ordered.addAll(invented(60, () -> dice.pick(THEME_SUBJECTS) + " " + dice.pick(THEME_MATTERS)));
            List<String> names = new ArrayList<>();
            while (!ordered.isEmpty()) {
                names.add(ordered.remove(dice.between(0, ordered.size() - 1)));
            }
            return names.stream()
                    .map(name -> new Topic(name, slug(name), dice.pick(SECTIONS), language.jargon(dice, JARGON)))
                    .toList();
        }

        /** @param number from 0, the newest, to {@code total - 1}, the oldest */
        Article write(int number, int total) {
            Article article = original(number, total);
            OptionalInt earlier = earlierVersion(number, total);
            return earlier.isPresent() ? article.updating(original(earlier.getAsInt(), total)) : article;
        }

        /** The article as it would be if it were no update. */
        private Article original(int number, int total) {
            Dice dice = new Dice(seed, number);
            OptionalLong event = event(number);
            return event.isPresent()
                    ? report(number, total, event(event.getAsLong()), dice)
                    : article(number, total, subjects(dice), List.of(), dice);
        }

        private Article report(int number, int total, Event event, Dice dice) {
            // Desks do not agree on tags: one may be missing, another may be there.
            List<Topic> topics = event.topics();
            if (topics.size() > 1 && dice.chance(0.3)) {
                topics = topics.subList(1, topics.size());
            }
            if (dice.chance(0.3)) {
                topics = Stream.concat(topics.stream(), Stream.of(topic(dice))).distinct().toList();
            }
            return article(number, total, topics, event.names(), dice);
        }

        private Article article(int number, int total, List<Topic> topics, List<Topic> names, Dice dice) {
            List<Topic> subjects = Stream.concat(topics.stream(), names.stream()).toList();
            Writer writer = new Writer(language, news, subjects, dice);
            String place = topics.stream().map(Topic::name).filter(places::contains).findFirst()
                    .orElseGet(() -> dice.pick(places));
            return new Article(
                    number + 1,
                    writer.headline(),
                    date(number, total, dice),
                    topics.stream().map(Topic::slug).toList(),
                    dice.pick(authors),
                    place,
                    dice.chance(0.8) ? topics.get(0).section() : dice.pick(SECTIONS),
                    dice.chance(0.55) ? "own" : dice.pick(AGENCIES),
                    writer.body());
        }

        private List<Topic> subjects(Dice dice) {
            int size = dice.between(1, 5);
            Set<Topic> subjects = new LinkedHashSet<>();
            while (subjects.size() < size) {
                subjects.add(topic(dice));
            }
            return List.copyOf(subjects);
        }

        private Topic topic(Dice dice) {
            return topics.get(topicRanks.rank(dice));
        }

        private Event event(long event) {
            Dice dice = eventDice(event);
            List<Topic> about = subjects(dice);
            return new Event(about.subList(0, Math.min(3, about.size())), Stream.generate(() -> eventName(dice))
                    .limit(EVENT_NAMES)
                    .toList());
        }

        private Topic eventName(Dice dice) {
            String name = dice.chance(0.6) ? dice.pick(GIVEN_NAMES) + " " + Language.name(dice) : Language.name(dice);
            return new Topic(name, slug(name), "", language.jargon(dice, EVENT_JARGON));
        }

        private Dice eventDice(long event) {
            return new Dice(seed, FIRST_EVENT_STREAM - event);
        }

        /** Few events are large, most are small: the size follows Pareto's law. StrictMath is the same everywhere. */
        private double size(long event) {
            return Math.min(50, StrictMath.pow(1 - new Dice(~seed, FIRST_EVENT_STREAM - event).roll(), -0.9));
        }

        /** The event that an article is about, if it is about one. Events are numbered like articles, from the newest. */
        private OptionalLong event(int number) {
            Dice dice = new Dice(seed, FIRST_ASSIGNMENT_STREAM + number);
            if (!news.aboutEvents() || dice.chance(0.3)) {
                return OptionalLong.empty();
            }
            long latest = number / ARTICLES_BETWEEN_EVENTS + 1L;
            double[] attention = new double[REMEMBERED_EVENTS];
            double sum = 0;
            for (int age = 0; age < REMEMBERED_EVENTS; age++) {
                sum += size(latest + age) * StrictMath.exp(-age / ATTENTION);
                attention[age] = sum;
            }
            double wanted = dice.roll() * sum;
            int age = 0;
            while (attention[age] <= wanted) {
                age++;
            }
            return OptionalLong.of(latest + age);
        }

        /** The article that this one is an update of, if it is one. */
        private OptionalInt earlierVersion(int number, int total) {
            OptionalLong event = event(number);
            if (event.isEmpty() || !new Dice(~seed, number).chance(0.15)) {
                return OptionalInt.empty();
            }
            return IntStream.range(number + 1, Math.min(total, number + UPDATE_REACH))
                    .filter(earlier -> event(earlier).equals(event))
                    .findFirst();
        }

        /** Each article has a stretch of minutes to itself, so no two have the same date. */
        private static LocalDateTime date(int number, int total, Dice dice) {
            long stretch = (long) number * SPAN_MINUTES / total;
            return NEWEST.minusMinutes(stretch + dice.between(0, SPAN_MINUTES / total - 1));
        }
    }

    /** Writes the words of one article. */
    private static final class Writer {

        // Escapes, because Java 17 reads this file in the machine's encoding.
        private static final String OPENING_QUOTE = "\u201c";
        private static final String CLOSING_QUOTE = "\u201d";
        private static final String APOSTROPHE = "\u2019";

        private final Language language;
        private final News news;
        private final List<Topic> subjects;
        private final Dice dice;

        Writer(Language language, News news, List<Topic> subjects, Dice dice) {
            this.language = language;
            this.news = news;
            this.subjects = subjects;
            this.dice = dice;
        }

        String headline() {
            StringBuilder out = new StringBuilder();
            if (dice.chance(0.4)) {
                out.append(dice.pick(subjects).name()).append(' ');
            }
            words(out, dice.between(4, 8), false);
            capitalise(out, 0);
            return out.toString();
        }

        String body() {
            StringBuilder out = new StringBuilder(4096);
            int paragraphs = dice.between(3, news.paragraphs());
            for (int i = 0; i < paragraphs; i++) {
                if (i > 1 && dice.chance(0.12)) {
                    subhead(out);
                }
                paragraph(out, dice.between(40, 90));
                if (dice.chance(0.05)) {
                    bullets(out);
                } else if (dice.chance(0.06)) {
                    out.append("> ");
                    paragraph(out, dice.between(15, 30));
                }
            }
            out.setLength(out.length() - 1);
            return out.toString();
        }

        private void subhead(StringBuilder out) {
            out.append("## ");
            int start = out.length();
            words(out, dice.between(2, 5), false);
            capitalise(out, start);
            out.append("\n\n");
        }

        private void bullets(StringBuilder out) {
            for (int items = dice.between(3, 5); items > 0; items--) {
                out.append("- ");
                sentence(out, dice.between(5, 12));
                out.append('\n');
            }
            out.append('\n');
        }

        /** On one line, since JBake's default for Markdown makes a line break of each newline. */
        private void paragraph(StringBuilder out, int length) {
            for (int left = length; left > 0; ) {
                int size = dice.between(6, 24);
                if (left - size < 6) {
                    size = left; // rather one longer sentence than a last one of two words
                }
                if (left < length) {
                    out.append(' ');
                }
                sentence(out, size);
                left -= size;
            }
            out.append("\n\n");
        }

        private void sentence(StringBuilder out, int size) {
            boolean quoted = dice.chance(0.08);
            if (quoted) {
                out.append(OPENING_QUOTE);
            }
            int start = out.length();
            words(out, size, true);
            capitalise(out, start);
            if (quoted) {
                out.append(",").append(CLOSING_QUOTE).append(" said ").append(dice.pick(subjects).name());
            }
            out.append(dice.chance(0.03) && !quoted ? '?' : '.');
        }

        private void words(StringBuilder out, int size, boolean markup) {
            boolean afterFunctionWord = false;
            for (int i = 0; i < size; i++) {
                boolean last = i == size - 1;
                if (i > 0) {
                    out.append(' ');
                }
                afterFunctionWord = !last && dice.chance(afterFunctionWord ? 0.2 : 0.62);
                if (afterFunctionWord) {
                    out.append(language.functionWord(dice));
                } else if (markup) {
                    markedUp(out);
                    if (!last && dice.chance(0.08)) {
                        out.append(',');
                    }
                } else {
                    out.append(contentWord());
                }
            }
        }

        private void markedUp(StringBuilder out) {
            double roll = dice.roll();
            if (roll < 0.006) {
                out.append('*').append(contentWord()).append('*');
            } else if (roll < 0.010) {
                out.append("**").append(contentWord()).append(' ').append(contentWord()).append("**");
            } else if (roll < 0.016) {
                String word = contentWord();
                out.append('[').append(word).append(' ').append(contentWord())
                        .append("](https://example.org/").append(word).append("/)");
            } else if (roll < 0.016 + news.names()) {
                out.append(dice.pick(subjects).name());
            } else if (roll < 0.026 + news.names()) {
                out.append(dice.between(2, 900));
            } else if (roll < 0.036 + news.names()) {
                out.append(contentWord()).append(APOSTROPHE).append("s");
            } else {
                out.append(contentWord());
            }
        }

        /** Articles on one subject share words, so that "related articles" has something to find. */
        private String contentWord() {
            return dice.chance(0.2) ? dice.pick(dice.pick(subjects).jargon()) : language.contentWord(dice);
        }

        /** Stars and brackets of a marked-up first word stay in front of its capital. */
        private static void capitalise(StringBuilder out, int start) {
            int i = start;
            while (i < out.length() && "*[".indexOf(out.charAt(i)) >= 0) {
                i++;
            }
            out.setCharAt(i, Character.toUpperCase(out.charAt(i)));
        }
    }

    // ---------------------------------------------------------------------------------------------------- sites

    /** A tool's form of the site. The templates of both give the same pages, with the same paths and the same links. */
    private enum Kind {

        NEWSBAKE("newsbake", NEWSBAKE_FILES, "assets", Generate::withJBakeHeader),
        RELATED("related", RELATED_FILES, "assets", Generate::withJBakeHeader),
        HUGO("hugo", HUGO_FILES, "static", Generate::withFrontMatter),
        HUGO_RELATED("hugo-related", HUGO_RELATED_FILES, "static", Generate::withFrontMatter);

        final String folder;
        private final Map<String, String> files;
        private final String assetFolder;
        private final Function<Article, String> text;

        Kind(String folder, Map<String, String> files, String assetFolder, Function<Article, String> text) {
            this.folder = folder;
            this.files = files;
            this.assetFolder = assetFolder;
            this.text = text;
        }

        /** Everything but the articles, and the folders for them. */
        void writeSite(Path site) throws IOException {
            for (Map.Entry<String, String> file : files.entrySet()) {
                write(site.resolve(file.getKey()), file.getValue());
            }
            for (Map.Entry<String, String> asset : ASSETS.entrySet()) {
                write(site.resolve(assetFolder).resolve(asset.getKey()), asset.getValue());
            }
            LocalDateTime oldest = Newsroom.NEWEST.minusMinutes(Newsroom.SPAN_MINUTES).withDayOfMonth(1);
            for (LocalDateTime month = oldest; month.isBefore(Newsroom.NEWEST); month = month.plusMonths(1)) {
                Files.createDirectories(site.resolve("content").resolve(Article.FOLDER.format(month)));
            }
        }

        void writeArticle(Path site, Article article) {
            try {
                Files.writeString(site.resolve("content").resolve(article.path()), text.apply(article));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void write(Path file, String text) throws IOException {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        }
    }

    private static final DateTimeFormatter JBAKE_DATE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
    private static final DateTimeFormatter HUGO_DATE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss'Z'", Locale.ROOT);

    private static String withJBakeHeader(Article article) {
        return """
                title=%s
                date=%s
                type=post
                status=published
                tags=%s
                author=%s
                place=%s
                section=%s
                source=%s
                ~~~~~~
                """.formatted(article.headline(), JBAKE_DATE.format(article.date()), String.join(",", article.tags()),
                        article.author(), article.place(), article.section(), article.source())
                + article.body();
    }

    /** Nothing that is invented here has a character that YAML would need escaped. */
    private static String withFrontMatter(Article article) {
        return """
                ---
                title: "%s"
                date: %s
                tags: [%s]
                author: %s
                place: %s
                section: %s
                source: %s
                ---
                """.formatted(article.headline(), HUGO_DATE.format(article.date()), String.join(", ", article.tags()),
                        article.author(), article.place(), article.section(), article.source())
                + article.body();
    }

    private static final Map<String, String> ASSETS = Map.of(
            "css/site.css", """
                body { max-width: 42rem; margin: 0 auto; padding: 0 1rem; font: 1.1rem/1.5 Georgia, serif; }
                header, footer { font: 0.9rem/1.6 sans-serif; }
                h1, h2 { line-height: 1.2; }
                .byline, time { color: #555; }
                .dateline { text-transform: uppercase; }
                .tags li { display: inline; margin-right: 0.5rem; }
                """,
            "robots.txt", """
                User-agent: *
                Allow: /
                """);

    private static final Map<String, String> NEWSBAKE_FILES = Map.ofEntries(
            Map.entry("jbake.properties", """
                site.host=https://news.example.org
                site.name=The Tarnel Courier
                date.format=yyyy-MM-dd HH:mm
                render.archive=true
                render.sitemap=true
                render.tags=true
                template.tag.file=tag.ftl
                """),
            Map.entry("templates/header.ftl", """
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>${heading?html} | ${config.site_name}</title>
                <link rel="stylesheet" href="/css/site.css">
                <link rel="alternate" type="application/rss+xml" href="/feed.xml">
                </head>
                <body>
                <header>
                <a href="/index.html">${config.site_name}</a>
                <nav><a href="/archive.html">Archive</a> <a href="/feed.xml">Feed</a></nav>
                </header>
                <main>
                """),
            Map.entry("templates/footer.ftl", """
                </main>
                <footer>
                <h2>Latest</h2>
                <ol>
                <#list published_posts[0..*10] as post>
                <li><a href="/${post.uri}">${post.title?html}</a></li>
                </#list>
                </ol>
                <h2>Topics</h2>
                <ul class="tags">
                <#list alltags as name>
                <li><a href="/tags/${name}.html">${name}</a></li>
                </#list>
                </ul>
                <p>${config.site_name}: news from nowhere</p>
                </footer>
                </body>
                </html>
                """),
            Map.entry("templates/post.ftl", """
                <#assign heading = content.title>
                <#include "header.ftl">
                <article>
                <h1>${content.title?html}</h1>
                <p class="byline">By ${content.author} (${content.source}, ${content.section})</p>
                <p><b class="dateline">${content.place}</b> <time>${content.date?string("yyyy-MM-dd HH:mm")}</time></p>
                ${content.body}
                <ul class="tags">
                <#list content.tags as name>
                <li><a href="/tags/${name}.html">${name}</a></li>
                </#list>
                </ul>
                <nav>
                <#if content.previousContent??>
                <a rel="prev" href="/${content.previousContent.uri}">${content.previousContent.title?html}</a>
                </#if>
                <#if content.nextContent??>
                <a rel="next" href="/${content.nextContent.uri}">${content.nextContent.title?html}</a>
                </#if>
                </nav>
                </article>
                <#include "footer.ftl">
                """),
            Map.entry("templates/index.ftl", """
                <#assign heading = "Latest news">
                <#include "header.ftl">
                <h1>${heading}</h1>
                <#list published_posts[0..*20] as post>
                <section>
                <h2><a href="/${post.uri}">${post.title?html}</a></h2>
                <p class="byline">By ${post.author} (${post.source}, ${post.section})</p>
                <p><b class="dateline">${post.place}</b> <time>${post.date?string("yyyy-MM-dd HH:mm")}</time></p>
                </section>
                </#list>
                <#include "footer.ftl">
                """),
            Map.entry("templates/archive.ftl", """
                <#assign heading = "Archive">
                <#include "header.ftl">
                <h1>${heading}</h1>
                <ul>
                <#list published_posts as post>
                <li><time>${post.date?string("yyyy-MM-dd")}</time> <a href="/${post.uri}">${post.title?html}</a></li>
                </#list>
                </ul>
                <#include "footer.ftl">
                """),
            Map.entry("templates/tag.ftl", """
                <#assign heading = tag>
                <#include "header.ftl">
                <h1>${heading}</h1>
                <ul>
                <#list tag_posts as post>
                <li><time>${post.date?string("yyyy-MM-dd")}</time> <a href="/${post.uri}">${post.title?html}</a></li>
                </#list>
                </ul>
                <#include "footer.ftl">
                """),
            Map.entry("templates/feed.ftl", """
                <#setting locale="en_US">
                <?xml version="1.0" encoding="UTF-8"?>
                <rss version="2.0">
                <channel>
                <title>${config.site_name}</title>
                <link>${config.site_host}/</link>
                <description>News from nowhere</description>
                <lastBuildDate>${published_date?string("EEE, dd MMM yyyy HH:mm:ss Z")}</lastBuildDate>
                <#list published_posts[0..*20] as post>
                <item>
                <title>${post.title?xml}</title>
                <link>${config.site_host}/${post.uri}</link>
                <guid>${config.site_host}/${post.uri}</guid>
                <pubDate>${post.date?string("EEE, dd MMM yyyy HH:mm:ss Z")}</pubDate>
                <description>${post.body?xml}</description>
                </item>
                </#list>
                </channel>
                </rss>
                """),
            Map.entry("templates/sitemap.ftl", """
                <?xml version="1.0" encoding="UTF-8"?>
                <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
                <#list published_posts as post>
                <url><loc>${config.site_host}/${post.uri}</loc>
                <lastmod>${post.date?string("yyyy-MM-dd")}</lastmod></url>
                </#list>
                </urlset>
                """));

    /**
     * As Hugo's users would write it for speed: no kinds of page that are not wanted, the footer rendered once
     * ({@code partialCached}), the archive as an output format of the home page so that no list has to be filtered.
     * Typographer and heading identifiers are off, because JBake's default Markdown has neither.
     */
    private static final Map<String, String> HUGO_FILES = Map.ofEntries(
            Map.entry("config.toml", """
                baseURL = "https://news.example.org/"
                title = "The Tarnel Courier"
                languageCode = "en"
                uglyURLs = true
                buildFuture = true
                disableHugoGeneratorInject = true
                disableKinds = ["section", "taxonomy", "404", "robotsTXT"]
                ignoreErrors = ["error-disable-taxonomy"]

                [taxonomies]
                tag = "tags"

                [markup.goldmark.extensions]
                typographer = false

                [markup.goldmark.parser]
                autoHeadingID = false

                [outputs]
                home = ["HTML", "RSS", "ARCHIVE"]
                term = ["HTML"]
                page = ["HTML"]

                [outputFormats.RSS]
                mediaType = "application/rss+xml"
                baseName = "feed"

                [outputFormats.ARCHIVE]
                mediaType = "text/html"
                baseName = "archive"
                isHTML = true
                """),
            Map.entry("layouts/_default/baseof.html", """
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>{{ block "heading" . }}{{ end }} | {{ site.Title }}</title>
                <link rel="stylesheet" href="/css/site.css">
                <link rel="alternate" type="application/rss+xml" href="/feed.xml">
                </head>
                <body>
                <header>
                <a href="/index.html">{{ site.Title }}</a>
                <nav><a href="/archive.html">Archive</a> <a href="/feed.xml">Feed</a></nav>
                </header>
                <main>
                {{ block "main" . }}{{ end -}}
                </main>
                {{ partialCached "footer.html" . -}}
                </body>
                </html>
                """),
            Map.entry("layouts/partials/footer.html", """
                <footer>
                <h2>Latest</h2>
                <ol>
                {{ range first 10 site.RegularPages -}}
                <li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>
                {{ end -}}
                </ol>
                <h2>Topics</h2>
                <ul class="tags">
                {{ range $name, $_ := site.Taxonomies.tags -}}
                <li><a href="/tags/{{ $name }}.html">{{ $name }}</a></li>
                {{ end -}}
                </ul>
                <p>{{ site.Title }}: news from nowhere</p>
                </footer>
                """),
            Map.entry("layouts/_default/single.html", """
                {{ define "heading" }}{{ .Title }}{{ end -}}
                {{ define "main" -}}
                <article>
                <h1>{{ .Title }}</h1>
                <p class="byline">By {{ .Params.author }} ({{ .Params.source }}, {{ .Params.section }})</p>
                <p><b class="dateline">{{ .Params.place }}</b> <time>{{ .Date.Format "2006-01-02 15:04" }}</time></p>
                {{ .Content }}
                <ul class="tags">
                {{ range .Params.tags -}}
                <li><a href="/tags/{{ . }}.html">{{ . }}</a></li>
                {{ end -}}
                </ul>
                <nav>
                {{ with .Prev -}}
                <a rel="prev" href="{{ .RelPermalink }}">{{ .Title }}</a>
                {{ end -}}
                {{ with .Next -}}
                <a rel="next" href="{{ .RelPermalink }}">{{ .Title }}</a>
                {{ end -}}
                </nav>
                </article>
                {{ end -}}
                """),
            Map.entry("layouts/index.html", """
                {{ define "heading" }}Latest news{{ end -}}
                {{ define "main" -}}
                <h1>Latest news</h1>
                {{ range first 20 site.RegularPages -}}
                <section>
                <h2><a href="{{ .RelPermalink }}">{{ .Title }}</a></h2>
                <p class="byline">By {{ .Params.author }} ({{ .Params.source }}, {{ .Params.section }})</p>
                <p><b class="dateline">{{ .Params.place }}</b> <time>{{ .Date.Format "2006-01-02 15:04" }}</time></p>
                </section>
                {{ end -}}
                {{ end -}}
                """),
            Map.entry("layouts/index.archive.html", """
                {{ define "heading" }}Archive{{ end -}}
                {{ define "main" -}}
                <h1>Archive</h1>
                <ul>
                {{ range site.RegularPages -}}
                <li><time>{{ .Date.Format "2006-01-02" }}</time> <a href="{{ .RelPermalink }}">{{ .Title }}</a></li>
                {{ end -}}
                </ul>
                {{ end -}}
                """),
            Map.entry("layouts/_default/term.html", """
                {{ define "heading" }}{{ .Data.Term }}{{ end -}}
                {{ define "main" -}}
                <h1>{{ .Data.Term }}</h1>
                <ul>
                {{ range .Pages -}}
                <li><time>{{ .Date.Format "2006-01-02" }}</time> <a href="{{ .RelPermalink }}">{{ .Title }}</a></li>
                {{ end -}}
                </ul>
                {{ end -}}
                """),
            Map.entry("layouts/index.rss.xml", """
                {{ print "<?xml version=\\"1.0\\" encoding=\\"UTF-8\\"?>" | safeHTML }}
                <rss version="2.0">
                <channel>
                <title>{{ site.Title }}</title>
                <link>{{ site.BaseURL }}</link>
                <description>News from nowhere</description>
                <lastBuildDate>{{ now.UTC.Format "Mon, 02 Jan 2006 15:04:05 -0700" | safeHTML }}</lastBuildDate>
                {{ range first 20 site.RegularPages -}}
                <item>
                <title>{{ .Title }}</title>
                <link>{{ .Permalink }}</link>
                <guid>{{ .Permalink }}</guid>
                <pubDate>{{ .Date.Format "Mon, 02 Jan 2006 15:04:05 -0700" | safeHTML }}</pubDate>
                <description>{{ .Content | html }}</description>
                </item>
                {{ end -}}
                </channel>
                </rss>
                """),
            Map.entry("layouts/sitemap.xml", """
                {{ print "<?xml version=\\"1.0\\" encoding=\\"UTF-8\\"?>" | safeHTML }}
                <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
                {{ range site.RegularPages -}}
                <url><loc>{{ .Permalink }}</loc>
                <lastmod>{{ .Date.Format "2006-01-02" }}</lastmod></url>
                {{ end -}}
                </urlset>
                """));

    /** Newsbake's site with seven related links below each article. */
    private static final Map<String, String> RELATED_FILES = changed(NEWSBAKE_FILES, Map.of(
            "jbake.properties", file -> file + "related.count=7\n",
            "templates/post.ftl", file -> file.replace("\n<nav>\n", """

                <#if content.related?has_content>
                <h2>You may be interested in</h2>
                <ul>
                <#list content.related as post>
                <li><a href="/${post.uri}">${post.title?html}</a></li>
                </#list>
                </ul>
                </#if>
                <nav>
                """)));

    /** Hugo's site with as many of its own, by the same tags; its default knows keywords and dates only. */
    private static final Map<String, String> HUGO_RELATED_FILES = changed(HUGO_FILES, Map.of(
            "config.toml", file -> file + """

                [related]
                includeNewer = true
                threshold = 0

                [[related.indices]]
                name = "tags"
                weight = 100

                [[related.indices]]
                name = "date"
                weight = 10
                """,
            "layouts/_default/single.html", file -> file.replace("\n<nav>\n", """

                {{ with first 7 (site.RegularPages.Related .) -}}
                <h2>You may be interested in</h2>
                <ul>
                {{ range . -}}
                <li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>
                {{ end -}}
                </ul>
                {{ end -}}
                <nav>
                """)));

    private static Map<String, String> changed(Map<String, String> files, Map<String, UnaryOperator<String>> changes) {
        Map<String, String> changed = new HashMap<>(files);
        changes.forEach((path, change) -> changed.computeIfPresent(path, (key, file) -> change.apply(file)));
        return Map.copyOf(changed);
    }
}
