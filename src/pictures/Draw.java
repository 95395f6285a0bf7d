import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.LinearGradientPaint;
import java.awt.MultipleGradientPaint;
import java.awt.Paint;
import java.awt.RadialGradientPaint;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Arc2D;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.plugins.jpeg.JPEGImageWriteParam;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Paints the pictures of The Harbour Courier and writes them as JPEG files with IPTC and XMP metadata.
 *
 * <pre>
 * java src/pictures/Draw.java assets/img                     all pictures
 * java src/pictures/Draw.java assets/img night-ferry card    some of them, by name
 * </pre>
 *
 * The program needs nothing but Java 17. All chance is seeded with the picture's name, so a picture comes out the
 * same at every run. Pictures are painted at twice their size with plain shapes, then {@link Canvas#print} makes the print of
 * them: edges as of a knife in linoleum, ink that lies a little uneven, specks of paper.
 */
public final class Draw {

    static final int WIDTH = 1600;
    static final int HEIGHT = 1067;
    static final int OVERSAMPLE = 2;

    /** No picture is to weigh more than this many bytes, metadata not counted. */
    static final int PICTURE_LIMIT = 106_000;
    static final int PORTRAIT_LIMIT = 34_000;

    public static void main(String[] arguments) throws IOException {
        System.setProperty("java.awt.headless", "true");
        if (arguments.length == 0) {
            System.err.println("Usage: java Draw.java DIRECTORY [NAME...]");
            System.exit(2);
        }
        Path directory = Path.of(arguments[0]);
        List<String> wanted = Arrays.asList(arguments).subList(1, arguments.length);
        for (Picture picture : PICTURES) {
            if (wanted.isEmpty() || wanted.contains(picture.name())) {
                write(directory, picture, WIDTH, HEIGHT, PICTURE_LIMIT);
            }
        }
        if (wanted.isEmpty() || wanted.contains("card")) {
            write(directory, CARD, 1200, 630, PICTURE_LIMIT);
        }
        for (Picture portrait : PORTRAITS) {
            if (wanted.isEmpty() || wanted.contains(portrait.name())) {
                write(directory.resolve("people"), portrait, 600, 600, PORTRAIT_LIMIT);
            }
        }
        if (wanted.isEmpty() || wanted.contains("logo")) {
            Canvas canvas = new Canvas("logo", 512, 512);
            logo(canvas);
            ImageIO.write(canvas.shrink(), "png", directory.resolve("logo.png").toFile());
        }
    }

    static void write(Path directory, Picture picture, int width, int height, int limit) throws IOException {
        Canvas canvas = new Canvas(picture.name(), width, height);
        canvas.fill(rect(0, 0, width, height), CREAM);
        picture.painter().accept(canvas);
        byte[] jpeg = Jpeg.encode(canvas.print(), limit);
        Files.createDirectories(directory);
        Files.write(directory.resolve(picture.name() + ".jpg"), Jpeg.withMetadata(jpeg, picture));
    }

    // ---------------------------------------------------------------- the pictures and what is written into them

    /** Who publishes a picture: credit line and source. */
    enum Desk {
        COURIER("The Harbour Courier", "Harbour Courier picture desk"),
        NORTHWIND("Northwind Newswire", "Northwind Newswire pictures"),
        MERIDIAN("Meridian Dispatch", "Meridian Dispatch pictures");

        final String credit;
        final String source;

        Desk(String credit, String source) {
            this.credit = credit;
            this.source = source;
        }
    }

    /** A picture: its file's name, what the metadata says about it, and the method that paints it. */
    record Picture(String name, String headline, String byline, Desk desk, String date, String caption,
                   Consumer<Canvas> painter) {}

    static final List<Picture> PICTURES = List.of(
        new Picture("harbour-dawn", "Dawn over Saltmere harbour", "Orla Finch", Desk.COURIER, "2026-10-02",
            "Fishing boats lie at their moorings in Saltmere harbour as the sun comes up behind the North Wall.",
            Draw::harbourDawn),
        new Picture("night-ferry", "The night ferry", "Orla Finch", Desk.COURIER, "2026-09-04",
            "The night ferry passes the light on Kestrel Head with every cabin lit, bound for Tarrow Island.",
            Draw::nightFerry),
        new Picture("ferry-deck", "On the after deck", "Tobias Quill", Desk.COURIER, "2026-10-10",
            "Passengers lean on the rail of the morning ferry as it leaves a white wake across the Brannock Sound.",
            Draw::ferryDeck),
        new Picture("fish-market", "Fish market", "Greta Sallow", Desk.COURIER, "2026-10-12",
            "Buyers and porters walk the rows of iced boxes in the fish market on Customs Quay before the bell.",
            Draw::fishMarket),
        new Picture("lighthouse", "Kestrel Head light", "Orla Finch", Desk.COURIER, "2026-09-04",
            "The light on Kestrel Head swings its beam across the Sound as the last of the daylight goes.",
            Draw::lighthouse),
        new Picture("sea-wall-storm", "Gale at the North Wall", "Tobias Quill", Desk.COURIER, "2025-12-09",
            "A sea breaks over the North Wall and the lamps of the promenade at the height of a winter gale.",
            Draw::seaWallStorm),
        new Picture("tidal-turbine", "The tidal turbine", "Tobias Quill", Desk.COURIER, "2026-11-03",
            "The turbine will stand on the bed of the harbour mouth, well below the keel of the deepest boat in the fleet.",
            Draw::tidalTurbine),
        new Picture("town-hall", "Saltmere town hall", "Greta Sallow", Desk.COURIER, "2026-09-08",
            "The clock tower of Saltmere town hall catches the late sun while the square below it is already in shade.",
            Draw::townHall),
        new Picture("council-chamber", "The council sits", "Greta Sallow", Desk.COURIER, "2026-10-07",
            "Councillors listen from the curved benches of the chamber as a colleague stands to speak.",
            Draw::councilChamber),
        new Picture("library", "The reading room", "Greta Sallow", Desk.COURIER, "2026-09-17",
            "Readers sit under green lamps in the tall reading room of Saltmere library.",
            Draw::library),
        new Picture("school-kitchen", "Dinner time", "Greta Sallow", Desk.COURIER, "2026-11-12",
            "Two cooks fill the plates of pupils at the hatch of a Saltmere school kitchen.",
            Draw::schoolKitchen),
        new Picture("bakery", "Before the shop opens", "Greta Sallow", Desk.COURIER, "2026-10-06",
            "A baker draws the first loaves from the oven while the street outside is still dark.",
            Draw::bakery),
        new Picture("rowing-race", "The Sound eights", "Tobias Quill", Desk.COURIER, "2026-10-04",
            "Two eights race side by side down the Sound, their blades cutting into a short chop.",
            Draw::rowingRace),
        new Picture("football-pitch", "Under the floodlights", "Tobias Quill", Desk.COURIER, "2026-11-14",
            "A striker in red shoots past a defender's outstretched leg under the floodlights of the harbour ground.",
            Draw::footballPitch),
        new Picture("sailing-regatta", "Regatta", "Orla Finch", Desk.COURIER, "2025-09-14",
            "The regatta fleet runs for home under spinnakers in a fresh westerly breeze.",
            Draw::sailingRegatta),
        new Picture("seals", "Seals on the Outer Skerry", "Orla Finch", Desk.COURIER, "2026-10-04",
            "Harbour seals rest on the rocks of the Outer Skerry at low water.",
            Draw::seals),
        new Picture("observatory-night", "Observatory on Cape Sorrow", "Arvid Stenmoor", Desk.NORTHWIND, "2026-11-08",
            "The dome on Cape Sorrow will open to one of the darkest skies on the Sound, as an artist pictures it.",
            Draw::observatoryNight),
        new Picture("telescope", "At the eyepiece", "Lucia Pellane", Desk.MERIDIAN, "2026-10-25",
            "An amateur astronomer bends to the eyepiece while her companion points at the rising moon.",
            Draw::telescope),
        new Picture("herring-boats", "The herring fleet", "Arvid Stenmoor", Desk.NORTHWIND, "2026-09-09",
            "Herring boats heave their way home with gulls over their sterns.",
            Draw::herringBoats),
        new Picture("container-port", "Container port", "Lucia Pellane", Desk.MERIDIAN, "2026-10-15",
            "Cranes work a container ship at the quays of Port Ellery at sunset.",
            Draw::containerPort),
        new Picture("shipyard", "On the slipway", "Tobias Quill", Desk.COURIER, "2026-10-23",
            "Sparks fall from the welders' stagings around a hull on the slipway of the Saltmere yard.",
            Draw::shipyard),
        new Picture("railway-viaduct", "The Fenning viaduct", "Lucia Pellane", Desk.MERIDIAN, "2026-07-20",
            "A coast train crosses the brick viaduct over the Fenning estuary at high tide.",
            Draw::railwayViaduct),
        new Picture("island-village", "Tarrow Island", "Orla Finch", Desk.COURIER, "2026-09-20",
            "White cottages climb from the landing on Tarrow Island to the chapel above the bay.",
            Draw::islandVillage),
        new Picture("wind-farm", "Wind farm", "Lucia Pellane", Desk.MERIDIAN, "2026-10-30",
            "A service boat heads out to the turbines of an offshore wind farm on a bright morning.",
            Draw::windFarm),
        new Picture("market-square", "Market day", "Greta Sallow", Desk.COURIER, "2026-09-12",
            "Shoppers move between striped awnings on market day in the square at Saltmere.",
            Draw::marketSquare),
        new Picture("theatre-stage", "Curtain up", "Greta Sallow", Desk.COURIER, "2026-02-06",
            "Two actors face each other in a single pool of light, seen over the heads of a full house.",
            Draw::theatreStage),
        new Picture("concert-hall", "The town orchestra", "Greta Sallow", Desk.COURIER, "2026-06-13",
            "The conductor brings in the strings at a concert of the town orchestra.",
            Draw::concertHall),
        new Picture("museum-gallery", "In the museum", "Greta Sallow", Desk.COURIER, "2026-10-29",
            "Visitors look at seascapes and a model of a three-masted ship in the gallery of the Custom House.",
            Draw::museumGallery),
        new Picture("poetry-evening", "Poetry evening", "Greta Sallow", Desk.COURIER, "2026-11-12",
            "A poet reads at the microphone by the light of one lamp to a room of listeners.",
            Draw::poetryEvening),
        new Picture("swimming-baths", "The swimming baths", "Greta Sallow", Desk.COURIER, "2026-10-05",
            "Early swimmers keep to their lanes beneath the iron and glass roof of the Saltmere baths.",
            Draw::swimmingBaths),
        new Picture("power-lines-storm", "Storm over the lines", "Arvid Stenmoor", Desk.NORTHWIND, "2026-10-21",
            "Lightning strikes behind a row of pylons as a storm crosses the Orrimoor coast.",
            Draw::powerLinesStorm),
        new Picture("snow-on-quay", "Snow on the quay", "Orla Finch", Desk.COURIER, "2026-11-20",
            "A woman and her dog walk home along Customs Quay through the first snow of the winter.",
            Draw::snowOnQuay),
        new Picture("kelp-underwater", "In the kelp", "Orla Finch", Desk.COURIER, "2026-09-15",
            "A diver swims between tall stems of kelp where small fish shelter from the light.",
            Draw::kelpUnderwater),
        new Picture("weather-balloon", "Weather balloon", "Lucia Pellane", Desk.MERIDIAN, "2026-09-08",
            "A meteorologist lets go of a weather balloon from the field beside her hilltop station.",
            Draw::weatherBalloon),
        new Picture("bridge-halvane", "The strait bridge at Halvane", "Arvid Stenmoor", Desk.NORTHWIND, "2026-10-08",
            "The lights of Halvane come on behind the cables of the bridge across the strait.",
            Draw::bridgeHalvane),
        new Picture("parliament-halvane", "Parliament in Halvane", "Arvid Stenmoor", Desk.NORTHWIND, "2026-09-29",
            "Flags fly before the copper dome of the parliament on the river front in Halvane.",
            Draw::parliamentHalvane),
        new Picture("orchard", "Apple harvest", "Orla Finch", Desk.COURIER, "2026-09-28",
            "Pickers on ladders bring in the last apples of the season in an orchard above the Fenning.",
            Draw::orchard),
        new Picture("tram", "Evening tram", "Tobias Quill", Desk.COURIER, "2026-10-14",
            "A tram of line 4 comes down a street in Halvane on a wet evening, its lamps doubled in the shining road.",
            Draw::tram),
        new Picture("tide-gauge", "Spring tide", "Tobias Quill", Desk.COURIER, "2026-09-12",
            "Water stands high against the tide staff beside the old gauge house at the harbour mouth.",
            Draw::tideGauge),
        new Picture("festival-lanterns", "Lantern night", "Orla Finch", Desk.COURIER, "2026-11-07",
            "Families carry paper lanterns along the inner harbour on lantern night and set them afloat from the steps.",
            Draw::festivalLanterns)
    );

    static final Picture CARD = new Picture("card", "The Harbour Courier", "Orla Finch", Desk.COURIER, "2026-09-01",
            "The harbour at Saltmere with its lighthouse and a boat coming in.", Draw::card);

    // ---------------------------------------------------------------- the inks

    static final int INK = 0x14202e;
    static final int NAVY = 0x17344d;
    static final int DEEP = 0x114b60;
    static final int TEAL = 0x2b7884;
    static final int SEA = 0x5fa1a2;
    static final int MIST = 0xa9cac4;
    static final int FOAM = 0xe2ebe0;
    static final int CREAM = 0xf6ead0;
    static final int SAND = 0xecd3a0;
    static final int OCHRE = 0xe3a640;
    static final int ORANGE = 0xdc7637;
    static final int RUST = 0xb5432a;
    static final int WINE = 0x6f2632;
    static final int ROSE = 0xe8a88f;
    static final int PLUM = 0x4a3350;
    static final int LEAF = 0x66864f;
    static final int MOSS = 0x35573f;
    static final int WHITE = 0xfffaee;
    static final int BROWN = 0x6b4632;

    static final int[] SKINS = {0xf0c6a0, 0xd9a074, 0xa9704a, 0x7a4a32, 0xf3d3b5, 0xc48a60};

    static int mix(int a, int b, double t) {
        int red = (int) Math.round((a >> 16 & 255) * (1 - t) + (b >> 16 & 255) * t);
        int green = (int) Math.round((a >> 8 & 255) * (1 - t) + (b >> 8 & 255) * t);
        int blue = (int) Math.round((a & 255) * (1 - t) + (b & 255) * t);
        return red << 16 | green << 8 | blue;
    }

    static int darker(int colour, double by) {
        return mix(colour, INK, by);
    }

    static int lighter(int colour, double by) {
        return mix(colour, WHITE, by);
    }

    static Color ink(int colour, double alpha) {
        return new Color(colour >> 16 & 255, colour >> 8 & 255, colour & 255,
                (int) Math.round(Math.max(0, Math.min(1, alpha)) * 255));
    }

    // ---------------------------------------------------------------- noise

    static double hash(int x, int y, int seed) {
        int h = x * 374761393 + y * 668265263 + seed * 974634721;
        h = (h ^ h >>> 13) * 1274126177;
        h ^= h >>> 16;
        return (h & 0xffffff) / (double) 0xffffff;
    }

    /** Smooth noise between 0 and 1. */
    static double noise(double x, double y, int seed) {
        int i = (int) Math.floor(x);
        int j = (int) Math.floor(y);
        double u = x - i;
        double v = y - j;
        u = u * u * (3 - 2 * u);
        v = v * v * (3 - 2 * v);
        double top = hash(i, j, seed) * (1 - u) + hash(i + 1, j, seed) * u;
        double bottom = hash(i, j + 1, seed) * (1 - u) + hash(i + 1, j + 1, seed) * u;
        return top * (1 - v) + bottom * v;
    }

    /** Several octaves of noise, between 0 and 1. */
    static double fractal(double x, double y, int seed) {
        return noise(x, y, seed) * 0.55 + noise(x * 2.1, y * 2.1, seed + 1) * 0.28
                + noise(x * 4.3, y * 4.3, seed + 2) * 0.17;
    }

    // ---------------------------------------------------------------- shapes

    static Shape rect(double x, double y, double width, double height) {
        return new Rectangle2D.Double(x, y, width, height);
    }

    static Shape round(double x, double y, double width, double height, double radius) {
        return new RoundRectangle2D.Double(x, y, width, height, radius * 2, radius * 2);
    }

    static Shape circle(double x, double y, double radius) {
        return new Ellipse2D.Double(x - radius, y - radius, radius * 2, radius * 2);
    }

    static Shape oval(double x, double y, double rx, double ry) {
        return new Ellipse2D.Double(x - rx, y - ry, rx * 2, ry * 2);
    }

    static Shape polygon(double... points) {
        Path2D path = new Path2D.Double();
        path.moveTo(points[0], points[1]);
        for (int i = 2; i < points.length; i += 2) {
            path.lineTo(points[i], points[i + 1]);
        }
        path.closePath();
        return path;
    }

    private static final Pattern STEP = Pattern.compile("([MmLlHhVvCcQqSsZz])|(-?(?:\\d+\\.?\\d*|\\.\\d+))");

    /** A shape in the notation of SVG's path data: M L H V C S Q Z, absolute and relative. */
    static Path2D path(String data) {
        Path2D path = new Path2D.Double();
        Matcher matcher = STEP.matcher(data);
        List<String> tokens = new ArrayList<>();
        while (matcher.find()) {
            tokens.add(matcher.group());
        }
        double x = 0;
        double y = 0;
        double controlX = 0;
        double controlY = 0;
        double startX = 0;
        double startY = 0;
        char command = 'M';
        int i = 0;
        while (i < tokens.size()) {
            char first = tokens.get(i).charAt(0);
            if (Character.isLetter(first)) {
                command = first;
                i++;
            }
            double ox = Character.isLowerCase(command) ? x : 0;
            double oy = Character.isLowerCase(command) ? y : 0;
            char kind = Character.toUpperCase(command);
            int count = switch (kind) {
                case 'Z' -> 0;
                case 'H', 'V' -> 1;
                case 'M', 'L' -> 2;
                case 'C' -> 6;
                default -> 4;
            };
            double[] n = new double[count];
            for (int k = 0; k < count; k++) {
                n[k] = Double.parseDouble(tokens.get(i++));
            }
            double oldX = x;
            double oldY = y;
            boolean curve = false;
            switch (kind) {
                case 'M' -> {
                    x = startX = ox + n[0];
                    y = startY = oy + n[1];
                    path.moveTo(x, y);
                    command = command == 'm' ? 'l' : 'L';
                }
                case 'L' -> path.lineTo(x = ox + n[0], y = oy + n[1]);
                case 'H' -> path.lineTo(x = ox + n[0], y);
                case 'V' -> path.lineTo(x, y = oy + n[0]);
                case 'C' -> {
                    controlX = ox + n[2];
                    controlY = oy + n[3];
                    path.curveTo(ox + n[0], oy + n[1], controlX, controlY, x = ox + n[4], y = oy + n[5]);
                    curve = true;
                }
                case 'S' -> {
                    double mirrorX = 2 * x - controlX;
                    double mirrorY = 2 * y - controlY;
                    controlX = ox + n[0];
                    controlY = oy + n[1];
                    path.curveTo(mirrorX, mirrorY, controlX, controlY, x = ox + n[2], y = oy + n[3]);
                    curve = true;
                }
                case 'Q' -> path.quadTo(ox + n[0], oy + n[1], x = ox + n[2], y = oy + n[3]);
                default -> {
                    path.closePath();
                    x = startX;
                    y = startY;
                }
            }
            if (!curve) {
                controlX = x;
                controlY = y;
            }
            if (kind == 'Z' && oldX == x && oldY == y && i >= tokens.size()) {
                break;
            }
        }
        return path;
    }

    /** A soft closed shape through the points. */
    static Path2D blob(double... p) {
        return curve(true, p);
    }

    /** A soft open line through the points. */
    static Path2D flow(double... p) {
        return curve(false, p);
    }

    private static Path2D curve(boolean closed, double[] p) {
        int n = p.length / 2;
        Path2D path = new Path2D.Double();
        path.moveTo(p[0], p[1]);
        for (int i = 0; i < (closed ? n : n - 1); i++) {
            int before = closed ? (i + n - 1) % n : Math.max(0, i - 1);
            int to = closed ? (i + 1) % n : i + 1;
            int after = closed ? (i + 2) % n : Math.min(n - 1, i + 2);
            path.curveTo(p[2 * i] + (p[2 * to] - p[2 * before]) / 6, p[2 * i + 1] + (p[2 * to + 1]
                    - p[2 * before + 1]) / 6,
                    p[2 * to] - (p[2 * after] - p[2 * i]) / 6, p[2 * to + 1] - (p[2 * after + 1] - p[2 * i + 1]) / 6,
                    p[2 * to], p[2 * to + 1]);
        }
        if (closed) {
            path.closePath();
        }
        return path;
    }

    /** A lying lens, pointed at both ends: a ripple, a streak of light, a thin cloud. */
    static Shape lens(double x, double y, double width, double height) {
        Path2D path = new Path2D.Double();
        path.moveTo(x - width / 2, y);
        path.quadTo(x, y - height, x + width / 2, y);
        path.quadTo(x, y + height, x - width / 2, y);
        path.closePath();
        return path;
    }

    /** A stroke that is thick at one end and thin at the other, with round ends. */
    static Shape limb(double x1, double y1, double r1, double x2, double y2, double r2) {
        double distance = Math.hypot(x2 - x1, y2 - y1);
        Area area = new Area(circle(x1, y1, r1));
        area.add(new Area(circle(x2, y2, r2)));
        if (distance > Math.abs(r1 - r2)) {
            double along = Math.atan2(y2 - y1, x2 - x1);
            double side = Math.acos((r1 - r2) / distance);
            double a = along + side;
            double b = along - side;
            area.add(new Area(polygon(x1 + r1 * Math.cos(a), y1 + r1 * Math.sin(a), x2 + r2 * Math.cos(a),
                    y2 + r2 * Math.sin(a), x2 + r2 * Math.cos(b), y2 + r2 * Math.sin(b), x1 + r1 * Math.cos(b),
                    y1 + r1 * Math.sin(b))));
        }
        return area;
    }

    static Shape turned(Shape shape, double degrees, double x, double y) {
        return AffineTransform.getRotateInstance(Math.toRadians(degrees), x, y).createTransformedShape(shape);
    }

    static Shape moved(Shape shape, double x, double y) {
        return AffineTransform.getTranslateInstance(x, y).createTransformedShape(shape);
    }

    static Area cut(Shape shape, Shape away) {
        Area area = new Area(shape);
        area.subtract(new Area(away));
        return area;
    }

    static Area both(Shape one, Shape other) {
        Area area = new Area(one);
        area.intersect(new Area(other));
        return area;
    }

    static Area join(Shape... shapes) {
        Area area = new Area();
        for (Shape shape : shapes) {
            area.add(new Area(shape));
        }
        return area;
    }

    // ---------------------------------------------------------------- the canvas

    /** A sheet to paint on, and the tools for it. Measures are pixels of the finished picture. */
    static final class Canvas {
        final int width;
        final int height;
        final int seed;
        final Random random;
        final BufferedImage image;
        final Graphics2D g;

        Canvas(String name, int width, int height) {
            this.width = width;
            this.height = height;
            seed = name.hashCode();
            random = new Random(seed);
            image = new BufferedImage(width * OVERSAMPLE, height * OVERSAMPLE, BufferedImage.TYPE_INT_ARGB);
            g = image.createGraphics();
            g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            g.scale(OVERSAMPLE, OVERSAMPLE);
        }

        double chance(double from, double to) {
            return from + random.nextDouble() * (to - from);
        }

        @SafeVarargs
        final <T> T any(T... of) {
            return of[random.nextInt(of.length)];
        }

        // ---- filling and stroking

        void fill(Shape shape, int colour) {
            g.setPaint(ink(colour, 1));
            g.fill(shape);
        }

        void fill(Shape shape, int colour, double alpha) {
            g.setPaint(ink(colour, alpha));
            g.fill(shape);
        }

        void fill(Shape shape, Paint paint) {
            g.setPaint(paint);
            g.fill(shape);
        }

        void fill(String data, int colour) {
            fill(path(data), colour);
        }

        void fill(String data, int colour, double alpha) {
            fill(path(data), colour, alpha);
        }

        void stroke(Shape shape, double width, int colour) {
            stroke(shape, width, colour, 1);
        }

        void stroke(Shape shape, double width, int colour, double alpha) {
            g.setPaint(ink(colour, alpha));
            g.setStroke(new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            g.draw(shape);
        }

        void line(double x1, double y1, double x2, double y2, double width, int colour) {
            Path2D path = new Path2D.Double();
            path.moveTo(x1, y1);
            path.lineTo(x2, y2);
            stroke(path, width, colour, 1);
        }

        void line(double x1, double y1, double x2, double y2, double width, int colour, double alpha) {
            Path2D path = new Path2D.Double();
            path.moveTo(x1, y1);
            path.lineTo(x2, y2);
            stroke(path, width, colour, alpha);
        }

        // ---- where things go

        /** Paints with the origin at (x, y), everything times the scale; a negative sx mirrors. */
        void at(double x, double y, double sx, double sy, Runnable painting) {
            AffineTransform before = g.getTransform();
            g.translate(x, y);
            g.scale(sx, sy);
            painting.run();
            g.setTransform(before);
        }

        void at(double x, double y, double scale, Runnable painting) {
            at(x, y, scale, scale, painting);
        }

        void turn(double degrees, double x, double y, Runnable painting) {
            AffineTransform before = g.getTransform();
            g.rotate(Math.toRadians(degrees), x, y);
            painting.run();
            g.setTransform(before);
        }

        void within(Shape shape, Runnable painting) {
            Shape before = g.getClip();
            g.clip(shape);
            painting.run();
            g.setClip(before);
        }

        // ---- light

        /** Paint that runs from the first colour at (x0, y0) to the last at (x1, y1), at even steps. */
        Paint blend(double x0, double y0, double x1, double y1, int... colours) {
            float[] stops = new float[colours.length];
            Color[] paints = new Color[colours.length];
            for (int i = 0; i < colours.length; i++) {
                stops[i] = i / (float) (colours.length - 1);
                paints[i] = ink(colours[i], 1);
            }
            return new LinearGradientPaint(new Point2D.Double(x0, y0), new Point2D.Double(x1, y1), stops, paints);
        }

        /** One colour that fades between two strengths. */
        Paint fade(double x0, double y0, double x1, double y1, int colour, double from, double to) {
            return new LinearGradientPaint(new Point2D.Double(x0, y0), new Point2D.Double(x1, y1), new float[] {0, 1},
                    new Color[] {ink(colour, from), ink(colour, to)});
        }

        void sky(double bottom, int... colours) {
            fill(rect(0, 0, width, bottom + 1), blend(0, 0, 0, bottom, colours));
        }

        void ground(double top, int... colours) {
            fill(rect(0, top, width, height - top), colours.length == 1 ? ink(colours[0], 1)
                    : blend(0, top, 0, height, colours));
        }

        void glow(double x, double y, double radius, int colour, double alpha) {
            g.setPaint(new RadialGradientPaint(new Point2D.Double(x, y), (float) radius,
                    new float[] {0, 0.25f, 0.6f, 1}, new Color[] {ink(colour, alpha), ink(colour, alpha * 0.6),
                        ink(colour, alpha * 0.18), ink(colour, 0)}, MultipleGradientPaint.CycleMethod.NO_CYCLE));
            g.fill(circle(x, y, radius));
        }

        /** Rings of flat colour around a light, as a printer would lay them. */
        void halo(double x, double y, double radius, int rings, int colour, double alpha) {
            for (int i = rings; i > 0; i--) {
                fill(circle(x, y, radius * i / rings), colour, alpha);
            }
        }

        /** Dots sprayed on a shape: dense at (x0, y0), none left at (x1, y1). */
        void spray(Shape shape, double x0, double y0, double x1, double y1, int colour, double density) {
            Rectangle2D box = shape.getBounds2D().createIntersection(new Rectangle2D.Double(-width, -height,
                    3 * width,
                    3 * height));
            if (box.isEmpty()) {
                return;
            }
            double length = (x1 - x0) * (x1 - x0) + (y1 - y0) * (y1 - y0);
            int dots = (int) (box.getWidth() * box.getHeight() * density / 14);
            within(shape, () -> {
                g.setPaint(ink(colour, 1));
                for (int i = 0; i < dots; i++) {
                    double x = box.getX() + random.nextDouble() * box.getWidth();
                    double y = box.getY() + random.nextDouble() * box.getHeight();
                    double t = ((x - x0) * (x1 - x0) + (y - y0) * (y1 - y0)) / length;
                    double keep = t <= 0 ? 1 : t >= 1 ? 0 : (1 - t) * (1 - t);
                    if (random.nextDouble() < keep) {
                        g.fill(circle(x, y, chance(0.8, 1.7)));
                    }
                }
            });
        }

        /** Cuts of the gouge: tapered strokes along one direction all over a shape. */
        void carve(Shape shape, double degrees, double spacing, double length, double thickness, int colour,
                   double alpha) {
            Rectangle2D box = shape.getBounds2D();
            double cx = box.getCenterX();
            double cy = box.getCenterY();
            double reach = Math.hypot(box.getWidth(), box.getHeight()) / 2;
            within(shape, () -> turn(degrees, cx, cy, () -> {
                for (double y = cy - reach; y < cy + reach; y += spacing) {
                    double x = cx - reach - random.nextDouble() * length;
                    while (x < cx + reach) {
                        double run = length * chance(0.45, 1.3);
                        fill(lens(x + run / 2, y + chance(-0.25, 0.25) * spacing, run, thickness * chance(0.5, 1.2)),
                                colour, alpha);
                        x += run + length * chance(0.08, 0.7);
                    }
                }
            }));
        }

        void beam(double x, double y, double length, double degrees, double spread, int colour, double alpha) {
            double a = Math.toRadians(degrees - spread / 2);
            double b = Math.toRadians(degrees + spread / 2);
            double m = Math.toRadians(degrees);
            fill(polygon(x, y, x + length * Math.cos(a), y + length * Math.sin(a), x + length * Math.cos(b),
                    y + length * Math.sin(b)), fade(x, y, x + length * Math.cos(m), y + length * Math.sin(m), colour,
                    alpha, 0));
        }

        // ---- sky

        void stars(double bottom, int count, int colour) {
            for (int i = 0; i < count; i++) {
                double x = random.nextDouble() * width;
                double y = random.nextDouble() * bottom;
                double size = random.nextDouble();
                fill(circle(x, y, 0.9 + size * size * size * 2.4), colour, 0.45 + 0.55 * random.nextDouble());
            }
        }

        void moon(double x, double y, double radius, double bite, int colour) {
            fill(bite == 0 ? circle(x, y, radius) : cut(circle(x, y, radius), circle(x + bite, y - bite * 0.25,
                    radius)),
                    colour);
        }

        /** A long flat cloud of stacked streaks. */
        void streaks(double x, double y, double length, int rows, int colour, double alpha) {
            Area area = new Area();
            for (int i = 0; i < rows; i++) {
                double run = length * chance(0.45, 1);
                area.add(new Area(lens(x + chance(-0.25, 0.25) * length, y + i * chance(9, 13), run,
                        run * 0.014 + 5)));
            }
            fill(area, colour, alpha);
        }

        /** A fair-weather cloud with a flat foot; returns its shape. */
        Area cloud(double x, double y, double length, double rise) {
            Area area = new Area();
            int humps = 7;
            for (int i = 0; i < humps; i++) {
                double t = (i + 0.5) / humps;
                double radius = rise * (0.28 + 0.5 * Math.sin(t * Math.PI)) * chance(0.8, 1.15);
                area.add(new Area(oval(x + (t - 0.5) * length * 0.86, y - radius * 0.75, radius * 1.15, radius)));
            }
            area.add(new Area(round(x - length * 0.46, y - rise * 0.2, length * 0.92, rise * 0.2, rise * 0.1)));
            return both(area, rect(x - length, y - rise * 3, length * 2, rise * 3));
        }

        void gull(double x, double y, double size, double tilt, int colour) {
            turn(tilt, x, y, () -> at(x, y, size / 40, () ->
                fill("M0 0C-8-10-20-16-40-12C-26-12-16-6-8 3C-4 8 3 8 7 4C14-6 24-13 40-15C22-18 9-11 0 0Z",
                        colour)));
        }

        void gulls(double x, double y, double w, double h, int count, double size, int colour) {
            for (int i = 0; i < count; i++) {
                gull(x + random.nextDouble() * w, y + random.nextDouble() * h, size * chance(0.6, 1.2), chance(-25,
                        25),
                        colour);
            }
        }

        void rain(double slant, int count, double length, int colour, double alpha) {
            for (int i = 0; i < count; i++) {
                double x = chance(-100, width + 100);
                double y = chance(-50, height);
                double run = length * chance(0.4, 1.2);
                fill(turned(lens(x, y, run, 1.9), 90 + slant, x, y), colour, alpha * chance(0.4, 1));
            }
        }

        void snow(int count, double smallest, double largest, int colour) {
            for (int i = 0; i < count; i++) {
                double t = random.nextDouble();
                fill(circle(chance(0, width), chance(0, height), smallest + (largest - smallest) * t * t * t), colour,
                        0.6 + 0.4 * random.nextDouble());
            }
        }

        // ---- land and water

        /** Land from x0 to x1 whose crest wanders around y; closed at the foot,
                and flat where it ends in the picture. */
        Path2D ridge(double x0, double x1, double y, double rise, double wave, double foot, int number) {
            Path2D path = new Path2D.Double();
            path.moveTo(x0, foot);
            for (double x = x0; x <= x1 + 4; x += 6) {
                double crest = y - rise * (fractal(x / wave, number * 7.3, seed + number) - 0.5) * 2;
                double end = Math.min(x0 > 0 ? (x - x0) / (x1 - x0) * 4 : 1, x1 < width ? (x1 - x) / (x1
                        - x0) * 4 : 1);
                double t = Math.max(0, Math.min(1, end));
                path.lineTo(x, foot - (foot - crest) * t * (2 - t));
            }
            path.lineTo(x1 + 4, foot);
            path.closePath();
            return path;
        }

        Path2D hills(double y, double rise, double wave, int number) {
            return ridge(0, width, y, rise, wave, height, number);
        }

        /** Ripples that grow towards the viewer. */
        void ripples(double top, double bottom, int count, int colour, double alpha) {
            ripples(0, width, top, bottom, count, colour, alpha);
        }

        void ripples(double left, double right, double top, double bottom, int count, int colour, double alpha) {
            for (int i = 0; i < count; i++) {
                double t = random.nextDouble();
                double y = top + (bottom - top) * t;
                double run = (24 + 190 * t * t) * chance(0.5, 1.3);
                fill(lens(chance(left, right), y, run, 2 + 7 * t * t), colour, alpha);
            }
        }

        /** A path of light on the water below something bright. */
        void glitter(double x, double top, double bottom, double wide, int count, int colour, double alpha) {
            for (int i = 0; i < count; i++) {
                double t = Math.pow(random.nextDouble(), 1.2);
                double y = top + (bottom - top) * t;
                double spread = wide * (0.35 + 0.65 * t);
                double run = spread * chance(0.25, 0.8);
                fill(lens(x + (random.nextDouble() + random.nextDouble() - 1) * spread * 0.5, y, run, 2.4 + 6 * t),
                        colour,
                        alpha);
            }
        }

        /** The wavering image of a light: one broken column. */
        void reflection(double x, double top, double bottom, double wide, int colour, double alpha) {
            for (double y = top; y < bottom; y += 5 + 9 * (y - top) / (bottom - top)) {
                double t = (y - top) / (bottom - top);
                fill(lens(x + chance(-0.4, 0.4) * wide, y, wide * chance(0.6, 1.5) * (1 + t * 0.7), 2.5 + 3 * t),
                        colour,
                        alpha * (1 - t * 0.75));
            }
        }

        // ---- from sheet to print

        /** The sheet at its size, as it was painted. */
        BufferedImage shrink() {
            BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
            int[] from = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
            int[] to = ((DataBufferInt) small.getRaster().getDataBuffer()).getData();
            int stride = width * OVERSAMPLE;
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    int a = 0;
                    int r = 0;
                    int gr = 0;
                    int b = 0;
                    for (int k = 0; k < OVERSAMPLE * OVERSAMPLE; k++) {
                        int p = from[(y * OVERSAMPLE + k / OVERSAMPLE) * stride + x * OVERSAMPLE + k % OVERSAMPLE];
                        int alpha = p >>> 24;
                        a += alpha;
                        r += (p >> 16 & 255) * alpha;
                        gr += (p >> 8 & 255) * alpha;
                        b += (p & 255) * alpha;
                    }
                    to[y * width + x] = a == 0 ? 0 : a / 4 << 24 | r / a << 16 | gr / a << 8 | b / a;
                }
            }
            return small;
        }

        /**
         * The print: the sheet at its size, with edges that waver by a pixel or two,
                 ink that is a little thicker here
         * and thinner there, and specks where it did not take.
         */
        BufferedImage print() {
            g.dispose();
            for (int i = 0, specks = width * height / 3400; i < specks; i++) {
                speck(random.nextInt(width * OVERSAMPLE), random.nextInt(height * OVERSAMPLE));
            }
            BufferedImage print = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
            int[] from = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
            int[] to = ((DataBufferInt) print.getRaster().getDataBuffer()).getData();
            int columns = width * OVERSAMPLE;
            int rows = height * OVERSAMPLE;
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    double dx = (noise(x / 46.0, y / 46.0, 11) - 0.5) * 4.4 + (noise(x / 11.0, y / 11.0,
                            12) - 0.5) * 1.2;
                    double dy = (noise(x / 46.0, y / 46.0, 13) - 0.5) * 4.4 + (noise(x / 11.0, y / 11.0,
                            14) - 0.5) * 1.2;
                    double shade = 1 + (fractal(x / 120.0, y / 120.0, seed) - 0.5) * 0.075
                            + (noise(x / 3.1, y / 3.1, seed + 5) - 0.5) * 0.018;
                    int red = 0;
                    int green = 0;
                    int blue = 0;
                    for (int k = 0; k < 4; k++) {
                        int sx = (int) Math.round((x + dx) * OVERSAMPLE) + k % 2;
                        int sy = (int) Math.round((y + dy) * OVERSAMPLE) + k / 2;
                        int p = from[Math.max(0, Math.min(rows - 1, sy)) * columns + Math.max(0,
                                Math.min(columns - 1, sx))];
                        red += p >> 16 & 255;
                        green += p >> 8 & 255;
                        blue += p & 255;
                    }
                    to[y * width + x] = level(red * shade) << 16 | level(green * shade) << 8 | level(blue * shade);
                }
            }
            return print;
        }

        private static int level(double sumOfFour) {
            return (int) Math.max(0, Math.min(255, Math.round(sumOfFour / 4)));
        }

        /** One place where the ink did not take: a little of the paper's colour in the sheet. */
        private void speck(int x, int y) {
            int columns = width * OVERSAMPLE;
            double radius = 1.2 + 2.6 * Math.pow(random.nextDouble(), 3);
            double strength = 0.10 + 0.20 * random.nextDouble();
            for (int j = (int) -radius; j <= radius; j++) {
                for (int i = (int) -radius; i <= radius; i++) {
                    int px = x + i;
                    int py = y + j;
                    if (i * i + j * j <= radius * radius && px >= 0 && py >= 0 && px < columns && py < height
                            * OVERSAMPLE) {
                        image.setRGB(px, py, 0xff000000 | mix(image.getRGB(px, py) & 0xffffff, CREAM, strength));
                    }
                }
            }
        }

        // ---- people

        /**
         * A person who stands at (x, y) and is so many pixels tall, in one of the poses of {@link Pose}. Face is 1 to
         * look right and -1 to look left.
         */
        void figure(double x, double y, double tall, int face, Look look, double[] p) {
            at(x, y, tall / 100 * face, tall / 100, () -> {
                int shade = darker(look.top, 0.28);
                int legs = darker(look.bottom, 0.25);
                int shoe = darker(look.bottom, 0.6);
                double bx = p[2] - p[0];
                double by = p[3] - p[1];
                double spine = Math.hypot(bx, by);
                bx /= spine;
                by /= spine;
                double sx = p[2] - bx * 6;
                double sy = p[3] - by * 6;
                // the far arm and leg first
                fill(limb(p[6], p[7], 2.6, p[6] + (p[6] - p[4]) * 0.06, p[7] + (p[7] - p[5]) * 0.06, 2.8), look.skin);
                fill(limb(sx - 1, sy, 4.6, p[4], p[5], 3.6), shade);
                fill(limb(p[4], p[5], 3.6, p[6], p[7], 2.9), shade);
                leg(p[0] - 1, p[1], p[12], p[13], p[14], p[15], legs, shoe);
                leg(p[0] + 1, p[1], p[16], p[17], p[18], p[19], look.bottom, shoe);
                // the body
                fill(both(limb(sx, sy, 7.6, p[0], p[1], 6.4), rect(-60, -140, 120, p[1] + 143.5)), look.top);
                if (look.has("coat")) {
                    fill(path("M" + (p[0] - 7.5) + " " + (p[1] - 12) + "L" + (p[0] + 7.5) + " " + (p[1] - 12) + "L"
                            + ((p[12] + p[16]) / 2 + 10) + " " + (p[1] + 22) + "L" + ((p[12] + p[16]) / 2 - 10) + " "
                            + (p[1] + 22) + "Z"), look.top);
                }
                if (look.has("dress")) {
                    fill(path("M" + (p[0] - 6) + " " + (p[1] - 10) + "L" + (p[0] + 6) + " " + (p[1] - 10) + "L"
                            + ((p[12] + p[16]) / 2 + 12) + " " + (p[1] + 28) + "Q" + (p[12] + p[16]) / 2 + " "
                            + (p[1] + 31) + " " + ((p[12] + p[16]) / 2 - 12) + " " + (p[1] + 28) + "Z"), look.bottom);
                }
                if (look.has("apron")) {
                    fill(polygon(sx + 1, sy + 3, sx + 7, sy + 3, p[0] + 8, p[1] - 8, p[0] + 9, p[1] + 20, p[0] - 2,
                            p[1] + 21, p[0] - 1, p[1] - 8), CREAM);
                }
                // head and hair
                double hx = p[2] + bx * 9 + 1.2;
                double hy = p[3] + by * 9;
                if (look.has("long")) {
                    fill(blob(hx - 6.5, hy - 4, hx + 1, hy - 8.5, hx + 2, hy, hx - 1, hy + 12, hx - 7, hy + 15,
                            hx - 10,
                            hy + 8), look.hair);
                }
                fill(limb(p[2], p[3] + 2, 3.2, hx - 0.6, hy, 3.2), darker(look.skin, 0.16));
                fill(oval(hx, hy, 5.9, 7.2), look.skin);
                fill(path("M" + (hx + 5) + " " + (hy - 1.6) + "l2.6 3l-2.8 1.2z"), look.skin);
                fill(circle(hx + 3.2, hy - 0.6, 0.75), INK);
                hair(hx, hy, look);
                // the near arm
                fill(limb(p[10], p[11], 2.7, p[10] + (p[10] - p[8]) * 0.07, p[11] + (p[11] - p[9]) * 0.07, 2.9),
                        look.skin);
                int near = look.has("flat") ? look.top : lighter(look.top, 0.10);
                fill(limb(sx + 1, sy, 4.8, p[8], p[9], 3.7), near);
                fill(limb(p[8], p[9], 3.7, p[10], p[11], 3), near);
            });
        }

        private void leg(double hx, double hy, double kx, double ky, double fx, double fy, int colour, int shoe) {
            fill(limb(hx, hy, 5.8, kx, ky, 4.2), colour);
            fill(limb(kx, ky, 4.2, fx, fy - 1.5, 2.9), colour);
            fill(limb(fx, fy, 2.3, fx + 5.5, fy + 0.6, 1.7), shoe);
        }

        private void hair(double hx, double hy, Look look) {
            if (look.has("bald")) {
                fill(path("M" + (hx - 6) + " " + (hy - 2) + "q-1.4 5 1.4 7.6q2-3.4 1.6-7z"), look.hair);
                return;
            }
            fill(path("M" + (hx - 5.4) + " " + (hy + 4.6) + "C" + (hx - 8.4) + " " + (hy - 4) + " " + (hx - 5.6) + " "
                    + (hy - 9.4) + " " + (hx + 0.4) + " " + (hy - 8.6) + "C" + (hx + 4.4) + " " + (hy - 8.8)
                            + " " + (hx + 6.8)
                    + " " + (hy - 5.8) + " " + (hx + 5.6) + " " + (hy - 3) + "C" + (hx + 2) + " " + (hy - 4.4) + " "
                            + (hx - 1.4)
                    + " " + (hy - 3.4) + " " + (hx - 2) + " " + (hy + 1) + "Z"), look.hair);
            if (look.has("bun")) {
                fill(circle(hx - 6.6, hy - 6.4, 3.6), look.hair);
            }
            if (look.has("cap")) {
                fill(path("M" + (hx - 6.6) + " "
                        + (hy - 3) + "c-.6-6 3-8.6 6.8-8.4c4 .2 6.4 2.8 6.2 6.4l4 1.8l-4.4.8z"),
                        darker(look.bottom, 0.3));
            }
            if (look.has("beanie")) {
                fill(path("M" + (hx - 6.8) + " " + (hy - 1.6) + "c-1-8 3-10 7-10c4.400 0 7 3.400 6.400 8.400z"),
                        look.accent);
                fill(circle(hx - 0.4, hy - 11.6, 2.2), lighter(look.accent, 0.4));
            }
            if (look.has("brim")) {
                fill(path("M" + (hx - 6) + " " + (hy - 4) + "c0-7 3-8 6-8c3.600 0 6 2 6 8z"), look.accent);
                fill(lens(hx, hy - 4, 25, 3.4), look.accent);
            }
            if (look.has("toque")) {
                fill(path("M" + (hx - 6) + " " + (hy
                        - 3.4) + "l-.6-6c-4-2-2-7.600 2-6.600c2-3 7.400-3 8.800 0c4.400-.6 5.200 4.600 1.600 6.600l-.4 5z"),
                        WHITE);
            }
        }

        /** A row of heads and shoulders seen from behind. */
        void audience(double y, double size, double gap, int colour, int rim) {
            for (double x = -size + random.nextDouble() * gap; x < width + size; x += gap * chance(0.85, 1.15)) {
                double s = size * chance(0.88, 1.1);
                double yy = y + chance(-0.12, 0.12) * size;
                Shape head = oval(x, yy - s * 0.62, s * 0.25, s * 0.31);
                Area person = join(head, limb(x, yy - s * 0.4, s * 0.11, x, yy, s * 0.12),
                        path("M" + (x - s * 0.52) + " " + (yy + s * 0.9) + "C" + (x - s * 0.54) + " " + (yy - s
                                * 0.1) + " "
                        + (x - s * 0.3) + " " + (yy - s * 0.2) + " " + x + " " + (yy - s * 0.22) + "C" + (x + s
                                * 0.3) + " "
                        + (yy - s * 0.2) + " " + (x + s * 0.54) + " " + (yy - s * 0.1) + " " + (x + s * 0.52) + " "
                        + (yy + s * 0.9) + "Z"));
                if (random.nextInt(4) == 0) {
                    person.add(new Area(circle(x, yy - s * 0.98, s * 0.12)));
                } else if (random.nextInt(3) == 0) {
                    person.add(new Area(oval(x, yy - s * 0.5, s * 0.31, s * 0.42)));
                }
                fill(moved(person, 0, -s * 0.035), rim);
                fill(person, colour);
            }
        }

        // ---- things of the town

        /** A house seen from the front, its foot at (x, y). Gable to the street, or the long side of the roof. */
        void house(double x, double y, double w, double h, boolean gable, int wall, int roof, int window,
                double lit) {
            fill(rect(x, y - h, w, h), wall);
            double rise = gable ? w * 0.46 : Math.min(w * 0.30, h * 0.42);
            if (gable) {
                fill(polygon(x, y - h, x + w / 2, y - h - rise, x + w, y - h), wall);
                fill(polygon(x - w * 0.05, y - h + 2, x + w / 2, y - h - rise - 4, x + w * 1.05, y - h + 2,
                        x + w * 1.05,
                        y - h + w * 0.07, x + w / 2, y - h - rise + w * 0.08, x - w * 0.05, y - h + w * 0.07), roof);
            } else {
                fill(polygon(x - w * 0.03, y - h, x + w * 0.06, y - h - rise, x + w * 0.94, y - h - rise,
                        x + w * 1.03, y - h),
                        roof);
            }
            double chimney = w * (random.nextBoolean() ? 0.2 : 0.72);
            double top = gable ? y - h - rise * 0.45 : y - h - rise;
            fill(rect(x + chimney, top - w * 0.14, w * 0.1, w * (gable ? 0.3 : 0.16)), darker(roof, 0.25));
            int columns = (int) Math.max(1, Math.round(w / 34));
            int rows = (int) Math.max(1, Math.round(h / 44));
            double cw = w / columns;
            double rh = h / rows;
            for (int r = 0; r < rows; r++) {
                for (int c = 0; c < columns; c++) {
                    double ww = Math.min(cw * 0.42, 15);
                    double wh = Math.min(rh * 0.5, 21);
                    int colour = random.nextDouble() < lit ? window : darker(wall, 0.55);
                    fill(rect(x + cw * (c + 0.5) - ww / 2, y - h + rh * r + (rh - wh) * 0.5, ww, wh), colour);
                }
            }
        }

        /** A row of houses from x0 to x1. */
        void houses(double x0, double x1, double y, double low, double high, int[] walls, int[] roofs, int window,
                    double lit) {
            double x = x0;
            int last = -1;
            while (x < x1) {
                double w = chance(0.55, 1.1) * high * 0.8;
                double h = chance(low, high);
                int wall = random.nextInt(walls.length);
                if (wall == last) {
                    wall = (wall + 1) % walls.length;
                }
                last = wall;
                house(x, y, w, h, random.nextInt(3) == 0, walls[wall], roofs[random.nextInt(roofs.length)], window,
                        lit);
                x += w;
            }
        }

        /** A lighthouse with its foot at (x, y); about 330 high at scale 1. */
        void lightTower(double x, double y, double scale, int light, int dark, int band, int lamp) {
            at(x, y, scale, () -> {
                Shape tower = path("M-38 0C-30-90-25-180-22-250L22-250C25-180 30-90 38 0Z");
                fill(tower, light);
                within(tower, () -> {
                    fill(rect(-50, -215, 100, 52), band);
                    fill(rect(-50, -112, 100, 56), band);
                    fill(polygon(6, 0, 4, -260, 50, -260, 50, 0), ink(dark, 0.30));
                });
                fill(rect(-5, -236, 10, 15), dark);
                fill(rect(-5, -140, 10, 16), dark);
                fill(path("M-9 0V-26Q0-38 9-26V0Z"), dark);
                fill(path("M-32-250H32L28-262H-28Z"), dark);
                fill(rect(-17, -298, 34, 36), lamp);
                fill(rect(-19, -298, 4, 36), dark);
                fill(rect(15, -298, 4, 36), dark);
                fill(rect(-1.5, -298, 3, 36), dark);
                fill(path("M-24-298Q-18-326 0-330Q18-326 24-298Z"), band);
                fill(circle(0, -332, 4.5), dark);
                line(0, -332, 0, -350, 2.5, dark);
                line(-31, -262, -31, -276, 2, dark);
                line(31, -262, 31, -276, 2, dark);
                line(-31, -276, 31, -276, 2, dark);
            });
        }

        /** A fishing boat that heads right, waterline at y, about 330 long at scale 1. */
        void fishingBoat(double x, double y, double sx, double sy, int hull, int stripe, int house, int dark,
                int window) {
            at(x, y, sx, sy, () -> {
                line(-20, -60, -20, -250, 5, dark);
                line(-20, -150, -122, -212, 4, dark);
                line(-20, -240, -122, -212, 1.6, dark);
                line(-20, -246, 160, -70, 1.6, dark);
                line(-20, -246, -150, -56, 1.6, dark);
                line(-122, -212, -128, -60, 1.4, dark);
                line(112, -64, 112, -150, 4, dark);
                fill(path("M-20-246l-30 10l30 10z"), stripe);
                fill(path("M10-60V-128H86L98-60Z"), house);
                fill(path("M2-128H92V-138H8Z"), dark);
                fill(path("M20-118H42V-94H20ZM50-118H80L84-94H50Z"), window);
                fill(path("M60-138V-160H78V-138Z"), stripe);
                fill(path("M-100-50V-76H-44V-50Z"), darker(house, 0.25));
                Shape body = path("M-154-58C-154-26-146 6-134 20L116 20C140 0 158-44 172-86L118-68C60-52-60-50-154-58Z");
                fill(body, hull);
                within(body, () -> {
                    fill(path("M-160-62C-60-50 60-52 118-70L180-92L176-78L120-56C60-42-60-40-160-48Z"), stripe);
                    fill(path("M-160 4H160V40H-160Z"), dark, 0.45);
                });
                fill(circle(-60, -22, 8), dark);
                fill(circle(-10, -20, 8), dark);
                fill(circle(40, -22, 8), dark);
            });
        }

        /** A small rowing boat, about 120 long at scale 1. */
        void dinghy(double x, double y, double sx, double sy, int hull, int rim) {
            at(x, y, sx, sy, () -> {
                fill(path("M-58-22C-52 4-40 12-30 12H34C48 8 58-8 64-30C24-16-24-14-58-22Z"), hull);
                fill(path("M-60-26C-24-17 24-19 66-36L64-28C24-13-24-11-58-19Z"), rim);
            });
        }

        /** A sailing boat that heads right under main and jib; about 230 high. */
        void yacht(double x, double y, double sx, double sy, int sail, int jib, int hull, int dark) {
            at(x, y, sx, sy, () -> {
                fill(path("M-6-22C-70-40-92-30-96-24C-66-90-26-170-4-232Z"), sail);
                fill(path("M2-222C36-160 64-96 84-26C54-34 26-34 4-24Z"), jib);
                line(-2, -8, -2, -236, 3, dark);
                fill(path("M-100-16C-92 4-78 10-62 10H52C78 6 92-6 104-20C40-10-40-8-100-16Z"), hull);
            });
        }

        /** A tree with a round head of leaves. */
        void tree(double x, double y, double tall, int trunk, int leaf, int light) {
            fill(path("M" + (x - tall * 0.035) + " " + y + "L" + (x - tall * 0.02) + " " + (y - tall * 0.6) + "H"
                    + (x + tall * 0.02) + "L" + (x + tall * 0.035) + " " + y + "Z"), trunk);
            Area head = new Area();
            Area lit = new Area();
            for (int i = 0; i < 12; i++) {
                double a = random.nextDouble() * Math.PI * 2;
                double d = tall * 0.20 * Math.sqrt(random.nextDouble());
                double cx = x + d * Math.cos(a) * 1.15;
                double cy = y - tall * 0.68 + d * Math.sin(a);
                double radius = tall * chance(0.10, 0.17);
                head.add(new Area(circle(cx, cy, radius)));
                lit.add(new Area(circle(cx - radius * 0.35, cy - radius * 0.45, radius * 0.62)));
            }
            fill(head, leaf);
            fill(both(lit, head), light);
        }

        /** A street lamp with a glow, its foot at (x, y). */
        void streetLamp(double x, double y, double tall, int post, int lamp, double strength) {
            line(x, y, x, y - tall * 0.86, tall * 0.026, post);
            fill(rect(x - tall * 0.035, y - tall * 0.06, tall * 0.07, tall * 0.06), post);
            glow(x, y - tall * 0.92, tall * 0.75, lamp, strength);
            fill(polygon(x - tall * 0.035, y - tall * 0.86, x - tall * 0.055, y - tall * 0.97, x + tall * 0.055,
                    y - tall * 0.97, x + tall * 0.035, y - tall * 0.86), lamp);
            fill(polygon(x - tall * 0.07, y - tall * 0.965, x, y - tall * 1.02, x + tall * 0.07, y - tall * 0.965),
                    post);
            fill(rect(x - tall * 0.04, y - tall * 0.868, tall * 0.08, tall * 0.016), post);
        }
    }

    /** How a person looks; the style is words such as "long coat beanie". */
    record Look(int skin, int hair, int top, int bottom, int accent, String style) {
        boolean has(String word) {
            return style.contains(word);
        }

        Look(int skin, int hair, int top, int bottom, String style) {
            this(skin, hair, top, bottom, RUST, style);
        }
    }

    /**
     * Poses of a person 100 high who looks right and stands at the origin: hip, neck, far elbow and hand,
             near elbow and
     * hand, far knee and foot, near knee and foot.
     */
    static final class Pose {
        static final double[] STAND = {0, -50, 0, -82, -5, -66, -3, -51, 4, -65, 7, -50, -2, -26, -4, -3, 2, -26, 3,
                -3};
        static final double[] WALK = {0, -49, 2, -81, 9, -66, 14, -53, -6, -66, -6, -51, -3, -27, -13, -5, 8, -27,
                12, -3};
        static final double[] STRIDE = {0, -48, 3, -79, 12, -66, 19, -55, -7, -66, -11, -53, -8, -27, -21, -9, 11,
                -27, 17,
            -3};
        static final double[] CARRY = {0, -49, 1, -81, 12, -64, 20, -60, 9, -62, 20, -58, -4, -26, -10, -4, 6, -27,
                9, -3};
        static final double[] POINT = {0, -50, 0, -82, -5, -66, -3, -51, 14, -78, 27, -88, -3, -26, -6, -3, 3, -26,
                5, -3};
        static final double[] LEAN = {-4, -50, 6, -80, 14, -62, 24, -60, 13, -60, 25, -58, -5, -26, -5, -3, 1, -26,
                3, -3};
        static final double[] STOOP = {-6, -50, 14, -72, 20, -54, 28, -46, 18, -54, 29, -50, -6, -26, -9, -3, 1, -27,
                2, -3};
        static final double[] HOLD_UP = {0, -50, 1, -82, 10, -76, 13, -94, 12, -74, 18, -92, -3, -26, -6, -3, 3, -26,
                5, -3};
        static final double[] READ = {0, -50, 0, -82, 8, -66, 16, -70, 7, -64, 17, -68, -3, -26, -5, -3, 3, -26, 5,
                -3};
        static final double[] SIT = {0, -26, 0, -58, 8, -42, 18, -40, 7, -41, 17, -38, 18, -27, 18, -3, 20, -26, 21,
                -3};
        static final double[] BACK = {0, -50, 0, -82, -9, -66, -9, -51, 9, -66, 9, -51, -4, -26, -5, -3, 4, -26, 5,
                -3};

        private Pose() {}
    }

    // ---------------------------------------------------------------- harbour and sea

    static void harbourDawn(Canvas c) {
        double horizon = 590;
        c.sky(horizon, 0x2c3a5c, 0x5b4a6b, 0xa9606a, 0xe28a5b, 0xf4bd72, 0xf9dfa0);
        c.halo(1015, 548, 380, 5, 0xffe9b0, 0.07);
        c.fill(circle(1015, 548, 92), 0xfff3cf);
        for (int i = 0; i < 9; i++) {
            double y = 90 + i * 44;
            c.streaks(c.chance(100, 1500), y, c.chance(420, 760), 3, i < 4 ? 0x7d5673 : i < 7 ? 0xf0a170 : 0xfbd592,
                    i < 4 ? 0.55 : 0.75);
        }
        c.fill(c.ridge(-10, 1610, 572, 44, 330, horizon + 6, 3), 0xc9796a);
        c.fill(c.ridge(-10, 900, 556, 56, 260, horizon + 6, 5), 0x9a5a6c);
        // the water
        c.ground(horizon, 0xf4c88a, 0xdc9272, 0x8d5a70, 0x3b4468, 0x1d2d4a);
        c.ripples(horizon + 6, 1067, 210, 0xf9d9a0, 0.16);
        c.glitter(1015, horizon + 4, 1010, 330, 130, 0xfff0c4, 0.75);
        c.ripples(690, 1067, 120, 0x1c2a48, 0.35);
        // the town on its hill
        c.fill(blob(-80, 640, -60, 470, 60, 410, 190, 400, 330, 448, 470, 520, 600, 590, 640, 640), 0x4b3d5e);
        int[] walls = {0x57456a, 0x634a6c, 0x503f62};
        int[] roofs = {0x3d3354, 0x47395a};
        c.houses(40, 330, 440, 30, 52, walls, roofs, 0xffd98a, 0.25);
        c.fill(rect(150, 318, 34, 112), 0x3d3354);
        c.fill(polygon(144, 322, 167, 226, 190, 322), 0x3d3354);
        c.fill(rect(120, 380, 96, 50), 0x3d3354);
        c.houses(-20, 420, 505, 40, 66, new int[] {0x453a5c, 0x4d3f60, 0x3f3657}, new int[] {0x322c4d, 0x3a3152},
                0xffd98a, 0.25);
        c.houses(-20, 540, 592, 50, 84, new int[] {0x362f50, 0x3d3456, 0x312b4b}, new int[] {0x27243f, 0x2c2845},
                0xffcf7a, 0.3);
        c.fill(rect(-10, 590, 640, 26), 0x27243f);
        for (int i = 0; i < 9; i++) {
            c.reflection(20 + i * 62 + c.chance(-14, 14), 622, 720, 10, 0xffcf7a, 0.35);
        }
        // the North Wall and its light
        c.fill(path("M1620 560H1252L1236 640H1620Z"), 0x2b2743);
        c.fill(rect(1236, 548, 384, 14), 0x3a3152);
        c.lightTower(1300, 552, 0.62, 0x6a4d68, 0x231f3a, 0x3a3152, 0xfff3cf);
        c.fill(rect(1430, 506, 62, 44), 0x2b2743);
        c.fill(polygon(1422, 508, 1461, 478, 1500, 508), 0x231f3a);
        c.ripples(1180, 1600, 640, 690, 18, 0x231f3a, 0.5);
        // boats at their moorings
        int hull = 0x232a49;
        c.at(690, 690, 1, () -> {
            c.reflection(-20, 20, 110, 26, hull, 0.5);
            c.fishingBoat(0, 0, 0.62, 0.62, 0x2b3052, 0x7d4a5e, 0x54486a, 0x1f2340, 0xffd98a);
        });
        c.fishingBoat(1180, 760, -0.86, 0.86, 0x27304f, 0xa3503f, 0x6a5570, hull, 0xffd98a);
        for (int i = 0; i < 5; i++) {
            c.fill(lens(1180 + i * 8, 786 + i * 13, 290 - i * 44, 5), hull, 0.55);
        }
        c.fishingBoat(420, 850, 1.28, 1.28, 0x18294a, 0xb5432a, 0x84627a, 0x131c36, 0xffdf94);
        for (int i = 0; i < 7; i++) {
            c.fill(lens(420 - i * 7, 886 + i * 15, 430 - i * 48, 6), 0x131c36, 0.6);
        }
        c.dinghy(880, 900, 0.9, 0.9, 0x131c36, 0xd98a66);
        c.fill(lens(884, 918, 120, 6), 0x0f1730, 0.7);
        // the end of a jetty
        for (double[] post : new double[][] {{1330, 850, 46}, {1450, 830, 52}, {1566, 845, 56}}) {
            c.fill(round(post[0], post[1], post[2], 260, 8), 0x0f1730);
            c.fill(oval(post[0] + post[2] / 2, post[1] + 5, post[2] / 2, 9), 0x8c5a62);
        }
        c.fill(path("M1270 920H1620V968H1262Z"), 0x131c36);
        c.line(1270, 921, 1620, 921, 5, 0xd98a66);
        c.gulls(700, 150, 620, 220, 9, 30, 0xfdf0d4);
        c.gull(470, 520, 44, -12, 0xfdf0d4);
    }

    /** A ferry that heads right, waterline at y, about 700 long at scale 1. */
    static void ferry(Canvas c, double x, double y, double sx, double sy, int hull, int white, int red, int dark,
            int lamp) {
        c.at(x, y, sx, sy, () -> {
            c.fill(polygon(-120, -182, -106, -268, -44, -268, -46, -182), red);
            c.fill(polygon(-108, -256, -106, -280, -44, -280, -44, -256), dark);
            c.line(176, -220, 176, -330, 5, dark);
            c.line(150, -292, 202, -292, 3, dark);
            c.line(176, -326, 366, -104, 1.5, dark);
            c.line(176, -326, -310, -96, 1.5, dark);
            c.fill(path("M96-180V-226H214L236-180Z"), white);
            c.fill(path("M88-226H222V-234H92Z"), dark);
            c.fill(path("M110-216H148V-198H110ZM154-216H190V-198H154ZM196-216H209L220-198H196Z"), lamp);
            c.fill(path("M-280-136V-184H246L262-136Z"), white);
            c.fill(path("M-304-90V-138H278L296-90Z"), darker(white, 0.10));
            c.fill(rect(-284, -188, 532, 5), dark);
            c.fill(rect(-308, -141, 590, 5), dark);
            for (int i = 0; i < 20; i++) {
                c.fill(rect(-266 + i * 25, -174, 15, 20), i == 6 || i == 13 ? darker(white, 0.5) : lamp);
            }
            for (int i = 0; i < 22; i++) {
                c.fill(rect(-290 + i * 26, -126, 16, 19), i % 9 == 4 ? darker(white, 0.5) : lamp);
            }
            for (int i = 0; i < 3; i++) {
                c.fill(path("M" + (-240 + i * 66) + "-200q20 18 44 0l-4-10h-36z"), red);
                c.line(-232 + i * 66, -210, -232 + i * 66, -184, 2, dark);
                c.line(-204 + i * 66, -210, -204 + i * 66, -184, 2, dark);
            }
            for (int i = 0; i < 30; i++) {
                c.line(-318 + i * 10, -92, -318 + i * 10, -104, 1.2, dark);
            }
            Shape body = path("M-330-92L-306 16H256C300 0 342-56 372-118L304-92Z");
            c.fill(body, hull);
            c.within(body, () -> {
                c.fill(rect(-340, -4, 720, 30), red);
                c.fill(path("M-340-100H304L380-122V-112L306-82H-340Z"), white);
                for (int i = 0; i < 18; i++) {
                    c.fill(circle(-270 + i * 29, -48, 6), lamp);
                }
                c.fill(path("M230 30C290-20 330-60 380-130V40Z"), dark, 0.25);
            });
        });
    }

    static void nightFerry(Canvas c) {
        double horizon = 640;
        c.sky(horizon, 0x0c1a2e, 0x12283f, 0x1b4257, 0x2f6673);
        c.stars(560, 240, 0xf4ead0);
        c.glow(330, 210, 330, 0xf6ead0, 0.30);
        c.fill(both(circle(330, 210, 82), rect(330, 100, 200, 220)), 0xf6e6bd);
        c.fill(both(circle(330, 210, 82), rect(200, 100, 130, 220)), 0x1a3247);
        c.streaks(840, 330, 620, 3, 0x2b5468, 0.6);
        c.streaks(250, 440, 520, 3, 0x356371, 0.6);
        c.streaks(1260, 470, 560, 2, 0x3c6d78, 0.6);
        c.fill(c.ridge(-10, 900, 625, 40, 300, horizon + 4, 4), 0x1d4557);
        // the headland with its light
        c.beam(1352, 300, 1500, 172, 9, 0xf9e3a4, 0.75);
        c.beam(1352, 300, 700, 8, 13, 0xf9e3a4, 0.6);
        c.fill(path("M930 660C1010 640 1080 588 1140 560C1200 520 1240 520 1300 508C1380 496 1480 520 1620 496V680H930Z"),
                0x0d1d2e);
        c.carve(path("M960 660C1040 620 1120 570 1180 545C1260 520 1330 540 1620 520V680H960Z"), -14, 17, 70, 3,
                0x1d3a4e, 0.9);
        c.lightTower(1352, 512, 0.72, 0xcfd8cf, 0x0d1d2e, 0xb5432a, 0xfff1b8);
        c.glow(1352, 300, 130, 0xfff1b8, 0.8);
        c.fill(rect(1400, 474, 92, 44), 0x9fb3b0);
        c.fill(polygon(1392, 476, 1416, 446, 1478, 446, 1500, 476), 0x12283f);
        c.fill(rect(1420, 488, 14, 16), 0xf9d67a);
        c.fill(rect(1456, 488, 14, 16), 0xf9d67a);
        // the sea
        c.ground(horizon, 0x2f6673, 0x1a4459, 0x11304a, 0x0b1f35);
        c.ripples(horizon + 8, 1067, 260, 0x4c8790, 0.22);
        c.glitter(330, horizon + 4, 1060, 210, 74, 0xf6e6bd, 0.5);
        c.ripples(760, 1067, 120, 0x0a1a2d, 0.5);
        // the ship and the lights below her
        double y = 800;
        for (int i = 0; i < 16; i++) {
            c.reflection(560 + i * 34, y + 26, 1040, 13, 0xf9cf6a, 0.55);
        }
        c.glow(760, y - 110, 470, 0xf9cf6a, 0.18);
        ferry(c, 770, y, 1.28, 1.28, 0x0f4a63, 0xf1eada, 0xb5432a, 0x0b1826, 0xffd878);
        c.fill(path("M350 822C500 800 900 806 1098 822C1180 814 1240 822 1300 838C1180 836 1140 846 1080 842C900 832 560 838 380 842C330 850 240 848 160 858C220 836 290 826 350 822Z"),
                0xdfe9df, 0.85);
        c.fill(path("M1080 836C1130 800 1160 792 1200 806C1170 808 1150 820 1130 840Z"), 0xf3f4e6);
        for (int i = 0; i < 18; i++) {
            c.fill(lens(c.chance(60, 1250), c.chance(846, 890), c.chance(60, 190), 4), 0xcfe0da, 0.6);
        }
        c.gulls(150, 470, 260, 130, 4, 26, 0xcfd8cf);
    }

    static void ferryDeck(Canvas c) {
        double horizon = 430;
        c.sky(horizon, 0x8fc0c4, 0xb5d5cd, 0xdfe6d2, 0xf6e6c2);
        c.fill(c.cloud(330, 300, 560, 130), 0xfdf6e6);
        c.fill(c.cloud(1260, 250, 640, 150), 0xfdf6e6);
        c.fill(c.cloud(820, 372, 420, 60), 0xfaecd4);
        c.fill(c.ridge(-10, 640, 410, 60, 260, horizon + 3, 2), 0x7fa9a8);
        c.fill(c.ridge(860, 1610, 400, 84, 340, horizon + 3, 7), 0x6d9a9e);
        c.fill(c.ridge(1180, 1610, 404, 90, 240, horizon + 3, 9), 0x497f87);
        c.lightTower(1238, 382, 0.2, WHITE, INK, RUST, CREAM);
        c.ground(horizon, 0x7db3b1, 0x3b8791, 0x1f6274, 0x154a60);
        c.ripples(horizon + 4, 820, 190, 0xc8e0d6, 0.4);
        c.ripples(horizon + 30, 820, 120, 0x114b60, 0.3);
        // the wake
        c.fill(path("M790 432C780 500 700 620 520 840H1110C930 640 820 510 800 432Z"), 0xf3f1e2, 0.9);
        c.fill(path("M796 440C800 520 790 640 740 840H890C830 640 808 520 800 440Z"), 0x7fb8b8);
        Shape wake = path("M790 432C780 500 700 620 520 840H1110C930 640 820 510 800 432Z");
        c.within(wake, () -> {
            for (int i = 0; i < 120; i++) {
                double t = Math.pow(c.random.nextDouble(), 0.6);
                double yy = 450 + 390 * t;
                c.fill(lens(800 + c.chance(-1, 1) * 260 * t, yy, 70 * t + 12, 3 + 7 * t), c.any(0x9fcac5, 0xfffaee,
                        0x5fa1a2));
            }
        });
        for (int i = 0; i < 26; i++) {
            double t = c.random.nextDouble();
            c.fill(lens(800 + (i % 2 == 0 ? -1 : 1) * (40 + 420 * t), 450 + 300 * t, 40 + 120 * t, 3 + 5 * t),
                    0xf3f1e2, 0.85);
        }
        // deck
        c.fill(path("M0 850H1600V1067H0Z"), 0xd9b077);
        for (int i = -8; i <= 8; i++) {
            c.fill(polygon(800 + i * 108 - 2, 850, 800 + i * 108 + 2, 850, 800 + i * 200 + 4, 1067,
                    800 + i * 200 - 4, 1067),
                    0x9c6d45);
        }
        c.fill(rect(0, 842, 1600, 26), 0xf4efe0);
        c.fill(rect(0, 866, 1600, 8), 0x7a4f38);
        // the ensign
        c.line(800, 850, 860, 470, 12, 0xf4efe0);
        c.fill(path("M858 486C900 470 940 520 990 496C1010 488 1026 492 1040 500L1024 606C990 590 966 612 930 606C894 600 870 582 842 592Z"),
                RUST);
        c.fill(path("M851 526C894 512 930 560 982 538C1004 530 1018 532 1034 540L1029 572C1000 560 968 580 938 574C900 566 874 548 846 558Z"),
                CREAM);
        // rail
        for (int i = 0; i < 14; i++) {
            c.line(30 + i * 120, 646, 30 + i * 120, 852, 9, 0xf4efe0);
        }
        for (int i = 0; i < 3; i++) {
            c.line(0, 702 + i * 48, 1600, 702 + i * 48, 6, 0xf4efe0);
        }
        c.fill(rect(0, 632, 1600, 20), 0x8a5636);
        c.fill(rect(0, 632, 1600, 6), 0xc98b55);
        // lifebuoy
        c.stroke(circle(1420, 748, 62), 34, 0xfdf6e6);
        for (int i = 0; i < 4; i++) {
            c.g.setStroke(new BasicStroke(35, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER));
            c.g.setPaint(ink(RUST, 1));
            c.g.draw(new Arc2D.Double(1358, 686, 124, 124, 28 + i * 90, 34, Arc2D.OPEN));
        }
        // the passengers
        c.fill(path("M150 1040q160 26 330 4q-60 30-190 24q-110-4-140-28z"), 0x7a4f38, 0.45);
        c.figure(270, 1030, 560, 1, new Look(SKINS[0], 0x5a3020, 0x1f5a70, 0x22324a, "coat long"), Pose.LEAN);
        c.figure(500, 1036, 590, 1, new Look(SKINS[2], 0x201a1e, OCHRE, 0x3b3f55, RUST, "beanie"), Pose.POINT);
        c.figure(1130, 1034, 540, -1, new Look(SKINS[1], 0x2a2022, RUST, 0x2c4a3c, 0x2c4a3c, "brim"), Pose.LEAN);
        c.figure(1010, 1020, 330, -1, new Look(SKINS[4], 0xb9803a, 0xe9c869, 0x34506a, 0x2b7884, "beanie"),
                Pose.HOLD_UP);
        c.gulls(620, 130, 520, 180, 6, 46, 0xfffaee);
        c.gull(700, 230, 110, -14, 0xfffaee);
        c.gull(560, 330, 70, 10, 0xfffaee);
    }

    static void fishMarket(Canvas c) {
        c.fill(rect(0, 0, 1600, 1067), 0x1d4a5c);
        // end wall with its great window
        c.fill(rect(420, 180, 760, 420), 0x2f6b78);
        Area window = join(rect(500, 330, 600, 190), path("M500 330C540 190 1060 190 1100 330Z"));
        c.fill(window, c.blend(0, 220, 0, 520, 0xf9e2ae, 0xf4c07c, 0xe7976a));
        c.within(window, () -> {
            c.fill(circle(880, 420, 46), 0xfff4d2);
            for (int i = 0; i < 9; i++) {
                double x = 530 + i * 66;
                c.line(x, 540, x + c.chance(-4, 4), c.chance(330, 400), 4, 0x3b5568);
                c.line(x, 420, x + 26, 470, 2, 0x3b5568);
            }
            c.fill(rect(480, 486, 640, 50), 0x3b5568);
            for (int i = 0; i < 8; i++) {
                c.line(500 + i * 86, 200, 500 + i * 86, 540, 7, 0x173f52);
            }
            c.line(480, 330, 1110, 330, 8, 0x173f52);
            c.line(480, 430, 1110, 430, 6, 0x173f52);
        });
        c.stroke(window, 12, 0x173f52);
        // roof: ribs that come towards us
        for (int i = 0; i < 5; i++) {
            double s = Math.pow(1.42, i);
            double w = 760 * s;
            double top = 430 - 250 * s;
            c.stroke(path("M" + (800 - w / 2) + " 640V" + (top + 150 * s) + "C" + (800 - w / 3) + " "
                    + (top - 40 * s) + " "
                    + (800 + w / 3) + " " + (top - 40 * s) + " " + (800 + w / 2) + " " + (top + 150 * s) + "V640"),
                            11 * s,
                    i % 2 == 0 ? 0x123646 : 0x163e50);
            for (int k = i == 0 ? 5 : -4; k <= 4; k++) {
                c.line(800 + k * w * 0.1, top + 150 * s, 800 + k * w * 0.1, top + (18 + 6.5 * k * k) * s, 3.5 * s,
                        0x153a4b);
            }
            c.line(800 - w / 2, top + 150 * s, 800 + w / 2, top + 150 * s, 7 * s, 0x123646);
        }
        // lamps
        for (int i = 0; i < 3; i++) {
            double s = 0.55 + i * 0.42;
            for (int side = -1; side <= 1; side += 2) {
                double x = 800 + side * (150 + i * 165);
                double y = 345 - i * 62;
                c.line(x, 0, x, y, 3 * s, 0x0e2a38);
                c.glow(x, y + 16, 190 * s, 0xffd98a, 0.55);
                c.fill(polygon(x - 34 * s, y + 22 * s, x - 10 * s, y - 10 * s, x + 10 * s, y - 10 * s, x + 34 * s,
                        y + 22 * s),
                        0x0e2a38);
                c.fill(oval(x, y + 23 * s, 26 * s, 8 * s), 0xfff1c2);
            }
        }
        // wet floor
        c.fill(path("M0 1067V760L420 590H1180L1600 760V1067Z"), c.blend(0, 590, 0, 1067, 0xc58f6c, 0x5f7b82,
                0x2b5567));
        c.glitter(800, 600, 1060, 420, 70, 0xf9dca2, 0.35);
        // boxes of fish
        for (int row = 0; row < 7; row++) {
            double s = 0.32 * Math.pow(1.34, row);
            double y = 560 + 92 * s * 2.2;
            for (int side = -1; side <= 1; side += 2) {
                for (int k = 0; k < 3; k++) {
                    fishBox(c, 800 + side * (330 + k * 175) * s, y, s * 0.98, (row + k) % 3);
                }
            }
            if (row == 1) {
                c.figure(690, 660, 120, 1, new Look(SKINS[1], INK, 0x33556a, INK, "cap"), Pose.WALK);
                c.figure(905, 655, 116, -1, new Look(SKINS[0], INK, RUST, INK, "coat"), Pose.STAND);
                c.figure(760, 650, 112, -1, new Look(SKINS[2], INK, 0xe0cfa8, INK, "apron"), Pose.WALK);
            }
            if (row == 3) {
                c.figure(660, 800, 262, 1, new Look(SKINS[0], 0x6b4632, 0xe9dfc6, 0x1c3244, "apron cap"), Pose.CARRY);
                c.fill(polygon(690, 640, 770, 632, 776, 668, 694, 674), 0xd98f45);
            }
            if (row == 5) {
                c.figure(960, 985, 440, -1, new Look(SKINS[1], 0x2a2022, OCHRE, 0x16293a, 0x16293a, "cap"),
                        Pose.READ);
                c.figure(1185, 990, 430, -1, new Look(SKINS[4], 0x8a4a2a, 0x8f2f2a, 0x24384a, "coat bun"),
                        Pose.POINT);
            }
        }
    }

    private static void fishBox(Canvas c, double x, double y, double s, int kind) {
        c.at(x, y, s, () -> {
            c.fill(polygon(-84, -20, 84, -20, 76, 46, -76, 46), kind == 0 ? 0xc4622f : kind == 1
                    ? 0xe0a84a : 0x3d8c94);
            c.fill(polygon(-84, -20, 84, -20, 82, -8, -82, -8), kind == 0 ? 0xe08a4a : kind == 1
                    ? 0xf3cf80 : 0x7dbcb8);
            c.fill(polygon(-64, -52, 64, -52, 84, -20, -84, -20), 0xe9f0e6);
            for (int i = 0; i < 7; i++) {
                double fx = -56 + i * 17;
                c.turn(c.chance(-22, 22), fx, -34, () -> {
                    c.fill(lens(fx + 6, -35, 58, 13), c.any(0x6f97a5, 0x8fb2b5, 0x55808f, 0xd98a74));
                    c.fill(polygon(fx + 30, -35, fx + 44, -43, fx + 44, -28), 0x55808f);
                    c.fill(circle(fx - 14, -37, 2), 0x14202e);
                });
            }
        });
    }

    static void lighthouse(Canvas c) {
        double horizon = 700;
        c.sky(horizon, 0x17344d, 0x235a70, 0x4d8b8f, 0xa9b997, 0xefc27a, 0xf3a662);
        c.stars(300, 70, CREAM);
        c.streaks(420, 470, 760, 4, 0x2b6877, 0.7);
        c.streaks(1380, 430, 520, 3, 0x37767f, 0.7);
        c.streaks(640, 590, 900, 3, 0xe08a55, 0.8);
        c.streaks(220, 640, 420, 2, 0xd97648, 0.8);
        c.fill(c.ridge(-10, 700, 690, 34, 300, horizon + 4, 2), 0x6d7f7e);
        c.ground(horizon, 0xe8a866, 0x7c9a8f, 0x2b6877, 0x15405a, 0x0f2a42);
        c.ripples(horizon + 5, 1067, 220, 0xf6cf90, 0.28);
        c.ripples(760, 1067, 150, 0x123a52, 0.45);
        double lx = 1085;
        double ly = 304;
        c.beam(lx, ly, 1500, 171, 11, 0xffefbe, 0.95);
        c.beam(lx, ly, 900, -9, 13, 0xffefbe, 0.8);
        // the head
        Shape cliff = path("M560 1067C600 1010 660 990 690 940C700 900 760 890 780 850C800 800 840 790 860 740C900 700 960 690 1010 676C1120 664 1260 672 1390 640C1480 622 1540 610 1620 612V1067Z");
        c.fill(cliff, 0x14293b);
        c.within(cliff, () -> {
            c.fill(path("M840 760C900 700 980 696 1040 688C1180 676 1320 676 1420 648C1500 630 1560 622 1620 622V700C1500 690 1400 740 1280 740C1140 740 980 730 840 800Z"),
                    0x3c6350);
            c.fill(path("M1000 690C1130 676 1300 680 1420 650C1500 632 1560 624 1620 624V650C1500 650 1400 690 1280 700C1180 706 1080 700 1000 690Z"),
                    0x6d8a58);
            c.carve(path("M560 1067L700 930L860 780C1000 740 1200 760 1320 750C1420 730 1520 700 1620 705V1067Z"),
                    64, 26, 95, 6,
                    0x2f5062, 0.85);
            c.carve(path("M560 1067L700 930L860 780L900 1067Z"), 64, 30, 80, 6, 0xc98a5e, 0.55);
        });
        c.lightTower(lx, 690, 1.38, 0xf6ead0, 0x14202e, 0xb5432a, 0xfff6d0);
        c.glow(lx, ly, 190, 0xfff6d0, 0.95);
        c.fill(circle(lx, ly, 17), 0xffffff);
        // the keeper's house
        c.fill(rect(1200, 600, 190, 82), 0xe8dcc0);
        c.fill(rect(1300, 600, 90, 82), 0xa9a894);
        c.fill(polygon(1186, 604, 1220, 544, 1374, 544, 1404, 604), 0x7a3128);
        c.fill(rect(1230, 520, 22, 40), 0xe8dcc0);
        c.fill(rect(1340, 520, 22, 40), 0xa9a894);
        for (int i = 0; i < 3; i++) {
            c.fill(rect(1218 + i * 54, 626, 24, 28), i == 1 ? 0x14202e : 0xffd878);
        }
        c.stroke(flow(1230, 684, 1330, 742, 1480, 780, 1620, 860), 12, 0xb99a6c);
        for (int i = 0; i < 9; i++) {
            double x = 1410 + i * 24;
            c.line(x, 650 - i * 3, x, 622 - i * 3, 4, 0xe8dcc0);
        }
        c.line(1405, 632, 1610, 606, 3, 0xe8dcc0);
        // rocks and surf
        for (double[] r : new double[][] {{470, 1000, 90, 50}, {600, 960, 60, 34}, {330, 1046, 110, 44}, {180, 1010,
                56, 22}}) {
            c.fill(blob(r[0] - r[2], r[1] + 20, r[0] - r[2] * 0.7, r[1] - r[3] * 0.5, r[0], r[1] - r[3],
                    r[0] + r[2] * 0.8,
                    r[1] - r[3] * 0.3, r[0] + r[2], r[1] + 20), 0x14293b);
            for (int i = 0; i < 7; i++) {
                c.fill(lens(r[0] + c.chance(-1, 1) * r[2], r[1] + c.chance(8, 30), r[2] * c.chance(0.6, 1.5), 9),
                        0xf3e9d0);
            }
        }
        for (int i = 0; i < 40; i++) {
            double t = c.random.nextDouble();
            c.fill(lens(560 + 300 * t + c.chance(-70, 10), 1062 - 250 * t, c.chance(40, 140), 8), 0xf3e9d0, 0.9);
        }
        c.gulls(560, 560, 260, 200, 7, 36, 0xfff6e0);
        yachtFar(c, 250, 712, 0.28);
    }

    private static void yachtFar(Canvas c, double x, double y, double s) {
        c.yacht(x, y, s, s, 0xf9e3b8, 0xe8b98a, 0x14293b, 0x14293b);
    }

    static void seaWallStorm(Canvas c) {
        double horizon = 470;
        c.sky(620, 0x141f2c, 0x22384a, 0x3d5f68, 0x7a958c, 0xb8b893);
        for (int i = 0; i < 10; i++) {
            double x = c.chance(-100, 1600);
            double y = c.chance(10, 300);
            c.fill(c.cloud(x, y, c.chance(500, 900), c.chance(90, 170)), mix(0x0f1b29, 0x385563,
                    c.random.nextDouble()), 0.65);
        }
        c.ground(horizon, 0x567c7d, 0x2c5f6a, 0x17475a, 0x0f2f45);
        // swell upon swell
        for (int i = 0; i < 9; i++) {
            double y = horizon + 14 + i * i * 5.5;
            double wave = 120 + i * 52;
            Path2D swell = new Path2D.Double();
            swell.moveTo(-20, 1080);
            for (double x = -20; x <= 1640; x += 8) {
                double phase = x / wave + i * 1.7;
                double crest = Math.pow(Math.abs(Math.sin(phase)), 0.7);
                swell.lineTo(x, y - crest * (10 + i * 7) + fractal(x / 60, i, 5) * 12);
            }
            swell.lineTo(1640, 1080);
            swell.closePath();
            c.fill(swell, lighter(mix(0x54807f, 0x123b50, i / 8.0), 0.16));
            c.fill(moved(swell, 14, 6 + i * 3), mix(0x54807f, 0x123b50, i / 8.0));
            for (int k = 0; k < 16; k++) {
                double x = c.chance(0, 1600);
                c.fill(lens(x, y + c.chance(-4, 10 + i * 5), c.chance(30, 60 + i * 26), 2 + i * 0.8), 0xdfe9df, 0.65);
            }
        }
        // the burst: jets of foam that rise, lean with the wind and fall back
        for (int layer = 0; layer < 3; layer++) {
            int colour = layer == 0 ? 0x7fa9ab : layer == 1 ? 0xb9d3d0 : 0xf0f3ea;
            Area foam = new Area(path("M370 790C400 700 470 " + (600 + layer * 40) + " 700 " + (590 + layer * 40)
                    + "C930 " + (590 + layer * 40) + " 1010 700 1050 760Z"));
            for (int i = 0; i < 26; i++) {
                double side = c.chance(-1, 1);
                double x0 = 690 + side * 250;
                double up = (1640 - layer * 270) * (1 - 0.62 * Math.abs(side)) * c.chance(0.62, 1);
                double out = side * 210 + c.chance(-30, 50);
                double size = c.chance(30, 52) * (1 - layer * 0.14);
                double length = c.chance(0.62, 0.86);
                for (double s = 0; s < length; s += 0.035) {
                    double x = x0 + out * s + 170 * s * s;
                    double y = 740 - up * s + up * 0.62 * s * s;
                    double r = size * (1 - 0.72 * s / length) * c.chance(0.85, 1.15);
                    foam.add(new Area(circle(x, y, r)));
                    if (s > length * 0.55 && c.random.nextInt(3) == 0) {
                        c.fill(circle(x + c.chance(-50, 70), y + c.chance(-60, 30), c.chance(3, 10)), colour);
                    }
                }
            }
            c.fill(foam, colour);
        }
        for (int i = 0; i < 150; i++) {
            c.fill(circle(c.chance(520, 1350), c.chance(120, 700), Math.pow(c.random.nextDouble(), 2) * 7 + 1.5),
                    0xfbf8ea);
        }
        // the wall in perspective
        Shape top = path("M0 820L1600 690V742L0 930Z");
        Shape face = path("M0 790L1600 676V700L0 836Z");
        Shape walk = path("M0 925L1600 735V1067H0Z");
        c.fill(face, 0x2a3b49);
        c.fill(top, 0x51646b);
        c.fill(walk, c.blend(0, 760, 0, 1067, 0x3a4f5b, 0x22323f));
        for (int i = 0; i < 12; i++) {
            double t = i / 12.0;
            double x = Math.pow(t, 0.8) * 1600;
            c.line(x, 812 - x * 0.0812, x + 2, 932 - x * 0.1175, 3, 0x22323f);
        }
        c.fill(path("M0 790L1600 676V684L0 803Z"), 0x93a39d);
        for (int i = 0; i < 34; i++) {
            double x = c.chance(280, 1180);
            c.fill(lens(x, 900 - x * 0.1 + c.chance(-70, 10), c.chance(70, 240), c.chance(8, 20)), c.any(0xdfe9df,
                    0xfbf8ea), 0.9);
        }
        c.ripples(880, 1067, 40, 0x93a39d, 0.35);
        for (int i = 0; i < 5; i++) {
            double x = 1500 - i * 330 + i * i * 4;
            double y = 778 + i * 44;
            c.reflection(x, y + 10, y + 210, 34, 0xf9d27a, 0.5);
            c.streetLamp(x, y, 330 + i * 62, 0x0f1a26, 0xffdf90, 0.30);
        }
        c.figure(1190, 920, 210, -1, new Look(SKINS[0], INK, 0xe3a640, INK, 0xe3a640, "coat brim flat"), Pose.STOOP);
        c.rain(14, 420, 80, 0xdfe9df, 0.4);
        c.gull(1180, 210, 60, -30, 0xdfe9df);
        c.gull(1330, 300, 46, 18, 0xdfe9df);
    }

    static void tidalTurbine(Canvas c) {
        double surface = 330;
        c.sky(surface + 30, 0xf4d9a0, 0xf6e6c6, 0xe3ecdf);
        c.fill(circle(300, 130, 62), 0xdc7637);
        c.fill(c.cloud(700, 150, 420, 70), 0xfffaee);
        c.fill(c.cloud(1050, 90, 300, 50), 0xfffaee);
        c.fill(c.ridge(-10, 900, 322, 40, 260, 350, 3), 0x9ebfae);
        // the market hall on its quay
        c.fill(rect(1080, 180, 540, 110), 0xf1e7cf);
        for (int i = 0; i < 4; i++) {
            c.fill(polygon(1070 + i * 136, 184, 1138 + i * 136, 110, 1206 + i * 136, 184),
                    i % 2 == 0 ? 0xb5432a : 0xc9553a);
            c.fill(path("M" + (1104 + i * 136) + " 290V238q34-34 68 0V290z"), 0x25566a);
        }
        c.fill(rect(1040, 284, 580, 22), 0x8a6a52);
        // the water, cut open
        Path2D water = new Path2D.Double();
        water.moveTo(0, 1067);
        for (double x = 0; x <= 1600; x += 8) {
            water.lineTo(x, surface + 7 * Math.sin(x / 38) + 4 * Math.sin(x / 17 + 1));
        }
        water.lineTo(1600, 1067);
        water.closePath();
        c.fill(water, c.blend(0, surface, 0, 1067, 0x63aaa6, 0x2f8290, 0x17566c, 0x0f3550, 0x0b2440));
        c.within(water, () -> {
            for (int i = 0; i < 7; i++) {
                double x = 120 + i * 210;
                c.fill(polygon(x, 300, x + 80, 300, x - 130, 1067, x - 320, 1067), c.fade(0, 320, 0, 980, 0xd7efdc,
                        0.26, 0));
            }
        });
        for (int i = 0; i < 40; i++) {
            c.fill(lens(c.chance(0, 1060), surface + c.chance(4, 22), c.chance(40, 140), 3.5), 0xe2f0e0, 0.8);
        }
        // quay wall below water
        Shape quay = path("M1060 300H1620V1067H1240C1190 960 1130 900 1110 760C1090 600 1064 460 1060 300Z");
        c.fill(quay, 0x12283b);
        c.within(quay, () -> {
            for (int row = 0; row < 20; row++) {
                for (int k = 0; k < 9; k++) {
                    c.fill(round(1050 + k * 74 + (row % 2) * 36, 306 + row * 40, 68, 34, 5), mix(0x6b6459, 0x172f42,
                            Math.min(1, row / 9.0)));
                }
            }
        });
        // a boat above
        c.fishingBoat(560, 332, 0.92, 0.92, 0x8f2f2a, CREAM, 0xf1e7cf, INK, 0x8fc0c4);
        c.fill(path("M420 352C470 382 610 380 676 350L640 352H450Z"), 0x4c1f28);
        c.fill(lens(560, 345, 420, 6), 0xe2f0e0, 0.85);
        // sea bed
        c.fill(c.ridge(-10, 1610, 985, 26, 240, 1080, 8), 0x1a3a44);
        c.fill(c.ridge(-10, 1610, 1022, 20, 160, 1080, 9), 0x0c2233);
        c.stroke(flow(720, 1000, 860, 1030, 1010, 1000, 1150, 1024, 1260, 960, 1290, 800), 10, 0xe3a640);
        // the turbine
        double hx = 620;
        double hy = 690;
        for (int i = 0; i < 3; i++) {
            c.g.setStroke(new BasicStroke(5, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            c.g.setPaint(ink(0xbfe3da, 0.35));
            for (int k = 0; k < 3; k++) {
                double r = 120 + k * 48;
                c.g.draw(new Arc2D.Double(hx - r, hy - r, 2 * r, 2 * r, 40 + i * 120 + k * 6, 52, Arc2D.OPEN));
            }
        }
        c.fill(polygon(hx - 26, hy, hx + 26, hy, hx + 42, 1010, hx - 42, 1010), 0xd8d2b8);
        c.fill(polygon(hx + 4, hy, hx + 26, hy, hx + 42, 1010, hx + 8, 1010), 0x8fa39b);
        c.fill(path("M" + (hx - 150) + " 1030L" + (hx - 60) + " 985H" + (hx + 60) + "L" + (hx + 150) + " 1030Z"),
                0x6d7f80);
        c.fill(path("M" + (hx - 110) + " " + (hy - 42) + "h150c60 0 90 24 104 42c-14 18-44 42-104 42h-150z"),
                0xb5432a);
        c.fill(path("M" + (hx - 110) + " " + (hy + 6) + "h250c-14 18-44 36-100 36h-150z"), 0x7a2a26);
        for (int i = 0; i < 3; i++) {
            c.turn(-22 + i * 120, hx, hy, () -> {
                c.fill(path("M" + (hx - 14) + " " + (hy - 10) + "C" + (hx - 56) + " " + (hy - 90) + " " + (hx
                        - 36) + " "
                        + (hy - 220) + " " + (hx - 8) + " " + (hy - 262) + "C" + (hx + 12)
                                + " " + (hy - 200) + " " + (hx + 22)
                        + " " + (hy - 90) + " " + (hx + 14) + " " + (hy - 8) + "Z"), 0xf4ecd4);
                c.fill(path("M" + hx + " " + (hy - 10) + "C" + (hx - 4) + " " + (hy - 90) + " " + (hx - 8)
                        + " " + (hy - 200)
                        + " " + (hx - 8) + " " + (hy - 262) + "C" + (hx + 12) + " " + (hy
                                - 200) + " " + (hx + 22) + " "
                        + (hy - 90) + " " + (hx + 14) + " " + (hy - 8) + "Z"), 0xb9c4b4);
            });
        }
        c.fill(circle(hx, hy, 40), 0xe3a640);
        c.fill(circle(hx - 8, hy - 8, 20), 0xf6cf7a);
        // current, fish, weed
        for (int i = 0; i < 22; i++) {
            double x = c.chance(-20, 1040);
            double y = c.chance(420, 940);
            c.fill(lens(x, y, c.chance(90, 240), 3), 0xbfe3da, 0.35);
        }
        for (int i = 0; i < 26; i++) {
            double x = 140 + c.random.nextGaussian() * 70;
            double y = 590 + c.random.nextGaussian() * 50;
            fish(c, x, y, c.chance(24, 36), 0xe9d9a8);
        }
        for (int i = 0; i < 11; i++) {
            fish(c, 930 + c.random.nextGaussian() * 46, 850 + c.random.nextGaussian() * 34, 26, 0x8fc7bd);
        }
        for (int i = 0; i < 16; i++) {
            double x = i < 8 ? c.chance(10, 330) : c.chance(900, 1150);
            double tall = c.chance(60, 170);
            c.stroke(flow(x, 1040, x + 14, 1040 - tall * 0.35, x - 10, 1040 - tall * 0.7, x + 12, 1040 - tall), 10,
                    c.any(0x2f6b52,
                    0x3f7d5a, 0x24584c));
        }
    }

    static void fish(Canvas c, double x, double y, double size, int colour) {
        c.at(x, y, size / 40, () ->
            c.fill("M22 0C12-11-6-10-16-1L-26-8L-23 0L-26 8L-16 1C-6 10 12 11 22 0Z", colour));
    }

    static void townHall(Canvas c) {
        c.sky(760, 0x2f7f92, 0x6fb0ae, 0xc4d6bd, 0xf3ddab);
        c.fill(c.cloud(260, 330, 520, 120), 0xfbeed2);
        c.fill(c.cloud(1330, 250, 560, 120), 0xfbeed2);
        c.fill(c.cloud(1160, 430, 300, 60), 0xf6dfb8);
        c.houses(-30, 420, 790, 190, 280, new int[] {0x5f7f86, 0x557379, 0x6b8789}, new int[] {0x3d5662, 0x374d5b},
                0xf4c97a, 0.2);
        c.houses(1230, 1620, 790, 180, 290, new int[] {0x5f7f86, 0x557379, 0x6b8789}, new int[] {0x3d5662, 0x374d5b},
                0xf4c97a, 0.2);
        int stone = 0xf0c98a;
        int warm = 0xe4ad6a;
        int shade = 0x9a7768;
        int dim = 0x6d6470;
        // the tower
        Shape tower = rect(730, 190, 170, 600);
        c.fill(tower, stone);
        c.fill(rect(840, 190, 60, 600), shade);
        c.fill(rect(716, 322, 198, 16), 0xf9e2b4);
        c.fill(rect(716, 176, 198, 18), 0xf9e2b4);
        c.fill(rect(840, 176, 74, 18), 0xb98f74);
        c.fill(path("M724 178C740 136 776 126 790 96L815 56L840 96C854 126 890 136 906 178Z"), 0x3f8a80);
        c.fill(path("M815 56L840 96C854 126 890 136 906 178H830C836 126 826 96 815 56Z"), 0x275f62);
        c.line(815, 58, 815, 18, 5, 0xe3a640);
        c.fill(path("M764 322V262q16-28 32 0V322zM804 322V262q14-28 28 0V322z"), 0x54434e);
        c.fill(path("M852 322V262q16-28 32 0V322z"), 0x3a3340);
        c.fill(circle(787, 410, 52), 0xfff6dc);
        c.stroke(circle(787, 410, 52), 9, 0x275f62);
        for (int i = 0; i < 12; i++) {
            double a = Math.toRadians(i * 30);
            c.line(787 + 40 * Math.sin(a), 410 - 40 * Math.cos(a), 787 + 45 * Math.sin(a), 410 - 45 * Math.cos(a), 4,
                    INK);
        }
        c.line(787, 410, 811, 434, 6, INK);
        c.line(787, 410, 774, 374, 4, INK);
        // the hall
        Shape hall = rect(420, 500, 810, 300);
        c.fill(hall, stone);
        c.fill(rect(1090, 500, 140, 300), warm);
        c.fill(polygon(396, 506, 460, 420, 1190, 420, 1254, 506), 0x3f5f68);
        c.fill(polygon(396, 506, 460, 420, 560, 420, 520, 506), 0x5a7d80);
        c.fill(rect(730, 470, 110, 330), stone);
        c.fill(rect(840, 470, 60, 330), shade);
        c.fill(rect(716, 476, 198, 12), 0xf9e2b4);
        c.fill(rect(404, 498, 842, 18), 0xf9e2b4);
        for (int i = 0; i < 3; i++) {
            double gx = 470 + i * 84;
            c.fill(path("M" + gx + " 640V566q24-40 48 0V640z"), 0x40505e);
            c.fill(path("M" + (gx + 8) + " 632V572q16-28 32 0V632z"), 0xf9dc94);
            c.line(gx + 24, 560, gx + 24, 634, 4, 0x40505e);
        }
        for (int i = 0; i < 3; i++) {
            double gx = 940 + i * 88;
            c.fill(path("M" + gx + " 640V566q24-40 48 0V640z"), 0x40505e);
            c.fill(path("M" + (gx + 8) + " 632V572q16-28 32 0V632z"), 0xf9dc94);
            c.line(gx + 24, 560, gx + 24, 634, 4, 0x40505e);
        }
        for (int i = 0; i < 7; i++) {
            double gx = 440 + i * 112;
            if (i == 2 || i == 3) {
                continue;
            }
            c.fill(path("M" + gx + " 800V720q38-56 76 0V800z"), 0x2c3a4a);
        }
        c.fill(path("M744 800V640q71-90 142 0V800z"), 0x2c3a4a);
        c.fill(path("M760 800V660q55-70 110 0V800z"), 0x7a3128);
        c.line(815, 626, 815, 800, 4, 0x2c3a4a);
        // the shade of the houses opposite climbs the front
        c.fill(path("M0 800V690L120 660L240 700L360 640L470 690L600 676L700 706L820 660L900 700L1060 668L1180 704L1300 660L1460 700L1600 668V800Z"),
                0x1d3a58, 0.55);
        c.fill(rect(690, 796, 260, 14), 0x8b98a0);
        c.fill(rect(670, 810, 300, 14), 0x74858f);
        // the square
        c.fill(rect(0, 800, 1600, 267), c.blend(0, 800, 0, 1067, 0x4f7080, 0x3a5a70, 0x27425a));
        c.within(rect(0, 824, 1600, 243), () -> {
            for (int i = -14; i <= 14; i++) {
                c.line(815 + i * 60, 800, 815 + i * 190, 1067, 2.5, 0x6a8a94, 0.5);
            }
            for (int i = 0; i < 7; i++) {
                c.line(0, 826 + i * i * 6.2, 1600, 826 + i * i * 6.2, 2.5, 0x6a8a94, 0.5);
            }
        });
        c.fill(rect(670, 806, 300, 8), 0x8b98a0);
        c.fill(rect(650, 814, 340, 10), 0x74858f);
        c.tree(190, 870, 330, 0x2a2f3a, 0x2f5a4c, 0x4d7d55);
        c.tree(1440, 880, 360, 0x2a2f3a, 0x2f5a4c, 0x4d7d55);
        Look[] looks = {new Look(SKINS[0], INK, 0xb5432a, 0x22324a, "coat long"), new Look(SKINS[2], INK, 0xe3a640,
                0x22324a, "cap"),
            new Look(SKINS[1], INK, 0xdfe4d4, 0x3a3350, "coat bun"), new Look(SKINS[4], BROWN, 0x2b7884, 0x14202e,
                    "beanie")};
        double[][] spots = {{520, 880, 96, 1}, {560, 884, 98, 1}, {1010, 866, 90, -1}, {340, 950, 150, 1}, {1190,
                960, 156, -1},
            {1240, 966, 150, -1}, {720, 856, 84, -1}};
        for (int i = 0; i < spots.length; i++) {
            double[] s = spots[i];
            c.fill(lens(s[0] + 20, s[1], s[2] * 0.7, s[2] * 0.06), INK, 0.4);
            c.figure(s[0], s[1], s[2], (int) s[3], looks[i % 4], i % 3 == 1 ? Pose.STAND : Pose.WALK);
        }
        for (int i = 0; i < 14; i++) {
            double x = 780 + c.random.nextGaussian() * 90;
            double y = 980 + c.random.nextGaussian() * 26;
            c.fill(blob(x - 11, y, x - 4, y - 9, x + 5, y - 8, x + 9, y - 13, x + 12, y - 8, x + 5, y + 2), 0xb9c6c4);
        }
        c.gulls(980, 100, 400, 200, 6, 28, 0xfffaee);
    }

    // ---------------------------------------------------------------- rooms of the town

    static void councilChamber(Canvas c) {
        c.fill(rect(0, 0, 1600, 1067), c.blend(0, 0, 0, 1067, 0x6b2f2c, 0x7d3a30, 0x4a2428));
        // panelled wall, three tall windows, the town's ship above the chair
        for (int i = 0; i < 17; i++) {
            c.fill(rect(i * 100 - 10, 330, 84, 220), 0x5c2828);
            c.fill(rect(i * 100 - 4, 338, 72, 204), 0x863f33);
        }
        c.fill(rect(0, 312, 1600, 14), 0xd99a54);
        for (int i = 0; i < 4; i++) {
            double x = i < 2 ? 120 + i * 270 : 1120 + (i - 2) * 270;
            Shape glass = path("M" + x + " 300V110q70-110 140 0V300z");
            c.fill(glass, c.blend(0, 50, 0, 300, 0xfbe9bd, 0xf3c98a));
            double wx = x;
            c.within(glass, () -> {
                c.fill(c.ridge(wx - 10, wx + 200, 270, 26, 90, 320, 3), 0xd49a68);
                c.line(wx + 70, 20, wx + 70, 310, 7, 0x4a2428);
                c.line(wx, 130, wx + 150, 130, 6, 0x4a2428);
                c.line(wx, 215, wx + 150, 215, 6, 0x4a2428);
            });
            c.stroke(glass, 10, 0x4a2428);
            c.fill(polygon(x, 300, x + 140, 300, x + (i < 2 ? 480 : -340) + 120, 1067,
                    x + (i < 2 ? 480 : -340) - 160, 1067),
                    c.fade(0, 300, 0, 950, 0xfbe0a4, 0.26, 0));
        }
        c.fill(path("M660 40H940V250Q940 330 800 360Q660 330 660 250Z"), 0xd99a54);
        c.fill(path("M676 56H924V248Q924 318 800 344Q676 318 676 248Z"), 0x1f4f63);
        c.fill(path("M706 230q20 50 60 52h70q40-4 58-54z"), 0xf6ead0);
        c.fill(path("M794 90C740 120 724 180 726 214C756 204 776 204 794 210ZM806 100C850 130 872 180 874 212C850 204 826 204 806 210Z"),
                0xf6ead0);
        c.line(800, 80, 800, 236, 6, 0xf6ead0);
        c.stroke(flow(690, 306, 730, 296, 770, 306, 810, 296, 850, 306, 900, 296), 6, 0x7fb5b0);
        // the chair
        c.fill(path("M726 620V420q74-60 148 0V620z"), 0x3a1c20);
        c.fill(path("M742 620V432q58-44 116 0V620z"), 0x8f2f2a);
        bust(c, 800, 560, 150, new Look(SKINS[0], 0xd8d4c8, 0x26303f, INK, "bun"));
        c.fill(path("M610 570H990L1010 690H590Z"), 0x9c5a34);
        c.fill(rect(596, 560, 408, 16), 0xd99a54);
        // the benches: three curved rows
        double[][] rows = {{600, 70, 118, 0.62}, {720, 110, 152, 0.8}, {880, 150, 200, 1}};
        int[] coats = {0x22405a, 0x2f6b6a, 0x8f2f2a, 0xd9a24a, 0x37414f, 0x5b3f58, 0xdcd2ba};
        int number = 0;
        for (int r = 0; r < 3; r++) {
            double y = rows[r][0];
            double dip = rows[r][1];
            double size = rows[r][2];
            for (int side = -1; side <= 1; side += 2) {
                int people = r == 2 ? 3 : 4;
                for (int k = 0; k < people; k++) {
                    double t = (k + 0.5) / people;
                    double from = r == 0 ? 270 : r == 1 ? 300 : 260;
                    double x = 800 + side * (from + t * (r == 0 ? 440 : 480 + r * 40));
                    double u = Math.abs(x - 800) / 800;
                    double yy = y + dip * (1 - u * u) * 0.9 - 10 - size * 0.36;
                    boolean speaker = r == 1 && side == 1 && k == 1;
                    if (speaker) {
                        c.at(x, yy + 170, -1, 1, () -> c.figure(0, 0, 330, 1, new Look(SKINS[2], 0x1c1618, 0xe3a640,
                                0x22304a,
                                "bun"), Pose.READ));
                        continue;
                    }
                    Look look = new Look(SKINS[(number * 5 + r) % 6], c.any(0x2a2022, 0x6b4632, 0xb98c5a, 0xcfcabc),
                            coats[(number * 3 + r) % 7], INK, c.any("", "long", "bald", "bun", ""));
                    number++;
                    double lx = x;
                    c.at(lx, yy, side == -1 ? 1 : -1, 1, () -> bust(c, 0, 0, size * 0.95, look));
                }
                double in = 800 + side * (r == 0 ? 215 : r == 1 ? 235 : 190);
                double out = 800 + side * 830;
                double drop = r == 2 ? 260 : 100;
                c.fill(path("M" + out + " " + (y - 10) + "Q" + (800 + side * 520) + " " + (y + dip * 0.55)
                        + " " + in + " "
                        + (y + dip) + "V" + (y + dip + drop) + "Q" + (800 + side * 520)
                                + " " + (y + dip * 0.55 + drop) + " " + out + " "
                        + (y + drop) + "Z"), r == 0 ? 0x8a4a30 : r == 1 ? 0x74392b : 0x5b2b28);
                c.stroke(path("M" + out + " " + (y - 10) + "Q" + (800 + side * 520) + " " + (y + dip * 0.55)
                        + " " + in + " "
                        + (y + dip)), 12 + r * 3, 0xd99a54);
                for (int k = 0; k < 3; k++) {
                    double t = 0.2 + k * 0.3;
                    double x = in + (out - in) * t;
                    double u = Math.abs(x - 800) / 800;
                    c.fill(polygon(x - 22, y + dip * (1 - u * u) - 4 - r * 2, x + 20, y + dip * (1 - u * u) - 12
                            - r * 2, x + 30,
                            y + dip * (1 - u * u) + 4, x - 12, y + dip * (1 - u * u) + 8), CREAM);
                }
            }
        }
    }

    /** Head and shoulders of someone who sits behind something, three quarters to the right. */
    static void bust(Canvas c, double x, double y, double s, Look look) {
        c.at(x, y, s / 100, () -> {
            c.fill(path("M-46 62C-48 16-34 6-14 0H16C36 6 48 16 46 62Z"), look.top());
            c.fill(path("M10 0H16C36 6 48 16 46 62H20C26 40 22 14 10 0Z"), darker(look.top(), 0.22));
            c.fill(path("M-10 2L4 26L16 2Z"), lighter(look.top(), 0.75));
            if (look.has("long")) {
                c.fill(blob(-24, -36, -2, -56, 22, -38, 24, 0, 10, 6, -24, 8, -30, -10), look.hair());
            }
            c.fill(limb(2, -16, 10, 3, 4, 11), darker(look.skin(), 0.15));
            c.fill(oval(3, -29, 18.5, 23), look.skin());
            c.fill(circle(9, -31, 2), INK);
            c.fill(circle(-3, -31, 2), INK);
            c.stroke(path("M-1 -17q5 3 10 0"), 1.8, darker(look.skin(), 0.5));
            if (look.has("bald")) {
                c.fill(path("M-16-36q-4 10 1 18l4-2q-2-10 0-18z"), look.hair());
                c.fill(path("M22-36q4 10-1 18l-3-2q2-10 0-18z"), look.hair());
            } else {
                c.fill(path("M-17-22C-24-44-16-58 4-56C22-58 28-42 22-24C20-34 16-38 10-40C0-36-10-40-17-22Z"),
                        look.hair());
            }
            if (look.has("bun")) {
                c.fill(circle(-6, -58, 11), look.hair());
            }
        });
    }

    static void library(Canvas c) {
        c.fill(rect(0, 0, 1600, 1067), 0x23413f);
        // vault and end window
        c.fill(path("M0 0H1600V300L1060 420V300Q800 90 540 300V420L0 300Z"), 0x2f5750);
        for (int i = 0; i < 5; i++) {
            double s = Math.pow(1.38, i);
            c.stroke(path("M" + (800 - 262 * s) + " " + (430 + 20 * s) + "V" + (430 - 130 * s) + "Q800 "
                    + (430 - 340 * s) + " "
                    + (800 + 262 * s) + " " + (430 - 130 * s) + "V" + (430 + 20 * s)), 12 * s,
                            i % 2 == 0 ? 0x3d6a5e : 0x376257);
        }
        Shape glass = path("M640 560V300Q800 120 960 300V560Z");
        c.fill(glass, c.blend(0, 190, 0, 560, 0x9fcbc4, 0xe6e5c4, 0xf6d79a));
        c.within(glass, () -> {
            c.fill(c.ridge(600, 1000, 520, 30, 90, 600, 4), 0xb4a77c);
            for (int i = 0; i < 4; i++) {
                c.yacht(690 + i * 72, 520, 0.18, 0.18, 0xfffaee, 0xf3e0c0, 0x23413f, 0x23413f);
            }
            for (int i = 1; i < 5; i++) {
                c.line(640 + i * 64, 160, 640 + i * 64, 560, 6, 0x23413f);
            }
            for (int i = 0; i < 4; i++) {
                c.line(640, 300 + i * 75, 960, 300 + i * 75, 5, 0x23413f);
            }
        });
        c.stroke(glass, 12, 0x1b3433);
        // walls of books in perspective
        int[] spines = {0xb5432a, 0xe3a640, 0xd8c79a, 0x2b7884, 0x6f2632, 0x8fae8a, 0xdc7637, 0x1d3550, 0xf0e2bf};
        for (int side = -1; side <= 1; side += 2) {
            for (int bay = 0; bay < 5; bay++) {
                double s0 = Math.pow(1.38, bay);
                double s1 = Math.pow(1.38, bay + 0.86);
                double x0 = 800 + side * 262 * s0;
                double x1 = 800 + side * 262 * s1;
                c.fill(polygon(x0, 430 - 130 * s0, x1, 430 - 130 * s1, x1, 430 + 205 * s1, x0, 430 + 205 * s0),
                        0x4a2f26);
                for (int row = 0; row < 7; row++) {
                    int books = 13;
                    for (int k = 0; k < books; k++) {
                        double u0 = 0.06 + 0.88 * k / books;
                        double u1 = 0.06 + 0.88 * (k + 0.86) / books;
                        double sa = Math.pow(1.38, bay + 0.86 * u0);
                        double sb = Math.pow(1.38, bay + 0.86 * u1);
                        double low = -118 + (row + 0.93) * 45.5;
                        double high = low - 36 * c.chance(0.72, 1);
                        if (c.random.nextInt(16) == 0) {
                            continue;
                        }
                        int colour = mix(spines[c.random.nextInt(9)], 0x2c3a34, 0.22 + (side > 0 ? 0.12 : 0));
                        c.fill(polygon(800 + side * 262 * sa, 430 + high * sa, 800 + side * 262 * sb, 430 + high * sb,
                                800 + side * 262 * sb, 430 + low * sb, 800 + side * 262 * sa, 430 + low * sa),
                                        colour);
                    }
                    double shelf = -118 + (row + 1) * 45.5;
                    c.fill(polygon(x0, 430 + (shelf - 4) * s0, x1, 430 + (shelf - 4) * s1, x1, 430 + shelf * s1, x0,
                            430 + shelf * s0), 0x7a4f38);
                }
            }
        }
        // floor
        c.fill(path("M540 560H1060L1600 880V1067H0V880Z"), c.blend(0, 560, 0, 1067, 0xb98552, 0x7d5236, 0x4c3328));
        c.fill(path("M640 560H960L1250 1067H350Z"), 0xf6d79a, 0.22);
        // desks, lamps, readers
        Look[] readers = {new Look(SKINS[0], 0x6b3a22, 0xb5432a, INK, "long"), new Look(SKINS[3], 0x1c1618, 0xe3a640,
                INK, ""),
            new Look(SKINS[4], 0xd0ccc0, 0x2b5a70, INK, "bald"), new Look(SKINS[1], 0x2a2022, 0xdfe0cc, INK, "bun"),
            new Look(SKINS[5], 0x3a2a22, 0x5a7d4a, INK, ""), new Look(SKINS[2], 0x1c1618, 0x8f2f4a, INK, "long")};
        int n = 0;
        for (int row = 0; row < 3; row++) {
            double s = 0.42 * Math.pow(1.62, row);
            double y = 640 + 150 * row * (1 + row * 0.18);
            for (int side = -1; side <= 1; side += 2) {
                double x = 800 + side * (300 * s + 40);
                Look look = readers[n++];
                c.at(x, y, s * side * -1, s, () -> {
                    bust(c, -10, -42, 190, look);
                    c.fill(polygon(-250, 20, 250, 20, 280, 64, -280, 64), 0x8a5636);
                    c.fill(rect(-280, 62, 560, 26), 0x5b3626);
                    c.fill(rect(-250, 88, 30, 150), 0x432a20);
                    c.fill(rect(220, 88, 30, 150), 0x432a20);
                    c.fill(polygon(-80, 30, -6, 44, 70, 28, 60, 6, -6, 18, -72, 8), 0xfbf3dc);
                    c.line(-6, 20, -6, 44, 3, 0xb9a888);
                    c.glow(160, -40, 210, 0xf9e39a, 0.5);
                    c.line(160, 36, 160, -50, 8, 0xd9a24a);
                    c.fill(oval(160, 40, 36, 9), 0xd9a24a);
                    c.fill(path("M96-38Q104-86 160-88Q216-86 224-38Z"), 0x3f9a6c);
                    c.fill(path("M96-38Q104-86 130-86Q116-70 116-38Z"), 0x6fc08c);
                    c.fill(lens(160, -37, 120, 6), 0xfff6d0);
                });
            }
        }
        c.figure(800, 700, 150, -1, new Look(SKINS[1], 0x2a2022, 0x22405a, 0x2f2a35, "coat"), Pose.READ);
    }

    static void schoolKitchen(Canvas c) {
        c.fill(rect(0, 0, 1600, 1067), 0xf0d9a6);
        for (int row = 0; row < 16; row++) {
            for (int k = 0; k < 26; k++) {
                c.fill(rect(k * 66 - 20 + (row % 2) * 33, 20 + row * 34, 61, 29), c.random.nextInt(5) == 0 ? 0xf7e6c0
                        : 0xf4e0b4);
            }
        }
        // kitchen seen through the hatch
        c.fill(rect(120, 110, 1360, 500), 0x2b6f78);
        for (int k = 0; k < 12; k++) {
            c.line(150 + k * 116, 110, 150 + k * 116, 610, 3, 0x357f86);
        }
        c.fill(rect(120, 240, 1360, 10), 0x1b4f5c);
        int[] pots = {0xdc7637, 0xe3a640, 0xc9d6cc, 0xb5432a, 0xc9d6cc, 0xe3a640};
        for (int i = 0; i < 7; i++) {
            double x = 190 + i * 200;
            if (i == 2 || i == 4) {
                continue;
            }
            c.line(x, 246, x, 272, 4, INK);
            c.fill(path("M" + (x - 52) + " 300h104l-8 52q-44 20-88 0z"), pots[i % 6]);
            c.fill(path("M" + (x + 12) + " 300h40l-8 52q-16 8-32 9z"), darker(pots[i % 6], 0.25));
            c.line(x, 270, x, 302, 7, pots[i % 6]);
        }
        for (int i = 0; i < 3; i++) {
            double x = 440 + i * 360;
            c.line(x, 110, x, 130, 5, INK);
            c.fill(polygon(x - 70, 184, x - 18, 128, x + 18, 128, x + 70, 184), INK);
            c.glow(x, 200, 300, 0xfff0bc, 0.5);
            c.fill(oval(x, 185, 56, 12), 0xfff3cc);
        }
        // steam
        for (int i = 0; i < 6; i++) {
            double x = 260 + i * 216;
            c.stroke(flow(x, 600, x + 26, 550, x - 14, 500, x + 20, 440, x, 390), 15, 0xf6f2e2, 0.32);
        }
        c.figure(530, 930, 680, 1, new Look(SKINS[1], 0x3a2a22, 0xfbf3e0, 0x2c4a5a, RUST, "toque flat"), Pose.CARRY);
        c.figure(1150, 930, 650, -1, new Look(SKINS[3], 0x1c1618, 0xfbf3e0, 0x2c4a5a, RUST, "toque flat"),
                Pose.CARRY);
        for (int side = -1; side <= 1; side += 2) {
            double x = side < 0 ? 660 : 1026;
            c.line(x, 536, x - side * 46, 596, 9, 0xb9c6c2);
            c.fill(blob(x - side * 46 - 26, 590, x - side * 46, 582, x - side * 46 + 26, 590, x - side * 46, 616),
                    0xb9c6c2);
        }
        // counter with trays
        c.fill(rect(60, 604, 1480, 40), 0xdfe6dc);
        c.fill(rect(60, 640, 1480, 12), 0x8ea6a4);
        c.fill(rect(90, 652, 1420, 240), 0xb5432a);
        for (int k = 0; k < 9; k++) {
            c.fill(rect(110 + k * 157, 676, 137, 190), 0xa33a26);
        }
        int[] food = {0xe3a640, 0x66864f, 0xf6ead0, 0xdc7637, 0xd9b077, 0x8fa95a};
        for (int i = 0; i < 6; i++) {
            double x = 190 + i * 212;
            c.fill(polygon(x - 86, 592, x + 86, 592, x + 78, 618, x - 78, 618), 0x9fb2b0);
            c.fill(blob(x - 80, 594, x - 46, 566 + i % 3 * 4, x, 560, x + 44, 568, x + 80, 594, x, 598), food[i]);
            for (int k = 0; k < 9; k++) {
                c.fill(circle(x + c.chance(-56, 56), 580 + c.chance(-8, 8), 7), lighter(food[i], 0.3));
            }
        }
        // floor and queue of children
        c.fill(rect(0, 890, 1600, 177), 0x5d8f8f);
        for (int i = -10; i < 11; i++) {
            c.line(800 + i * 120, 890, 800 + i * 210, 1067, 4, 0x4b7c80);
        }
        c.line(0, 960, 1600, 960, 4, 0x4b7c80);
        Object[][] kids = {{170, 0, "long", 0x22405a, 5}, {390, 3, "", 0xe3a640, 3}, {640, 4, "bun", 0x2f6b6a, 0},
                {880, 2, "cap", 0xd9603a, 3},
            {1120, 0, "", 0xf0e2bf, 1}, {1360, 1, "long dress", 0x22405a, 4}};
        for (Object[] k : kids) {
            int x = (Integer) k[0];
            c.fill(lens(x, 1044, 170, 12), 0x2b4f5a, 0.5);
            c.figure(x, 1044, 400 + (x * 7) % 50, 1, new Look(SKINS[(Integer) k[1]], new int[] {0x6b3a22, 0x2a2022,
                    0xc98a44, 0x1c1618,
                0xa3482a, 0x3a2a22}[(Integer) k[4]], (Integer) k[3], 0x2c3550, (String) k[2]), Pose.CARRY);
            c.fill(polygon(x + 40, 810, x + 170, 800, x + 176, 812, x + 44, 824), 0xf7f0dc);
            c.fill(blob(x + 66, 808, x + 100, 786, x + 140, 800, x + 120, 808), food[(x / 10) % 6]);
        }
    }

    static void bakery(Canvas c) {
        c.fill(rect(0, 0, 1600, 1067), c.blend(0, 0, 1600, 0, 0x5b2e28, 0x8a4a30, 0x4a2c30));
        // brick wall
        for (int row = 0; row < 24; row++) {
            for (int k = 0; k < 20; k++) {
                double x = k * 88 - 40 + (row % 2) * 44;
                double near = Math.max(0, 1 - Math.hypot(x - 720, row * 36 - 560) / 760);
                c.fill(round(x, row * 36 + 2, 82, 31, 4), mix(0x542e2d, 0xd9834a, near * c.chance(0.75, 1)), 0.85);
            }
        }
        // window to the dark street
        c.fill(rect(1140, 130, 360, 400), 0x3a2428);
        c.fill(rect(1160, 150, 320, 360), c.blend(0, 150, 0, 510, 0x10223a, 0x2a4560));
        c.within(rect(1160, 150, 320, 360), () -> {
            for (int i = 0; i < 30; i++) {
                c.fill(circle(1160 + c.chance(0, 320), 150 + c.chance(0, 150), c.chance(1, 2.6)), CREAM);
            }
            c.moon(1400, 220, 30, 14, 0xf6e6bd);
            c.houses(1150, 1500, 512, 110, 170, new int[] {0x18304a, 0x1d3752}, new int[] {0x0e2036}, 0xf9c96a, 0.12);
        });
        c.line(1320, 140, 1320, 520, 10, 0x3a2428);
        c.line(1150, 330, 1490, 330, 10, 0x3a2428);
        c.fill(rect(1120, 524, 400, 22), 0x3a2428);
        // shelf of loaves
        for (int s = 0; s < 2; s++) {
            c.fill(rect(60, 250 + s * 170, 330, 16), 0x3a2428);
            for (int i = 0; i < 4; i++) {
                loaf(c, 106 + i * 78, 236 + s * 170, 0.8, 0xc9823f);
            }
        }
        // the oven
        c.glow(720, 560, 620, 0xffb04a, 0.5);
        c.fill(path("M460 760V470Q720 240 980 470V760Z"), 0x3a2428);
        for (int i = 0; i < 13; i++) {
            c.turn(-78 + i * 13, 720, 650, () -> c.fill(path("M690 300H750L746 386H694Z"), c.any(0x9c5a3c, 0xb06a44,
                    0x8a4c36)));
        }
        c.fill(path("M520 720V560Q720 400 920 560V720Z"), c.blend(0, 470, 0, 720, 0xffe9a0, 0xffb347, 0xe3672a));
        c.fill(path("M540 720V640Q600 560 640 640Q680 520 730 620Q780 540 820 640Q860 580 900 660V720Z"), 0xfff3c4,
                0.85);
        c.fill(rect(440, 716, 560, 26), 0x2c1b20);
        for (int i = 0; i < 4; i++) {
            loaf(c, 600 + i * 84, 712, 0.9, 0x9a4f24);
        }
        // floor lit by the fire
        c.fill(rect(0, 860, 1600, 207), 0x3a2026);
        c.fill(path("M440 860H1000L1240 1067H240Z"), c.fade(0, 860, 0, 1067, 0xffb04a, 0.55, 0.1));
        // the table
        c.figure(1010, 1000, 650, -1, new Look(SKINS[0], 0x5a3020, 0xf6ead0, 0x2c4256, RUST, "toque apron flat"),
                Pose.CARRY);
        c.line(1010, 610, 560, 660, 13, 0xd9a866);
        c.line(1180, 590, 1010, 610, 13, 0xd9a866);
        c.fill(polygon(600, 648, 600, 666, 380, 694, 340, 690, 380, 668), 0xe9c088);
        loaf(c, 470, 668, 1.15, 0xd98f45);
        c.fill(polygon(1120, 800, 1560, 800, 1620, 850, 1090, 850), 0xc98b55);
        c.fill(rect(1090, 848, 530, 30), 0x7a4a30);
        c.fill(rect(1130, 876, 44, 200), 0x5a3426);
        for (int r = 0; r < 2; r++) {
            for (int i = 0; i < 4 - r; i++) {
                loaf(c, 1200 + i * 98 + r * 46, 826 - r * 40, 1.1, r == 0 ? 0xc9782f : 0xd98f45);
            }
        }
        c.fill(polygon(40, 850, 330, 850, 310, 1000, 60, 1000), 0xb98552);
        c.carve(polygon(40, 850, 330, 850, 310, 1000, 60, 1000), 0, 16, 60, 5, 0x8a5a38, 0.9);
        for (int i = 0; i < 6; i++) {
            c.turn(-62 + i * 14, 190, 900, () -> c.fill(round(172, 690, 36, 200, 18), c.any(0xd98f45, 0xc9782f)));
        }
        c.fill(rect(30, 846, 310, 20), 0xd9a866);
        c.spray(rect(1080, 780, 520, 80), 1300, 780, 1300, 900, 0xfff6e0, 0.10);
    }

    static void loaf(Canvas c, double x, double y, double s, int crust) {
        c.at(x, y, s, () -> {
            c.fill(path("M-42 12C-50-20-26-34 0-34C26-34 50-20 42 12Z"), crust);
            c.fill(path("M-42 12C-47-8-40-20-28-27C-36-8-30 4 40 4L42 12Z"), darker(crust, 0.28));
            for (int i = -1; i <= 1; i++) {
                c.fill(turned(lens(i * 20 + 2, -16, 28, 4), -58, i * 20 + 2, -16), lighter(crust, 0.5));
            }
        });
    }

    static void theatreStage(Canvas c) {
        c.fill(rect(0, 0, 1600, 1067), 0x1a0f1c);
        c.fill(rect(250, 120, 1100, 660), c.blend(0, 120, 0, 780, 0x1b2f4d, 0x3a4a6b, 0xa86a62));
        // painted scene: sea, moon, a balcony
        c.fill(circle(800, 330, 130), 0xf3dca4);
        c.fill(c.ridge(250, 1350, 560, 60, 160, 700, 3), 0x2b3757);
        c.fill(rect(250, 600, 1100, 120), 0x22304e);
        c.glitter(800, 604, 715, 200, 40, 0xf3dca4, 0.6);
        c.fill(path("M300 700V360H470V420H440V700Z"), 0x3c2a42);
        c.fill(path("M1300 700V300H1110V380H1150V700Z"), 0x3c2a42);
        // boards
        c.fill(path("M250 700H1350L1480 860H120Z"), c.blend(0, 700, 0, 860, 0x6b3a30, 0xa8643f));
        for (int i = -9; i <= 9; i++) {
            c.line(800 + i * 61, 700, 800 + i * 76, 860, 3, 0x5a2f2a);
        }
        // the pool of light
        c.fill(polygon(780, -20, 850, -20, 1130, 800, 470, 800), c.fade(0, 0, 0, 800, 0xfff0c0, 0.10, 0.42));
        c.fill(oval(800, 795, 330, 46), 0xfbdc9a);
        c.figure(690, 800, 330, 1, new Look(SKINS[0], 0x5a2a20, 0xb5432a, 0x8f2f2a, RUST, "long dress"),
                Pose.HOLD_UP);
        c.figure(930, 802, 345, -1, new Look(SKINS[3], 0x1c1618, 0x22405a, 0x16202e, OCHRE, ""), Pose.POINT);
        c.fill(lens(640, 806, 190, 9), 0x6b3a30, 0.6);
        c.fill(lens(980, 808, 190, 9), 0x6b3a30, 0.6);
        // curtain and arch
        for (int side = -1; side <= 1; side += 2) {
            c.at(side < 0 ? 0 : 1600, 0, -side, 1, () -> {
                c.fill(path("M0 0H520C480 160 440 330 330 460C290 520 276 640 290 800L150 880H0Z"), 0x9c2a26);
                for (int i = 0; i < 6; i++) {
                    c.fill(path("M" + (40 + i * 84) + " 0C" + (36 + i * 74) + " 220 " + (20 + i * 58) + " 420 "
                            + (10 + i * 46) + " 520C"
                            + (20 + i * 44) + " 640 " + (16 + i * 44) + " 760 " + (14 + i * 44) + " 850H" + (34
                                    + i * 46) + "C"
                            + (44 + i * 46) + " 700 " + (42 + i * 48) + " 600 " + (36 + i * 50) + " 520C" + (70
                                    + i * 62) + " 380 "
                            + (84 + i * 76) + " 200 " + (86 + i * 84) + " 0Z"), i % 2 == 0 ? 0x6f1c22 : 0xc2402f);
                }
                c.fill(turned(round(4, 506, 340, 30, 10), -8, 160, 520), 0xe3a640);
                for (int i = 0; i < 8; i++) {
                    c.line(20 + i * 40, 534 - i * 5.4, 20 + i * 40, 562 - i * 5.4, 7, 0xe3a640);
                }
            });
        }
        c.fill(path("M0 0H1600V90Q1500 170 1400 96Q1300 176 1200 98Q1100 180 1000 100Q900 182 800 100Q700 182 600 100Q500 180 400 98Q300 176 200 96Q100 170 0 90Z"),
                0x7d2024);
        c.stroke(path("M0 90Q100 170 200 96Q300 176 400 98Q500 180 600 100Q700 182 800 100Q900 182 1000 100Q1100 180 1200 98Q1300 176 1400 96Q1500 170 1600 90"),
                9, 0xe3a640);
        c.fill(path("M100 856H1500V884H100Z"), 0x2c1820);
        for (int i = 0; i < 13; i++) {
            c.fill(path("M" + (170 + i * 105) + " 862q20-40 40 0z"), 0x3a2430);
            c.glow(190 + i * 105, 850, 60, 0xffe0a0, 0.5);
        }
        c.audience(900, 96, 92, 0x24131f, 0x8a4a40);
        c.audience(970, 128, 128, 0x1a0e19, 0x6b3438);
        c.audience(1066, 168, 176, 0x0f0810, 0x4a242c);
    }

    static void concertHall(Canvas c) {
        c.fill(rect(0, 0, 1600, 1067), c.blend(0, 0, 0, 1067, 0x4a2f22, 0x8a5a34, 0xc98a4a));
        // organ
        c.fill(path("M430 600V200L500 150H640L700 90H900L960 150H1100L1170 200V600Z"), 0x5a3422);
        for (int i = 0; i < 29; i++) {
            double x = 452 + i * 24;
            double t = Math.abs(i - 14) / 14.0;
            double top = 150 + 110 * Math.abs(Math.sin(i * 0.45 + 0.8)) + t * 40;
            c.fill(path("M" + x + " 520V" + (top + 10) + "q9-14 18 0V520l-9 30z"), i % 2 == 0 ? 0xf0c878 : 0xd9a24a);
            c.fill(rect(x + 11, top + 8, 7, 510 - top), 0xa8742f);
            c.fill(oval(x + 9, 496, 5, 9), 0x4a2a1c);
        }
        c.fill(rect(410, 560, 780, 20), 0xe3b050);
        for (int side = -1; side <= 1; side += 2) {
            for (int i = 0; i < 4; i++) {
                double x = side < 0 ? 20 + i * 98 : 1580 - i * 98 - 70;
                c.fill(path("M" + x + " 520V170q35-46 70 0V520z"), 0x6b4228);
                c.fill(path("M" + (x + 10) + " 520V176q25-34 50 0V520z"), 0x7d4f2e);
                c.glow(x + 35, 330, 120, 0xffdf90, 0.55);
                c.fill(path("M" + (x + 22) + " 340l6-40h14l6 40z"), 0xfff1c2);
            }
        }
        // stage light
        for (int i = 0; i < 5; i++) {
            c.beam(160 + i * 320, -40, 900, 90 + (800 - 160 - i * 320) * 0.02, 16, 0xfff0c0, 0.30);
        }
        c.fill(path("M0 620H1600V920H0Z"), c.blend(0, 620, 0, 920, 0x9c6236, 0xd99a55));
        c.fill(path("M0 620Q800 540 1600 620V650Q800 570 0 650Z"), 0x7d4a2a);
        // the players, rising to the back
        for (int row = 0; row < 3; row++) {
            double y = 650 + row * 84;
            double size = 150 + row * 34;
            int count = 13 - row * 2;
            for (int k = 0; k < count; k++) {
                double t = (k + 0.5) / count * 2 - 1;
                if (Math.abs(t) < 0.14 + row * 0.06) {
                    continue;
                }
                double x = 800 + t * 760;
                double yy = y + t * t * 30 + 30;
                Look look = new Look(SKINS[(k * 3 + row) % 6], c.any(0x2a2022, 0x6b3a22, 0xc9a26a, 0x8a3a22,
                        0xd8d4c8),
                        0x1d2230, 0x14181f, c.any("", "bun", "long", "bald", ""));
                c.figure(x, yy + 40, size * 1.2, t < 0 ? 1 : -1, look, Pose.SIT);
                violin(c, x + (t < 0 ? 1 : -1) * size * 0.16, yy - size * 0.21, size / 150 * (t < 0 ? 1 : -1),
                        size / 150,
                        row == 2 && Math.abs(t) > 0.6);
                c.line(x + (t < 0 ? 1 : -1) * size * 0.42, yy + 44, x + (t < 0 ? 1 : -1) * size * 0.42, yy - 14, 3,
                        0x2c1b18);
                c.fill(polygon(x + (t < 0 ? 1 : -1) * size * 0.42 - 26, yy - 30, x + (t < 0 ? 1 : -1) * size
                        * 0.42 + 26, yy - 30,
                        x + (t < 0 ? 1 : -1) * size * 0.42 + 22, yy - 2, x + (t < 0 ? 1 : -1) * size * 0.42 - 22,
                                yy - 2), 0xfbf3dc);
            }
        }
        // the conductor from behind
        c.fill(path("M640 900H960L990 990H610Z"), 0x4a2a20);
        c.fill(rect(632, 884, 336, 20), 0xb5432a);
        c.glow(800, 600, 330, 0xfff0c0, 0.35);
        c.fill(limb(748, 560, 30, 660, 590, 22), 0x14181f);
        c.fill(limb(660, 590, 22, 596, 490, 16), 0x14181f);
        c.fill(circle(588, 474, 18), SKINS[0]);
        c.fill(limb(852, 560, 30, 950, 570, 22), 0x14181f);
        c.fill(limb(950, 570, 22, 1000, 440, 16), 0x14181f);
        c.fill(circle(1006, 424, 18), SKINS[0]);
        c.line(1008, 420, 1080, 322, 5, 0xfffaee);
        c.fill(path("M736 548Q800 500 864 548L846 720L862 880H820L800 760L780 880H738L754 720Z"), 0x14181f);
        c.fill(path("M760 700L744 800Q770 790 796 730Q826 790 856 800L840 700Z"), 0x20262f);
        c.fill(limb(800, 510, 17, 800, 540, 20), SKINS[0]);
        c.fill(oval(800, 478, 38, 46), 0xcfcabc);
        c.fill(path("M764 490Q800 540 836 490Q834 524 800 530Q766 524 764 490Z"), SKINS[0]);
        c.audience(1016, 140, 132, 0x2a1a1c, 0xd99a55);
        c.audience(1080, 170, 170, 0x1a1014, 0x7d4a30);
    }

    private static void violin(Canvas c, double x, double y, double sx, double sy, boolean cello) {
        c.at(x, y, sx * (cello ? 1.7 : 1), sy * (cello ? 1.7 : 1), () -> c.turn(cello ? -70 : -18, 0, 0, () -> {
            c.fill(blob(-16, 0, -10, -11, 2, -8, 12, -9, 20, 0, 12, 9, 2, 8, -10, 11), 0xb5542a);
            c.line(16, 0, 44, 0, 4, 0x2c1b18);
            c.turn(68, 8, 0, () -> c.line(cello ? -14 : -34, 0, cello ? 26 : 46, 0, 2, 0xf6ead0));
        }));
    }

    static void museumGallery(Canvas c) {
        c.fill(rect(0, 0, 1600, 780), c.blend(0, 0, 0, 780, 0x2b6870, 0x357a7f, 0x4a8c8a));
        c.fill(rect(0, 0, 1600, 90), 0xf0e2c4);
        c.fill(rect(0, 84, 1600, 12), 0xd0b98c);
        c.fill(rect(0, 740, 1600, 40), 0xf0e2c4);
        c.fill(rect(0, 780, 1600, 287), c.blend(0, 780, 0, 1067, 0xc98f5c, 0x9c6440));
        for (int i = -16; i <= 16; i++) {
            c.line(800 + i * 90, 780, 800 + i * 180, 1067, 3, 0x8a5636);
        }
        for (int i = 0; i < 4; i++) {
            double x = i == 0 ? 210 : i == 1 ? 620 : i == 2 ? 1030 : 1400;
            c.fill(polygon(x - 24, 96, x + 24, 96, x + 230, 740, x - 230, 740), c.fade(0, 96, 0, 740, 0xfff3cf, 0.42,
                    0.05));
        }
        frame(c, 70, 200, 290, 370);
        c.within(rect(92, 222, 246, 326), () -> {
            c.fill(rect(80, 210, 280, 350), c.blend(0, 220, 0, 560, 0x25405a, 0x4f7d86, 0xe9c78a));
            c.fill(c.ridge(80, 360, 470, 40, 60, 600, 3), 0x1d3348);
            c.lightTower(250, 460, 0.5, CREAM, INK, RUST, 0xfff3cf);
        });
        frame(c, 430, 170, 560, 420);
        c.within(rect(452, 192, 516, 376), () -> {
            c.fill(rect(440, 180, 560, 400), c.blend(0, 190, 0, 580, 0xe9b06a, 0xf6dca0, 0x8fb5a8));
            c.halo(820, 330, 120, 4, 0xfff3cf, 0.25);
            c.fill(circle(820, 330, 40), 0xdc7637);
            c.fill(rect(440, 450, 560, 140), c.blend(0, 450, 0, 580, 0x3d8088, 0x17445a));
            c.glitter(820, 452, 570, 110, 30, 0xfbe0a4, 0.8);
            ship(c, 620, 500, 0.72);
            c.ripples(440, 980, 470, 575, 40, 0x0f3348, 0.5);
        });
        frame(c, 1250, 200, 300, 360);
        c.within(rect(1272, 222, 256, 316), () -> {
            c.fill(rect(1260, 210, 300, 350), c.blend(0, 220, 0, 540, 0x1d2c3f, 0x51646b, 0xa9b5a0));
            for (int i = 0; i < 5; i++) {
                Path2D sea = new Path2D.Double();
                sea.moveTo(1250, 600);
                for (double x = 1250; x < 1560; x += 6) {
                    sea.lineTo(x, 400 + i * 34 - Math.pow(Math.abs(Math.sin(x / (40 + i * 14) + i * 2)), 0.6) * 26);
                }
                sea.lineTo(1560, 600);
                c.fill(sea, mix(0x6d918c, 0x123246, i / 4.0));
            }
            c.yacht(1400, 420, 0.4, 0.4, CREAM, 0xdfc89a, RUST, INK);
        });
        // the model in its case
        c.fill(path("M1000 1000H1420L1400 880H1020Z"), 0x6b4030);
        c.fill(rect(1010, 862, 400, 26), 0xd0a05c);
        c.fill(rect(1030, 520, 360, 344), 0xdff0e6, 0.30);
        ship(c, 1210, 820, 1.02);
        c.fill(rect(1140, 840, 14, 24), 0x6b4030);
        c.fill(rect(1270, 840, 14, 24), 0x6b4030);
        c.stroke(rect(1030, 520, 360, 344), 5, 0xf6f2e2);
        c.fill(polygon(1060, 520, 1120, 520, 1050, 860, 1034, 860), 0xfffaee, 0.35);
        // visitors
        c.fill(lens(480, 1016, 430, 26), 0x5a3426, 0.4);
        c.figure(420, 1010, 470, 1, new Look(SKINS[1], 0x2a2022, RUST, 0x22304a, "coat bun"), Pose.STAND);
        c.figure(560, 1016, 300, 1, new Look(SKINS[1], 0x3a2a22, OCHRE, 0x34506a, ""), Pose.POINT);
        c.figure(800, 930, 380, -1, new Look(SKINS[3], 0x1c1618, 0xdcd2ba, 0x2c3550, INK, "brim"), Pose.READ);
        c.figure(1510, 1014, 450, -1, new Look(SKINS[4], 0xcfcabc, 0x22405a, 0x3a3340, INK, "long coat"), Pose.STOOP);
        c.fill(round(110, 900, 220, 22, 8), 0x5a3426);
        c.fill(rect(130, 920, 16, 70), 0x432820);
        c.fill(rect(294, 920, 16, 70), 0x432820);
    }

    private static void frame(Canvas c, double x, double y, double w, double h) {
        c.fill(rect(x + 10, y + 14, w, h), 0x163f48, 0.5);
        c.fill(rect(x, y, w, h), 0xd9a24a);
        c.fill(rect(x + 8, y + 8, w - 16, h - 16), 0x9c6a2c);
        c.fill(rect(x + 13, y + 13, w - 26, h - 26), 0xf0cd80);
    }

    /** A three-masted ship that heads right, waterline at y, about 330 long at scale 1. */
    static void ship(Canvas c, double x, double y, double s) {
        c.at(x, y, s, () -> {
            int spar = 0x3a2420;
            for (int m = 0; m < 3; m++) {
                double mx = -84 + m * 82;
                double tall = m == 1 ? 270 : 235;
                c.line(mx, -20, mx, -tall, 5, spar);
                double top = -tall + 20;
                for (int k = 0; k < 3; k++) {
                    double w = 34 + k * 12;
                    double h = (tall - 60) / 3.0;
                    double sy = top + k * h;
                    c.fill(path("M" + (mx - w + 4) + " " + sy + "Q" + (mx - w + 18) + " " + (sy + h / 2) + " "
                            + (mx - w - 2) + " " + (sy + h - 6)
                            + "Q" + mx + " " + (sy + h - 16) + " " + (mx + w - 4) + " " + (sy + h - 6) + "Q" + (mx
                                    + w + 16) + " " + (sy + h / 2)
                            + " " + (mx + w - 6) + " " + sy + "Z"), k % 2 == 0 ? 0xfbf0d4 : 0xf0ddb0);
                }
            }
            c.line(110, -34, 190, -72, 5, spar);
            c.fill(path("M186-72L92-200L104-46Z"), 0xfbf0d4);
            c.line(-150, -40, -84, -235, 1.6, spar);
            c.fill(path("M-156-58L-150-20C-140 6-120 14-100 14H90C116 8 132-14 142-44L100-34H-90L-96-50Z"), 0x8f2f2a);
            c.fill(path("M-154-44L-152-32L-92-24H104L138-34L142-44L100-34H-90L-96-46Z"), 0xe3a640);
        });
    }

    static void poetryEvening(Canvas c) {
        c.fill(rect(0, 0, 1600, 1067), c.blend(0, 0, 1600, 0, 0x2a1a33, 0x4a2a44, 0x2a1a33));
        // brick, posters without words, a window on the night
        for (int row = 0; row < 20; row++) {
            for (int k = 0; k < 18; k++) {
                if (c.random.nextInt(3) == 0) {
                    c.fill(round(k * 96 - 30 + (row % 2) * 48, row * 38, 88, 32, 4), 0x5a3450, 0.35);
                }
            }
        }
        c.fill(rect(90, 130, 300, 380), 0x1c1226);
        c.fill(rect(108, 148, 264, 344), c.blend(0, 148, 0, 492, 0x14264a, 0x2f4a70));
        c.within(rect(108, 148, 264, 344), () -> {
            for (int i = 0; i < 26; i++) {
                c.fill(circle(108 + c.chance(0, 264), 148 + c.chance(0, 200), c.chance(1, 2.4)), CREAM);
            }
            c.houses(100, 390, 492, 70, 120, new int[] {0x1c3052, 0x223658}, new int[] {0x122040}, 0xf9c96a, 0.3);
        });
        c.line(240, 140, 240, 500, 9, 0x1c1226);
        c.line(100, 320, 380, 320, 9, 0x1c1226);
        for (int i = 0; i < 3; i++) {
            double x = 1190 + i * 130;
            c.fill(turned(rect(x, 190 + i % 2 * 40, 104, 150), i * 4 - 4, x, 250), c.any(0xb5432a, 0x2b7884,
                    0xe3a640), 0.75);
            c.fill(circle(x + 52, 256 + i % 2 * 40, 30), 0xf6ead0, 0.6);
        }
        // the one lamp
        c.line(820, 0, 820, 126, 5, 0x140c1a);
        c.fill(polygon(800, 170, 840, 170, 1190, 960, 450, 960), c.fade(0, 170, 0, 960, 0xffdc94, 0.62, 0.16));
        c.glow(820, 200, 420, 0xffdc94, 0.6);
        c.fill(path("M740 200Q760 126 820 122Q880 126 900 200Z"), 0xb5432a);
        c.fill(oval(820, 200, 76, 13), 0xfff3cc);
        // stage
        c.fill(oval(820, 850, 430, 70), 0x7d4a44);
        c.fill(oval(820, 840, 410, 60), 0xd99a62);
        c.figure(790, 850, 500, 1, new Look(SKINS[2], 0x1c1216, 0x2b7884, 0x2a2038, OCHRE, "long"), Pose.READ);
        c.fill(polygon(866, 492, 900, 520, 888, 545, 852, 516), 0xfff6dc);
        c.fill(polygon(866, 492, 900, 520, 934, 500, 900, 476), 0xf3e2bc);
        c.line(950, 846, 950, 450, 6, 0x1c1226);
        c.line(950, 450, 892, 424, 6, 0x1c1226);
        c.fill(limb(900, 428, 11, 876, 416, 15), 0x1c1226);
        c.fill(oval(950, 848, 46, 9), 0x1c1226);
        c.fill(rect(640, 700, 84, 12), 0x4a2a30);
        c.line(654, 712, 640, 850, 7, 0x4a2a30);
        c.line(710, 712, 722, 850, 7, 0x4a2a30);
        c.fill(path("M664 700v-44h22v44z"), 0xdff0ea, 0.8);
        // listeners at tables
        int[][] tables = {{250, 860}, {1370, 860}};
        for (int[] t : tables) {
            int side = t[0] < 800 ? 1 : -1;
            c.at(t[0], t[1], side, 1, () -> {
                c.figure(-130, 110, 380, 1, new Look(SKINS[side > 0 ? 0 : 3], 0x3a2028,
                        side > 0 ? 0xb5432a : 0x5a7d6a, 0x1c1630, "bun"),
                        Pose.SIT);
                c.figure(60, 90, 370, 1, new Look(SKINS[side > 0 ? 5 : 4], side > 0 ? 0x1c1216 : 0xcfc6b4, 0x37507a,
                        0x1c1630, ""), Pose.SIT);
                c.fill(oval(20, 0, 110, 20), 0x8a5048);
                c.fill(rect(14, 10, 14, 130), 0x2a1626);
                c.glow(20, -30, 130, 0xffc46a, 0.7);
                c.fill(path("M8 -4V-36H32V-4Z"), 0xfbe4a8);
                c.fill(path("M20-38q-10-16 0-32q10 16 0 32z"), 0xfff6d0);
                c.fill(path("M-50 0v-26h26v26z"), 0xb5432a);
            });
        }
        c.audience(1010, 170, 190, 0x190f20, 0x9c5a4c);
        c.audience(1100, 200, 240, 0x100916, 0x5a3038);
    }

    static void swimmingBaths(Canvas c) {
        // roof of iron and glass: vanishing point (800, 400)
        c.fill(rect(0, 0, 1600, 600), c.blend(0, 0, 0, 560, 0xf6d9a0, 0xf9ecd0, 0xdfeee2));
        for (int i = 0; i < 6; i++) {
            double s = 0.55 * Math.pow(1.5, i);
            c.stroke(path("M" + (800 - 330 * s) + " " + (420 + 30 * s) + "V" + (420 - 60 * s) + "Q800 "
                    + (420 - 420 * s) + " " + (800 + 330 * s)
                    + " " + (420 - 60 * s) + "V" + (420 + 30 * s)), 11 * s, 0x2b7884);
        }
        for (int k = -5; k <= 5; k++) {
            double t = k / 5.0;
            double y = 420 - 60 - 180 * (1 - t * t);
            c.line(800 + t * 330 * 0.55, 420 + (y - 420) * 0.55, 800 + t * 330 * 4.4, 420 + (y - 420) * 4.4, 5,
                    0x2b7884);
        }
        c.fill(path("M618 440V387Q800 190 982 387V440Z"), 0xfffaee);
        c.fill(c.ridge(630, 970, 420, 20, 60, 440, 3), 0xb9d6c8);
        for (int i = 0; i < 7; i++) {
            c.line(640 + i * 53, 300, 640 + i * 53, 440, 4, 0x2b7884);
        }
        c.line(618, 387, 982, 387, 6, 0x2b7884);
        // galleries and cabins left and right
        for (int side = -1; side <= 1; side += 2) {
            c.fill(polygon(800 + side * 182, 400, 800 + side * 860, 290, 800 + side * 860, 780, 800 + side * 182,
                    500), 0xf3e3c0);
            c.fill(polygon(800 + side * 182, 440, 800 + side * 860, 480, 800 + side * 860, 520, 800 + side * 182,
                    448), 0x1f5a6c);
            for (int k = 0; k < 8; k++) {
                double s0 = Math.pow(1.22, k);
                double s1 = Math.pow(1.22, k + 0.72);
                double x0 = 800 + side * 186 * s0;
                double x1 = 800 + side * 186 * s1;
                c.fill(polygon(x0, 430 + 20 * s0, x1, 430 + 20 * s1, x1, 430 + 68 * s1, x0, 430 + 68 * s0),
                        k % 2 == 0 ? 0xb5432a : 0xdc7637);
                c.fill(polygon(x0, 430 - 28 * s0, x1, 430 - 28 * s1, x1, 430 + 4 * s1, x0, 430 + 4 * s0), 0x9fcbc4,
                        0.7);
            }
        }
        // the edge and the water
        c.fill(path("M600 500H1000L1700 1067H-100Z"), 0xf6ecd4);
        c.fill(path("M0 780L600 500H1000L1600 780V1067H0Z"), 0xe9d6ae);
        Shape pool = path("M628 516H972L1420 1067H180Z");
        c.fill(path("M620 510H980L1450 1080H150Z"), 0x2b7884);
        c.fill(pool, c.blend(0, 516, 0, 1067, 0xa9dcd2, 0x55b3b5, 0x1f8796));
        c.within(pool, () -> {
            for (int i = 0; i < 110; i++) {
                double t = Math.pow(c.random.nextDouble(), 0.7);
                double y = 520 + 560 * t;
                c.fill(lens(800 + c.chance(-1, 1) * (180 + 460 * t), y, 26 + 130 * t, 2 + 6 * t), c.any(0xdff4ea,
                        0x3d9ea5, 0x8fd0c8), 0.45);
            }
            for (double k = -1.5; k <= 1.5; k++) {
                double x0 = 800 + k * 69;
                double x1 = 800 + k * 248;
                for (int i = 0; i < 36; i++) {
                    double t = Math.pow(i / 36.0, 1.9);
                    double u = Math.pow((i + 0.8) / 36.0, 1.9);
                    c.line(x0 + (x1 - x0) * t, 516 + 551 * t, x0 + (x1 - x0) * u, 516 + 551 * u, 3 + 13 * t,
                            i % 2 == 0 ? 0xb5432a : 0xfffaee);
                }
            }
        });
        // swimmers
        double[][] swimmers = {{0.10, -2}, {0.25, 0}, {0.42, -1}, {0.36, 1}, {0.68, 0}, {0.80, 1}, {0.60, 2}, {0.86,
                -2}};
        int[] caps = {0xb5432a, 0xfffaee, 0xe3a640, 0x17344d, 0xb5432a, 0xe3a640, 0xfffaee, 0x17344d};
        for (int i = 0; i < swimmers.length; i++) {
            double t = swimmers[i][0];
            double y = 516 + 551 * t;
            double x = 800 + swimmers[i][1] * (69 + (248 - 69) * t);
            double s = 0.25 + 1.15 * t;
            int skin = SKINS[(i * 2 + 1) % 6];
            int cap = caps[i];
            boolean left = i % 2 == 0;
            c.at(x, y, left ? s : -s, s, () -> {
                c.fill(lens(0, 14, 170, 16), 0xe9f8f0, 0.9);
                c.fill(limb(-6, 8, 24, 8, 2, 22), skin);
                c.fill(limb(26, 2, 11, 62, -46, 9), skin);
                c.fill(limb(62, -46, 9, 92, 6, 7), skin);
                c.fill(circle(-2, -16, 21), skin);
                c.fill(path("M-23-16C-24-42 20-44 19-18C6-24-10-24-23-16Z"), cap);
                c.fill(round(-16, -17, 28, 8, 4), 0x17344d);
                c.fill(lens(0, 20, 150, 12), 0x8fd0c8);
                for (int k = 0; k < 6; k++) {
                    c.fill(circle(92 + c.chance(-20, 26), c.chance(-24, 8), c.chance(2, 5)), 0xfffaee);
                }
            });
        }
        // someone on the edge
        c.figure(1400, 890, 330, -1, new Look(SKINS[1], 0x2a2022, 0xb5432a, 0xfffaee, 0xe3a640, "cap"), Pose.STAND);
        c.figure(240, 850, 300, 1, new Look(SKINS[4], 0x8a4a2a, 0x17344d, 0x17344d, "bun"), Pose.WALK);
    }

    // ---------------------------------------------------------------- out of doors

    static void rowingRace(Canvas c) {
        double horizon = 360;
        c.sky(horizon, 0x4f8f9c, 0x9cc4b8, 0xf0dfb0, 0xf6c98a);
        c.fill(c.cloud(250, 240, 520, 110), 0xf9efd8);
        c.fill(c.cloud(1180, 200, 680, 130), 0xf9efd8);
        c.fill(c.hills(330, 70, 330, 3), 0x7fa095);
        c.fill(c.hills(346, 44, 170, 5), 0x4f7d72);
        c.houses(60, 460, 366, 20, 34, new int[] {0xf3e3c0, 0xe0c79a, 0xd99a7a}, new int[] {0xa8452e, 0x7a3a34},
                0x2b4a5a, 0);
        for (int i = 0; i < 26; i++) {
            double x = 540 + i * 42 + c.chance(-8, 8);
            c.fill(circle(x, 352, c.chance(14, 30)), c.any(0x35573f, 0x41664a, 0x2f4f45));
        }
        c.ground(horizon, 0x9cc4b4, 0x3f909a, 0x1f6478, 0x15465c);
        c.ripples(horizon + 4, 1067, 240, 0xd6e8d6, 0.32);
        c.ripples(horizon + 40, 1067, 170, 0x124a60, 0.35);
        for (int i = 0; i < 11; i++) {
            c.fill(circle(40 + i * 150, 432 + i * 2, 9), i % 2 == 0 ? RUST : 0xfff6e0);
        }
        eight(c, 690, 590, 0.70, 0xf3e3c0, 0x2b4f8a, 0xe3a640);
        eight(c, 900, 860, 1.12, 0xfff6e0, 0xb5432a, 0xb5432a);
        c.gulls(700, 90, 500, 120, 5, 30, 0xfffaee);
    }

    /** A rowing eight that heads right, with cox; crew in one colour. */
    private static void eight(Canvas c, double x, double y, double s, int hull, int shirt, int blade) {
        c.at(x, y, s, () -> {
            // far oars
            for (int i = 0; i < 4; i++) {
                double ox = -390 + i * 190;
                c.line(ox + 80, -46, ox - 70, -86, 6, 0xd9b077);
                c.fill(turned(round(ox - 130, -96, 66, 19, 9), 15, ox - 97, -88), darker(blade, 0.15));
            }
            c.fill(lens(0, 22, 1300, 14), 0x0f3a50, 0.6);
            for (int i = 0; i < 8; i++) {
                double px = -400 + i * 95;
                int skin = SKINS[(i * 5 + 2) % 6];
                // a rower leans back at the finish of the stroke, face to the stern
                c.fill(limb(px + 30, -30, 13, px - 26, -52, 12), darker(shirt, 0.45));
                c.fill(limb(px - 26, -52, 12, px - 52, -22, 9), skin);
                c.fill(limb(px + 30, -40, 19, px + 52, -104, 21), shirt);
                c.fill(limb(px + 52, -104, 11, px + 16, -78, 9), lighter(shirt, 0.12));
                c.fill(limb(px + 16, -78, 9, px - 22, -80, 7), skin);
                c.fill(limb(px + 54, -118, 9, px + 55, -130, 9), darker(skin, 0.15));
                c.fill(oval(px + 53, -150, 18, 21), skin);
                c.fill(path("M" + (px + 38) + " -158c2-20 36-20 34 4c-2 8-3 14-6 18c-2-8-8-16-28-22z"),
                        c.any(0x2a2022, 0x5a3420, 0xc98a44, 0x1c1618));
            }
            // the cox
            c.fill(limb(-520, -36, 18, -516, -78, 17), OCHRE);
            c.fill(oval(-514, -112, 16, 19), SKINS[0]);
            c.fill(path("M-532-114c0-26 36-26 36-4l14 6l-16 1z"), NAVY);
            c.fill(limb(-514, -82, 7, -486, -70, 6), OCHRE);
            // the hull
            c.fill(path("M-660-14C-560-46-400-42-200-40H320C440-40 560-34 690-12C560 12 400 22 200 22H-320C-480 22-600 8-660-14Z"), hull);
            c.fill(path("M-660-14C-560-8-400 0-200 0H320C460 0 580-4 690-12C560 12 400 22 200 22H-320C-480 22-600 8-660-14Z"), darker(hull, 0.28));
            c.fill(path("M560-26Q630-20 690-12Q630-2 570 2Z"), blade);
            // near oars and their splashes
            for (int i = 0; i < 4; i++) {
                double ox = -300 + i * 190;
                c.line(ox + 70, -66, ox - 110, 66, 7, 0xe9c690);
                c.fill(turned(round(ox - 182, 62, 92, 25, 12), -34, ox - 126, 76), blade);
                for (int k = 0; k < 5; k++) {
                    c.fill(lens(ox - 160 + c.chance(-50, 50), 100 + c.chance(-10, 20), c.chance(50, 130), 6),
                            0xf6f4e6);
                }
                for (int k = 0; k < 6; k++) {
                    c.fill(circle(ox - 170 + c.chance(-40, 40), 70 + c.chance(-30, 20), c.chance(2, 6)), 0xf6f4e6);
                }
            }
            for (int k = 0; k < 26; k++) {
                c.fill(lens(c.chance(-640, 700), 26 + c.chance(-4, 18), c.chance(60, 200), 4), 0xe2efe2, 0.8);
            }
        });
    }

    static void footballPitch(Canvas c) {
        c.sky(560, 0x0e1c33, 0x17344d, 0x2f5f70);
        c.stars(360, 90, CREAM);
        // harbour cranes and masts beyond the ground
        for (int i = 0; i < 16; i++) {
            double x = i * 104 + c.chance(-20, 20);
            c.line(x, 480, x, c.chance(330, 410), 4, 0x1b3a50);
        }
        c.fill(c.hills(440, 40, 220, 3), 0x17344a);
        // stand
        c.fill(polygon(-10, 330, 1610, 330, 1610, 360, -10, 360), 0x0d1a2c);
        c.fill(rect(0, 360, 1600, 190), 0x22324a);
        int[] coats = {0xb5432a, 0xe3a640, 0x2b7884, 0xf0e2c4, 0x3a4a63, 0x8f2f2a, 0x17293c};
        for (int row = 0; row < 5; row++) {
            for (double x = -10; x < 1620; x += 27) {
                if (c.random.nextInt(7) == 0) {
                    continue;
                }
                double px = x + c.chance(-4, 4) + row % 2 * 12;
                double py = 386 + row * 34;
                int coat = mix(coats[c.random.nextInt(7)], 0x17293c, 0.35);
                c.fill(path("M" + (px - 12) + " " + (py + 30) + "v-14q2-10 12-10q10 0 12 10v14z"), coat);
                c.fill(circle(px, py, 7), mix(SKINS[c.random.nextInt(6)], 0x17293c, 0.25));
            }
        }
        for (int i = 0; i < 6; i++) {
            c.fill(rect(60 + i * 296, 340, 12, 210), 0x0d1a2c);
        }
        c.fill(rect(0, 540, 1600, 44), 0xf0e2c4);
        for (int i = 0; i < 8; i++) {
            c.fill(rect(i * 210 + 10, 546, 190, 32), c.any(0xb5432a, 0x2b7884, 0xe3a640, 0x17344d));
        }
        // pitch
        c.ground(580, 0x4c8a58, 0x3b7a4e, 0x2a6244);
        for (int i = -8; i < 9; i += 2) {
            c.fill(polygon(800 + i * 150, 580, 800 + (i + 1) * 150, 580, 800 + (i + 1) * 300, 1067, 800 + i * 300,
                    1067), 0x5f9c62, 0.4);
        }
        c.fill(polygon(0, 640, 1600, 640, 1600, 648, 0, 648), 0xf6f0dc, 0.85);
        // goal
        c.at(1270, 0, 1, () -> {
            for (int i = 0; i <= 14; i++) {
                c.line(i * 18, 470, 30 + i * 18, 700, 1.6, 0xf6f0dc, 0.5);
            }
            for (int i = 0; i <= 9; i++) {
                c.line(0, 470 + i * 25, 280, 470 + i * 25, 1.6, 0xf6f0dc, 0.5);
            }
            c.line(0, 466, 0, 716, 11, 0xfffaee);
            c.line(0, 466, 300, 466, 11, 0xfffaee);
            c.line(300, 466, 300, 716, 11, 0xfffaee);
        });
        // floodlights
        for (double[] f : new double[][] {{150, 90, 1}, {1440, 90, -1}}) {
            c.line(f[0], 520, f[0], 90, 13, 0x0d1a2c);
            c.line(f[0] - 14, 520, f[0] - 4, 120, 5, 0x0d1a2c);
            c.fill(polygon(f[0], 100, f[0] + f[2] * 1400, 1067, f[0] + f[2] * 300, 1067), c.fade(f[0], 90,
                    f[0] + f[2] * 700, 1067, 0xfff3cf,
                    0.42, 0.0));
            c.glow(f[0], 86, 330, 0xfff3cf, 0.7);
            c.fill(rect(f[0] - 78, 40, 156, 92), 0x0d1a2c);
            for (int i = 0; i < 8; i++) {
                c.fill(circle(f[0] - 57 + i % 4 * 38, 64 + i / 4 * 44, 15), 0xfffbe6);
            }
        }
        // keeper, striker, defender, ball
        double[] shoot = {0, -50, -8, -81, -24, -74, -36, -64, 10, -72, 22, -80, -4, -26, -10, -3, 20, -42, 38, -26};
        double[] slide = {-6, -26, -20, -54, -34, -40, -38, -22, -6, -46, 8, -52, 20, -26, 50, -14, 4, -12, 24, -3};
        double[] dive = {0, -50, 12, -78, 28, -82, 44, -92, 24, -88, 42, -100, -12, -30, -24, -12, -2, -24, -14, -4};
        c.fill(lens(1330, 716, 200, 10), 0x17402f, 0.6);
        c.turn(-22, 1340, 700, () -> c.figure(1350, 716, 210, -1, new Look(SKINS[1], 0x2a2022, 0xe3a640, 0x14202e,
                ""), dive));
        c.fill(lens(540, 1030, 420, 20), 0x17402f, 0.6);
        c.figure(560, 1028, 560, 1, new Look(SKINS[3], 0x1c1618, 0xc23f2c, 0xfff6e0, ""), shoot);
        c.fill(lens(930, 1010, 430, 18), 0x17402f, 0.6);
        c.figure(1010, 1004, 500, -1, new Look(SKINS[0], 0x8a4a2a, 0x2b5f9a, 0x14263c, ""), slide);
        c.figure(250, 800, 290, 1, new Look(SKINS[0], 0x2a2022, 0xc23f2c, 0xfff6e0, ""), Pose.STRIDE);
        c.figure(760, 740, 200, -1, new Look(SKINS[5], 0x2a2022, 0x2b5f9a, 0x14263c, ""), Pose.STRIDE);
        c.fill(path("M790 850Q920 670 1060 598Q950 700 812 862Z"), 0xfff6e0, 0.35);
        c.at(0, -150, 1, () -> {
            c.fill(circle(1090, 738, 31), 0xfffaee);
            c.fill(polygon(1090, 726, 1102, 735, 1097, 749, 1083, 749, 1078, 735), INK);
            c.fill(polygon(1084, 708, 1096, 708, 1095, 715, 1086, 715), INK);
            c.fill(polygon(1061, 727, 1068, 732, 1066, 744, 1059, 743), INK);
            c.fill(polygon(1119, 727, 1112, 732, 1114, 744, 1121, 743), INK);
            c.fill(polygon(1072, 758, 1082, 756, 1083, 767, 1076, 764), INK);
            c.fill(polygon(1108, 758, 1098, 756, 1097, 767, 1104, 764), INK);
        });
    }

    static void sailingRegatta(Canvas c) {
        double horizon = 520;
        c.sky(horizon, 0x2f87a0, 0x74b8bc, 0xc6dfcf, 0xf4ead0);
        c.fill(c.cloud(280, 300, 640, 140), 0xfdf6e6);
        c.fill(c.cloud(1300, 220, 620, 150), 0xfdf6e6);
        c.fill(c.cloud(820, 410, 360, 60), 0xf9efd8);
        c.fill(c.ridge(-10, 760, 494, 50, 260, horizon + 4, 3), 0x8db8ae);
        c.fill(c.ridge(950, 1610, 490, 70, 260, horizon + 4, 6), 0x6fa39e);
        c.lightTower(1385, 478, 0.26, WHITE, INK, RUST, CREAM);
        c.ground(horizon, 0x79bcb8, 0x2f8a98, 0x19627a, 0x123f5c);
        c.ripples(horizon + 6, 1067, 240, 0xe2f0e0, 0.36);
        c.ripples(horizon + 40, 1067, 190, 0x0f4560, 0.4);
        spinnaker(c, 560, 545, 0.32, 0xe3a640, 0xfff6e0, 0x8f2f2a);
        spinnaker(c, 940, 552, 0.36, 0x2b7884, 0xfff6e0, 0x17344d);
        spinnaker(c, 210, 600, 0.55, 0x6f2632, 0xf0c878, 0x17344d);
        spinnaker(c, 1290, 640, 0.72, 0xe3a640, 0x2b7884, 0xf4ead0);
        spinnaker(c, 690, 800, 1.32, 0xc23f2c, 0xfff1d4, 0x17344d);
        c.fill(path("M1410 930l60 0l-12-86q-18-40-36 0z"), 0xdc7637);
        c.fill(path("M1440 930h30l-12-86q-8-22-18-28z"), 0xa84a26);
        c.fill(lens(1440, 934, 180, 9), 0xe2f0e0, 0.9);
        c.gulls(760, 60, 480, 160, 6, 34, 0xfffaee);
    }

    private static void spinnaker(Canvas c, double x, double y, double s, int one, int two, int hull) {
        c.fill(lens(x, y + 22 * s, 420 * s, 16 * s), 0x0f3a54, 0.6);
        c.at(x, y, s, () -> c.turn(5, 0, 0, () -> {
            c.fill(path("M-14-44C-90-60-150-54-176-44C-120-180-60-330-16-470Z"), 0xf9f1dc);
            c.carve(path("M-14-44C-90-60-150-54-176-44C-120-180-60-330-16-470Z"), 6, 66, 220, 2.5, 0xd0c4a4, 0.9);
            c.line(-10, -20, -10, -484, 6, INK);
            Shape sail = path("M0-476C150-440 268-270 250-60C190-120 110-130 30-96C76-210 70-350 0-476Z");
            c.fill(sail, two);
            c.within(sail, () -> {
                c.fill(path("M0-476C60-420 110-300 96-110L30-96C76-210 70-350 0-476Z"), one);
                c.fill(path("M0-476C140-400 210-280 190-88L250-40C268-270 150-440 0-476Z"), one);
                c.fill(path("M120-420C220-340 268-220 250-60L300-60V-420Z"), INK, 0.18);
                c.fill(path("M-10-420L240-330V-270L-10-350Z"), two, 0.25);
            });
            c.line(250, -60, 60, -20, 2.5, INK);
            c.line(30, -96, -10, -60, 5, INK);
            int[] crew = {0xe3a640, 0xc23f2c, 0xe3a640};
            for (int i = 0; i < 3; i++) {
                c.fill(limb(-140 + i * 46, -26, 13, -132 + i * 46, -56, 13), crew[i]);
                c.fill(circle(-130 + i * 46, -80, 12), SKINS[i * 2]);
                c.fill(path("M" + (-143 + i * 46) + " -82q13-22 26 0z"), 0xfffaee);
            }
            c.fill(path("M-196-34C-186 0-160 18-120 22H110C164 14 196-12 214-44C80-20-70-20-196-34Z"), hull);
            c.fill(path("M-197-38C-70-22 80-22 216-50L212-36C80-10-70-10-193-26Z"), 0xfffaee);
        }));
        c.fill(path("M" + (x + 214 * s) + " " + (y + 10 * s) + "c" + 30 * s + " " + -40 * s + " "
                + 60 * s + " " + -20 * s + " " + 90 * s + " " + 20 * s
                + "c" + -200 * s + " " + 10 * s + " " + -380 * s + " " + 14 * s + " " + -560 * s + " 0c"
                        + 160 * s + " " + -22 * s + " " + 300 * s + " "
                + -16 * s + " " + 470 * s + " " + -20 * s + "z"), 0xf6f7ea, 0.92);
    }

    static void seals(Canvas c) {
        double horizon = 400;
        c.sky(horizon, 0x9cc3c6, 0xcfe0d2, 0xf4e6c4, 0xf3cfa0);
        c.streaks(420, 150, 800, 4, 0xfdf6e6, 0.85);
        c.streaks(1180, 240, 700, 3, 0xfdf6e6, 0.8);
        c.fill(c.ridge(-10, 900, 380, 40, 240, horizon + 3, 2), 0x8fb0ae);
        c.fill(c.ridge(1000, 1610, 372, 60, 260, horizon + 3, 5), 0x76a0a2);
        c.lightTower(1410, 388, 0.3, WHITE, INK, RUST, CREAM);
        c.ground(horizon, 0xd9d6b4, 0x84b8b4, 0x3f8e98, 0x24677c);
        c.ripples(horizon + 4, 1067, 220, 0xf6efd6, 0.42);
        c.ripples(horizon + 40, 1067, 130, 0x2b6f84, 0.35);
        // rocks
        int rock = 0x2f3d4b;
        Shape far = blob(560, 640, 640, 560, 800, 530, 980, 540, 1120, 520, 1290, 560, 1380, 640, 960, 672);
        c.fill(far, 0x4d5f6b);
        c.carve(far, -8, 20, 90, 4, 0x75858a, 0.8);
        sealAt(c, 760, 556, 0.62, 1, 0x9a8d80);
        sealAt(c, 980, 548, 0.6, -1, 0x71695f);
        sealAt(c, 1200, 552, 0.66, -1, 0xb5a58f);
        Shape near = blob(-120, 1100, -60, 800, 120, 770, 330, 790, 560, 850, 760, 830, 1010, 860, 1230, 820, 1480,
                800, 1700, 850, 1700, 1130,
                800, 1180);
        c.fill(near, rock);
        c.within(near, () -> {
            c.carve(near, -6, 27, 150, 6, 0x51626d, 0.8);
            for (int i = 0; i < 3; i++) {
                Shape weed = c.ridge(-10, 1610, 985 + i * 36, 22, 90 - i * 18, 1080, 20 + i);
                c.fill(weed, new int[] {0x4f5c34, 0x6d7a3c, 0x3f4c30}[i]);
                c.carve(weed, 78, 17, 60, 4, new int[] {0x76803f, 0x97a04c, 0x5d6b3a}[i], 0.8);
            }
            c.fill(path("M-60 800C120 760 330 790 560 850C760 830 1010 860 1230 820C1480 800 1600 820 1700 850V866C1480 820 1250 836 1010 884C760 850 580 874 540 868C330 810 100 790-60 830Z"),
                    0x8d9790, 0.7);
        });
        sealAt(c, 330, 850, 1.55, 1, 0x8b8378);
        sealAt(c, 840, 905, 1.25, -1, 0xb9a88f);
        sealAt(c, 1240, 876, 1.7, -1, 0x655f5c);
        sealAt(c, 560, 960, 0.85, 1, 0xe6d9bd);
        // a head in the water
        c.fill(path("M170 690c0-44 24-62 52-62c30 0 48 24 50 62z"), 0x4a4a4c);
        c.fill(oval(246, 664, 22, 17), 0x6d6a66);
        c.fill(circle(236, 646, 5), INK);
        c.fill(circle(260, 660, 5), INK);
        c.fill(lens(222, 692, 200, 8), 0xf6efd6, 0.9);
        c.fill(lens(232, 706, 270, 7), 0xf6efd6, 0.5);
        for (int i = 0; i < 20; i++) {
            c.fill(lens(c.chance(560, 1400), 650 + c.chance(-8, 22), c.chance(50, 160), 5), 0xf6efd6, 0.8);
        }
        c.gulls(300, 90, 900, 200, 7, 36, 0xfffaee);
    }

    /** A seal that lies with head and tail raised, about 330 long at scale 1, looking right when face is 1. */
    private static void sealAt(Canvas c, double x, double y, double s, int face, int coat) {
        c.at(x, y, s * face, s, () -> {
            c.fill(lens(-10, 30, 330, 14), 0x1a2632, 0.5);
            Shape body = path("M-150-30C-168-44-184-60-196-58C-188-44-182-34-176-28C-190-26-200-16-204-8C-188-8-170-10-156-8C-120 26-40 36 40 34C90 32 116 10 120-22C128-34 152-42 150-62C148-90 118-104 92-94C66-84 56-58 36-44C-10-50-90-48-150-30Z");
            c.fill(body, coat);
            c.within(body, () -> {
                c.fill(path("M-160-2C-100 14-20 10 50 0C90-10 104-30 112-56L170-40V60H-180Z"), lighter(coat, 0.25),
                        0.8);
                c.fill(path("M-180 14C-100 34 0 28 80 20L130 0V60H-180Z"), darker(coat, 0.35), 0.65);
                for (int i = 0; i < 34; i++) {
                    c.fill(oval(c.chance(-130, 80), c.chance(-46, 4), c.chance(3, 8), c.chance(2, 5)), darker(coat,
                            0.5), 0.7);
                }
            });
            c.fill(path("M30 18C44 22 58 40 50 52C36 54 10 46 4 30Z"), darker(coat, 0.4));
            c.fill(circle(112, -72, 6), INK);
            c.fill(circle(114, -74, 1.8), WHITE);
            c.fill(path("M142-70q12 0 10 9q-8 4-12-2z"), INK);
            c.stroke(path("M146-58q-10 8-22 4"), 2.4, darker(coat, 0.7));
            for (int i = 0; i < 3; i++) {
                c.line(132, -58 + i * 3, 158, -50 + i * 7, 1.2, lighter(coat, 0.6));
            }
        });
    }

    static void observatoryNight(Canvas c) {
        c.sky(820, 0x0a1330, 0x142452, 0x2b3f74, 0x5c5a86, 0xb98a86);
        // the milky way
        c.turn(-38, 900, 380, () -> {
            c.fill(rect(-400, 190, 2600, 190), c.fade(0, 190, 0, 380, 0x9a98c4, 0, 0.34));
            c.fill(rect(-400, 380, 2600, 190), c.fade(0, 380, 0, 570, 0x9a98c4, 0.34, 0));
            for (int i = 0; i < 800; i++) {
                double x = c.chance(-300, 2100);
                double y = 380 + c.random.nextGaussian() * 74;
                c.fill(circle(x, y, 0.8 + Math.pow(c.random.nextDouble(), 4) * 2), 0xf4ead0,
                        0.4 + 0.6 * c.random.nextDouble());
            }
            for (int i = 0; i < 16; i++) {
                c.fill(lens(-100 + i * 140, 380 + c.chance(-44, 44), c.chance(120, 300), c.chance(10, 24)), 0x1c2a5a,
                        0.28);
            }
        });
        c.stars(780, 460, 0xfdf3d6);
        for (double[] s : new double[][] {{260, 170}, {1310, 150}, {480, 420}, {1460, 480}}) {
            c.fill(lens(s[0], s[1], 44, 4), 0xfffaee);
            c.fill(turned(lens(s[0], s[1], 44, 4), 90, s[0], s[1]), 0xfffaee);
        }
        c.fill(rect(0, 800, 1600, 240), c.blend(0, 800, 0, 960, 0x6d6488, 0x2b3157));
        c.ripples(806, 920, 90, 0xb9a0a4, 0.3);
        c.fill(c.ridge(-10, 700, 800, 44, 240, 824, 3), 0x3c3f68);
        c.fill(path("M300 1067C420 960 520 880 700 850C860 820 1100 822 1240 838C1400 850 1540 830 1620 836V1067Z"),
                0x0f1530);
        c.fill(path("M0 1067V960C140 930 300 980 460 1000C760 1010 1100 940 1620 980V1067Z"), 0x090d20);
        // the building
        int white = 0xd8d2d4;
        int dusk = 0x77759a;
        c.fill(rect(770, 700, 400, 150), white);
        c.fill(rect(1010, 700, 160, 150), dusk);
        c.fill(rect(750, 684, 440, 22), 0xefe6dc);
        c.fill(rect(1010, 684, 180, 22), 0x9a93b0);
        Shape dome = path("M764 686C764 520 860 440 970 440C1080 440 1176 520 1176 686Z");
        c.fill(dome, white);
        c.within(dome, () -> {
            c.fill(path("M970 430C1060 470 1090 600 1080 700H1200V430Z"), dusk);
            for (int i = 0; i < 5; i++) {
                c.stroke(path("M" + (800 + i * 85) + " 690Q" + (840 + i * 65) + " 520 970 440"), 3, 0x9590ac, 0.7);
            }
            // the slit
            c.fill(path("M880 420H980C960 500 950 600 950 640H840C840 560 850 480 880 420Z"), 0x141a38);
            c.glow(900, 640, 170, 0xff9a5a, 0.75);
            c.turn(-38, 905, 620, () -> {
                c.fill(rect(880, 470, 52, 180), 0xb5432a);
                c.fill(rect(880, 470, 18, 180), 0xdc7637);
                c.fill(rect(872, 462, 68, 18), 0xe3a640);
            });
        });
        c.fill(path("M930 850V760q30-34 60 0V850z"), 0x232845);
        c.glow(960, 800, 100, 0xffc46a, 0.7);
        c.fill(path("M940 850V766q20-22 40 0V850z"), 0xffd98a);
        for (int i = 0; i < 3; i++) {
            c.fill(rect(800 + i * 42, 750, 22, 34), i == 1 ? 0xffd98a : 0x4a4a70);
        }
        c.fill(rect(1200, 780, 160, 66), dusk);
        c.fill(polygon(1190, 784, 1230, 744, 1330, 744, 1370, 784), 0x2b2f55);
        c.fill(rect(1230, 800, 20, 22), 0xffd98a);
        c.fill(rect(1300, 800, 20, 22), 0xffd98a);
        c.stroke(flow(960, 852, 900, 900, 780, 930, 700, 980, 560, 1067), 16, 0x5a5a80);
        c.figure(720, 948, 92, 1, new Look(0x8a86a8, 0x2b3157, 0x6d6488, 0x4a4a70, "coat flat"), Pose.POINT);
        c.figure(690, 950, 88, 1, new Look(0x8a86a8, 0x2b3157, 0xb5432a, 0x4a4a70, "flat"), Pose.STAND);
        for (int i = 0; i < 26; i++) {
            double x = c.chance(0, 1600);
            c.stroke(flow(x, 1067, x + 4, 1020, x + c.chance(-16, 20), c.chance(960, 1000)), 4, 0x161d3c);
        }
    }

    static void telescope(Canvas c) {
        c.sky(1067, 0x101c3c, 0x1d3a5c, 0x3f6a80, 0xa99a8a, 0xe9a874);
        c.stars(640, 280, 0xfdf3d6);
        c.halo(1300, 430, 400, 5, 0xf9dca0, 0.06);
        c.fill(circle(1300, 430, 170), 0xf9e2ae);
        for (double[] m : new double[][] {{1090, 500, 44}, {1190, 620, 60}, {1220, 500, 26}, {1080, 630, 30}, {1150,
                560, 20}, {1270, 560, 24}}) {
            c.fill(moved(blob(m[0] - m[2], m[1], m[0], m[1] - m[2] * 0.7, m[0] + m[2], m[1] - 4, m[0] + m[2] * 0.2,
                    m[1] + m[2] * 0.8), 146, -130), 0xe0bd84, 0.8);
        }
        c.fill(c.hills(800, 60, 300, 3), 0x6a6a7a);
        c.fill(rect(0, 812, 1600, 60), c.blend(0, 812, 0, 872, 0xb58a7a, 0x5a6478));
        c.glitter(1300, 814, 870, 220, 30, 0xf9e2ae, 0.8);
        c.fill(path("M0 1067V840C180 800 420 830 640 880C900 930 1260 900 1620 850V1067Z"), 0x14243a);
        c.fill(path("M0 840C180 800 420 830 640 880C900 930 1260 900 1620 850V866C1260 916 900 946 640 896C420 846 180 816 0 856Z"), 0x7a7a72);
        for (int i = 0; i < 130; i++) {
            double x = c.chance(0, 1600);
            double y = 880 + c.chance(0, 190);
            c.stroke(flow(x, y + 30, x + 2, y, x + c.chance(-14, 18), y - c.chance(20, 50)), 4, c.any(0x1d3550,
                    0x0f1a2c, 0x2a4560));
        }
        // telescope on its stand
        int metal = 0xf0e6cf;
        for (int i = -1; i <= 1; i++) {
            c.line(738, 520, 738 + i * 150, 1000, 15, 0x6b4632);
        }
        c.fill(rect(712, 490, 52, 60), 0x2a2028);
        c.at(48, -165, 1, () -> c.turn(-28, 690, 640, () -> {
            c.fill(rect(450, 598, 470, 84), metal);
            c.fill(rect(450, 650, 470, 32), 0xa89c8c);
            c.fill(rect(890, 586, 70, 108), RUST);
            c.fill(rect(890, 652, 70, 42), 0x7d2a24);
            c.fill(rect(640, 592, 100, 96), 0x2a2f3c);
            c.fill(rect(410, 616, 50, 48), 0x2a2f3c);
            c.fill(rect(520, 566, 150, 26), 0x2a2f3c);
            c.fill(limb(410, 640, 17, 384, 638, 15), 0x2a2f3c);
        }));
        // the people
        c.figure(300, 1010, 580, 1, new Look(SKINS[0], 0x7a3a24, 0xb5432a, 0x22304a, 0xe3a640, "coat beanie"),
                new double[] {-9, -50, 11, -71, 16, -56,
            24, -62, 18, -55, 30, -66, -8, -26, -11, -3, 0, -27, 2, -3});
        c.figure(985, 1016, 540, 1, new Look(SKINS[2], 0x1c1618, 0x2b7884, 0x1c2438, 0xf0e2c4, "beanie"), Pose.POINT);
    }

    static void herringBoats(Canvas c) {
        double horizon = 430;
        c.sky(horizon, 0x3a6f80, 0x83aaa2, 0xe0cf9c, 0xefb277);
        for (int i = 0; i < 6; i++) {
            c.fill(c.cloud(c.chance(0, 1600), 120 + i * 44, c.chance(420, 760), c.chance(70, 120)), mix(0x5d8a90,
                    0xf3d7a4, i / 5.0), 0.8);
        }
        c.fill(circle(1280, 395, 60), 0xfff1cc);
        c.ground(horizon, 0x8fa790, 0x2f7280);
        double[][] boats = {{1180, 484}, {480, 582}, {900, 800}};
        for (int i = 0; i < 10; i++) {
            double base = horizon + 20 + i * i * 6.6;
            double wave = 150 + i * 66;
            double rise = 8 + i * 6.5;
            double shift = i * 2.1;
            if (i == 2) {
                c.turn(-4, boats[0][0], boats[0][1], () -> c.fishingBoat(boats[0][0], boats[0][1] - 14, 0.42, 0.42,
                        0x24384a, RUST, 0xe6d9bd, INK, 0xffd98a));
            }
            if (i == 4) {
                c.turn(5, boats[1][0], boats[1][1], () -> c.fishingBoat(boats[1][0], boats[1][1] - 36, 0.8, 0.8,
                        0x2f5a4c, CREAM, 0xf0e2c4, INK, 0xffd98a));
                birds(c, 260, 400, 300, 18, 20);
            }
            if (i == 7) {
                c.turn(-8, boats[2][0], boats[2][1], () -> {
                    c.fishingBoat(boats[2][0], boats[2][1] - 60, 1.62, 1.62, 0xa83a28, CREAM, 0xf6ead0, INK,
                            0xffd98a);
                    c.figure(boats[2][0] - 110, boats[2][1] - 140, 150, -1, new Look(SKINS[0], INK, 0xe3a640,
                            0xe3a640, 0xe3a640, "brim flat"), Pose.STOOP);
                    c.figure(boats[2][0] - 30, boats[2][1] - 138, 150, 1, new Look(SKINS[1], INK, 0xdc7637, 0x22324a,
                            0x22324a, "beanie flat"), Pose.LEAN);
                });
                birds(c, 560, 420, 420, 34, 40);
            }
            Path2D swell = new Path2D.Double();
            swell.moveTo(-20, 1080);
            for (double x = -20; x <= 1640; x += 8) {
                double crest = 1 - Math.pow(Math.abs(Math.sin(x / wave + shift)), 0.75);
                swell.lineTo(x, base - crest * rise * 1.5);
            }
            swell.lineTo(1640, 1080);
            swell.closePath();
            c.fill(swell, lighter(mix(0x88a892, 0x12405a, Math.pow(i / 9.0, 0.7)), 0.20));
            c.fill(moved(swell, 16, 5 + i * 3), mix(0x88a892, 0x12405a, Math.pow(i / 9.0, 0.7)));
            for (int k = 0; k < 14; k++) {
                double x = c.chance(-20, 1620);
                double crest = 1 - Math.pow(Math.abs(Math.sin(x / wave + shift)), 0.75);
                c.fill(lens(x, base - crest * rise * 1.5 + c.chance(2, 12 + i * 6), c.chance(30, 60 + i * 24),
                        2 + i * 0.7), i < 4 ? 0xf3dcae : 0xdfeadf, 0.7);
            }
        }
        c.fill(path("M1060 800C1120 740 1180 720 1220 750C1190 750 1180 780 1250 800C1310 810 1360 790 1390 820C1270 840 1130 840 1020 822Z"), 0xf6f4e6);
        for (int i = 0; i < 40; i++) {
            c.fill(circle(c.chance(1070, 1330), c.chance(680, 800), c.chance(2, 7)), 0xf6f4e6);
        }
    }

    private static void birds(Canvas c, double x, double y, double w, int count, double size) {
        for (int i = 0; i < count; i++) {
            c.gull(x + c.random.nextGaussian() * w * 0.33, y + c.random.nextGaussian() * w * 0.2,
                    size * c.chance(0.5, 1.2), c.chance(-30, 30),
                    c.any(0xfffaee, 0xfffaee, 0xdfe4d8));
        }
    }

    static void containerPort(Canvas c) {
        double horizon = 720;
        c.sky(horizon, 0x3b3a63, 0x85546e, 0xd3725c, 0xf0a660, 0xf9d68e);
        c.halo(420, 600, 360, 5, 0xffedb8, 0.07);
        c.fill(circle(420, 600, 105), 0xfff0c2);
        c.streaks(900, 160, 900, 4, 0xa8606c, 0.7);
        c.streaks(300, 300, 800, 3, 0xe88e62, 0.8);
        c.streaks(1250, 380, 700, 3, 0xf4b472, 0.8);
        c.streaks(500, 500, 700, 3, 0xfbd08a, 0.8);
        c.fill(c.ridge(-10, 1610, 690, 40, 260, horizon + 4, 3), 0xa8606a);
        for (int i = 0; i < 4; i++) {
            crane(c, 640 + i * 300, horizon - 8, 0.92 + i * 0.13, i == 2 ? 0x2b3a5c : 0x34355a);
        }
        c.fill(rect(560, 690, 1060, 60), 0x2a2f50);
        c.ground(horizon, 0xe89e66, 0xa8606a, 0x4b4469, 0x22304f);
        c.ripples(horizon + 24, 1067, 200, 0xf9d08e, 0.28);
        c.glitter(420, horizon + 22, 1060, 320, 90, 0xfff0c2, 0.7);
        // the ship
        c.fill(path("M300 690L372 880H1480L1540 660L1420 690Z"), 0x1d2848);
        c.fill(path("M352 828L372 880H1480L1494 828Z"), 0xa83a2c);
        c.fill(path("M300 690L306 704H1410L1534 676L1540 660L1420 690Z"), 0xe9c890);
        int[] colours = {0xb5432a, 0xdc7637, 0xe3a640, 0x2b7884, 0x3f5f8a, 0xd8c8a4, 0x8f3a4a};
        for (int k = 0; k < 13; k++) {
            int stack = 3 + c.random.nextInt(4);
            if (k < 2) {
                stack = 2 + k;
            }
            for (int r = 0; r < stack; r++) {
                double x = 470 + k * 70;
                double y = 688 - (r + 1) * 38;
                int colour = mix(colours[c.random.nextInt(7)], 0x4b3a5c, 0.22);
                c.fill(rect(x, y, 66, 35), colour);
                for (int b = 0; b < 5; b++) {
                    c.line(x + 9 + b * 12, y + 5, x + 9 + b * 12, y + 30, 2, darker(colour, 0.25));
                }
            }
        }
        c.fill(rect(352, 470, 96, 222), 0xf0dcb8);
        c.fill(rect(410, 470, 38, 222), 0xb98f86);
        c.fill(rect(326, 460, 150, 22), 0xf0dcb8);
        for (int r = 0; r < 4; r++) {
            for (int k = 0; k < 3; k++) {
                c.fill(rect(364 + k * 28, 506 + r * 42, 15, 18), 0x3b3a63);
            }
        }
        c.fill(rect(340, 486, 116, 12), 0x2a2f50);
        c.fill(path("M370 460V410H410V460Z"), 0xb5432a);
        c.line(430, 460, 430, 380, 5, 0x2a2f50);
        for (int i = 0; i < 9; i++) {
            c.fill(lens(920 + c.chance(-20, 20), 896 + i * 17, 1150 - i * 90, 6), 0x1a2342, 0.55);
        }
        for (int i = 0; i < 24; i++) {
            c.fill(lens(c.chance(370, 1480), 880 + c.chance(-3, 6), c.chance(60, 160), 4), 0xf9d08e, 0.7);
        }
        // a tug
        c.at(190, 900, 1, () -> {
            c.fill(path("M-110-40C-100 10-80 22-60 24H80C104 10 120-20 126-52L60-40Z"), 0x1a2342);
            c.fill(rect(-20, -98, 84, 62), 0xe9c890);
            c.fill(rect(-28, -106, 100, 12), 0x1a2342);
            c.fill(rect(-8, -88, 24, 22), 0xfff0c2);
            c.fill(rect(28, -88, 24, 22), 0xfff0c2);
            c.fill(rect(-64, -92, 30, 56), 0xb5432a);
            c.fill(lens(0, 28, 330, 9), 0xfbe2ae);
            c.fill(lens(-60, 42, 270, 7), 0xfbe2ae, 0.7);
        });
        c.gulls(80, 330, 300, 160, 5, 34, 0xfff0d0);
    }

    private static void crane(Canvas c, double x, double y, double s, int colour) {
        c.at(x, y, s, () -> {
            c.line(-60, 0, -40, -400, 13, colour);
            c.line(60, 0, 44, -400, 13, colour);
            c.line(-58, -120, 58, -120, 10, colour);
            c.line(-50, -240, 52, -240, 8, colour);
            c.line(-58, -120, 52, -240, 6, colour);
            c.line(-46, -300, 50, -300, 8, colour);
            c.line(0, -400, 0, -520, 11, colour);
            c.line(-44, -400, 0, -520, 7, colour);
            c.line(44, -400, 0, -520, 7, colour);
            c.line(-290, -398, 180, -398, 14, colour);
            c.line(-290, -416, 180, -416, 4, colour);
            c.line(0, -520, -280, -402, 4, colour);
            c.line(0, -520, 170, -402, 4, colour);
            c.fill(rect(120, -440, 60, 34), colour);
            c.fill(rect(-150, -398, 40, 22), colour);
            c.line(-140, -380, -140, -270, 2.5, colour);
            c.line(-120, -380, -120, -270, 2.5, colour);
            c.fill(rect(-166, -270, 72, 34), 0xb5432a);
        });
    }

    static void shipyard(Canvas c) {
        c.sky(802, 0x172540, 0x2a4560, 0x5c7484, 0xb99a86);
        c.streaks(400, 190, 900, 4, 0x3c5a72, 0.7);
        c.streaks(1250, 330, 700, 3, 0x7a8a90, 0.6);
        c.stars(220, 50, CREAM);
        c.houses(-20, 300, 800, 80, 140, new int[] {0x3a4c60, 0x44566a}, new int[] {0x26364a}, 0xf9c96a, 0.3);
        c.houses(1330, 1620, 800, 90, 150, new int[] {0x3a4c60, 0x44566a}, new int[] {0x26364a}, 0xf9c96a, 0.3);
        yardCrane(c, 210, 860, 1.18, 1);
        yardCrane(c, 1460, 860, 1.0, -1);
        c.fill(rect(0, 800, 1600, 267), c.blend(0, 800, 0, 1067, 0x3a4654, 0x1d2836));
        c.fill(path("M460 820H1140L1420 1067H180Z"), 0x2a3644);
        for (int i = 0; i < 7; i++) {
            double y = 850 + i * i * 5.6;
            c.fill(polygon(470 - (y - 820), y, 1130 + (y - 820), y, 1134 + (y - 820), y + 6 + i * 2, 466 - (y - 820),
                    y + 6 + i * 2), 0x6b4f40);
        }
        c.glow(640, 600, 420, 0xffb45a, 0.45);
        c.glow(1010, 520, 380, 0xffb45a, 0.4);
        // the hull, bow on
        Shape hull = path("M800 210C880 250 1080 236 1170 216C1180 420 1120 640 960 800C900 850 840 880 800 900C760 880 700 850 640 800C480 640 420 420 430 216C520 236 720 250 800 210Z");
        c.fill(hull, 0xb5432a);
        c.within(hull, () -> {
            c.fill(path("M800 200H1200V900H800Z"), 0x7a2a2a);
            c.fill(path("M400 180H1200V360C1060 400 900 420 800 380C700 420 540 400 400 360Z"), 0x2f6672);
            c.fill(path("M800 180H1200V360C1060 400 900 420 800 380Z"), 0x1f4656);
            c.fill(path("M400 356C540 396 700 416 800 376C900 416 1060 396 1200 356V372C1060 412 900 434 800 394C700 434 540 412 400 372Z"), 0xf0dcb0);
            for (int i = 0; i < 5; i++) {
                c.stroke(path("M420 " + (460 + i * 84) + "C560 " + (500 + i * 84) + " 720 " + (520 + i
                        * 84) + " 800 " + (500 + i * 84) + "C880 "
                        + (520 + i * 84) + " 1040 " + (500 + i * 84) + " 1180 " + (460 + i * 84)), 3, 0x5f2226, 0.8);
            }
            for (int i = 0; i < 6; i++) {
                c.line(520 + i * 112, 200, 600 + i * 80, 900, 2.5, 0x5f2226, 0.6);
            }
            c.fill(rect(560, 600, 90, 120), 0xd98a5a, 0.8);
        });
        c.line(800, 214, 800, 896, 10, 0xe9a070);
        c.fill(circle(690, 300, 17), INK);
        c.fill(circle(910, 300, 17), INK);
        c.fill(path("M420 196C560 240 720 236 800 192C880 236 1040 240 1180 196L1176 222C1040 260 880 260 800 218C720 260 560 260 424 222Z"), 0xf0dcb0);
        // stagings
        for (int side = -1; side <= 1; side += 2) {
            for (int k = 0; k < 4; k++) {
                double x = 800 + side * (400 + k * 70);
                c.line(x, 940, x, 300, 7, 0xc9a06a);
            }
            for (int r = 0; r < 4; r++) {
                double in = 800 + side * (350 - r % 2 * 20 + r * 10 - (3 - r) * -8);
                c.line(800 + side * 630, 380 + r * 140, in, 380 + r * 140, 13, 0x8a5f40);
                c.line(800 + side * 400, 380 + r * 140, 800 + side * 610, 480 + r * 140, 4, 0xc9a06a);
            }
        }
        for (double x : new double[] {600, 700, 900, 1000}) {
            c.fill(polygon(x - 14, 940, x + 14, 940, 800 + (x - 800) * 0.9 + 12, 820, 800 + (x - 800) * 0.9 - 12,
                    820), 0x8a5f40);
        }
        c.fill(rect(660, 896, 280, 60), 0x4a3a34);
        // welders and sparks
        c.figure(430, 514, 150, 1, new Look(0xc48a60, INK, 0x22324a, 0x17212e, 0xe3a640, "beanie"), Pose.LEAN);
        c.figure(1176, 376, 150, -1, new Look(0xc48a60, INK, 0x2f4a5a, 0x17212e, 0xe3a640, "beanie"), Pose.LEAN);
        c.figure(1190, 656, 150, -1, new Look(0xc48a60, INK, 0x22324a, 0x17212e, 0xe3a640, "beanie"), Pose.STOOP);
        c.figure(330, 1010, 230, 1, new Look(SKINS[1], INK, 0xe3a640, 0x22324a, 0xfff6e0, "beanie"), Pose.POINT);
        c.figure(250, 1014, 220, 1, new Look(SKINS[2], INK, 0x3f6f7a, 0x22324a, 0xb5432a, "beanie"), Pose.STAND);
        sparks(c, 474, 428);
        sparks(c, 1132, 290);
        sparks(c, 1146, 582);
    }

    private static void sparks(Canvas c, double x, double y) {
        c.glow(x, y, 150, 0xfff0b0, 0.95);
        c.fill(circle(x, y, 12), 0xffffff);
        for (int i = 0; i < 46; i++) {
            double a = c.chance(-0.5, 3.6);
            double d = c.chance(14, 60);
            double sx = x + d * Math.cos(a);
            double fall = c.chance(10, 250) * c.random.nextDouble();
            double ex = sx + (sx - x) * c.chance(0.2, 1.4);
            c.stroke(path("M" + x + " " + y + "M" + sx + " " + (y + d * Math.sin(a)) + "Q" + (sx
                    + ex) / 2 + " " + (y + d * Math.sin(a)) + " " + ex + " "
                    + (y + d * Math.sin(a) + fall)), c.chance(1.2, 2.6), c.any(0xffe9a0, 0xffc45a, 0xff9a3a));
        }
    }

    private static void yardCrane(Canvas c, double x, double y, double s, int face) {
        int colour = 0x1c2b40;
        c.at(x, y, s * face, s, () -> {
            c.line(-50, 0, -26, -480, 11, colour);
            c.line(50, 0, 26, -480, 11, colour);
            for (int i = 0; i < 6; i++) {
                c.line(-48 + i * 4, -i * 80, 46 - i * 4, -(i + 1) * 80, 4, colour);
                c.line(48 - i * 4, -i * 80, -46 + i * 4, -(i + 1) * 80, 4, colour);
            }
            c.fill(rect(-44, -530, 88, 54), colour);
            c.fill(rect(14, -520, 22, 22), 0xf9c96a);
            c.line(20, -520, 330, -640, 12, colour);
            c.line(20, -500, 330, -640, 5, colour);
            c.line(0, -530, 0, -620, 8, colour);
            c.line(0, -620, 330, -640, 3, colour);
            c.line(0, -620, -110, -520, 3, colour);
            c.line(0, -510, -120, -520, 12, colour);
            c.fill(rect(-150, -526, 60, 44), colour);
            c.line(326, -640, 326, -500, 3, colour);
            c.fill(rect(300, -500, 52, 14), colour);
        });
    }

    static void railwayViaduct(Canvas c) {
        c.sky(700, 0x3b7f92, 0x8fbfb8, 0xe3dfba, 0xf6cf96);
        c.fill(c.cloud(330, 200, 560, 110), 0xfaf0da);
        c.fill(c.cloud(1240, 150, 640, 110), 0xfaf0da);
        c.fill(c.hills(470, 110, 420, 3), 0x8fb09a);
        c.fill(c.hills(540, 80, 260, 5), 0x64906f);
        c.fill(c.hills(600, 50, 200, 7), 0x467556);
        for (int i = 0; i < 60; i++) {
            double x = c.chance(0, 1600);
            c.fill(circle(x, 630 + c.chance(-20, 30), c.chance(10, 26)), c.any(0x3a6549, 0x4d7d55, 0x335a44));
        }
        // estuary
        c.fill(rect(0, 660, 1600, 410), c.blend(0, 660, 0, 1067, 0xf0d6a0, 0x9cbfae, 0x3f8794, 0x1f5a72));
        c.ripples(668, 1067, 200, 0xfbf0d2, 0.4);
        // viaduct in light and shade, with its image in the water
        int stone = 0xd9a06a;
        int shade = 0x8a5a4a;
        double deck = 440;
        for (int i = -1; i < 8; i++) {
            double x = 20 + i * 230;
            c.fill(rect(x + 4, 780, 50, 190), c.fade(0, 780, 0, 980, 0x7a5a50, 0.55, 0));
        }
        Area bridge = new Area(rect(-10, deck, 1620, 350));
        for (int i = -2; i < 8; i++) {
            double x = 80 + i * 230;
            bridge.subtract(new Area(path("M" + x + " 800V600C" + x + " 440 " + (x + 170) + " 440 " + (x
                    + 170) + " 600V800Z")));
        }
        c.fill(bridge, stone);
        for (int i = -2; i < 8; i++) {
            double x = 80 + i * 230;
            Shape inside = path("M" + x + " 800V600C" + x + " 440 " + (x + 170) + " 440 " + (x + 170) + " 600V800H"
                    + (x + 148) + "V600C" + (x + 148)
                    + " 500 " + (x + 40) + " 480 " + x + " 600Z");
            c.fill(both(inside, rect(-10, deck, 1620, 350)), shade);
            c.stroke(path("M" + (x - 7) + " 600C" + (x - 7) + " 428 " + (x + 177) + " 428 " + (x + 177) + " 600"), 9,
                    0xeec08a);
            c.fill(rect(x - 66, 586, 72, 12), 0xeec08a);
            c.fill(rect(x - 72, 770, 84, 24), 0xa87254);
        }
        for (int row = 0; row < 9; row++) {
            for (int k = 0; k < 40; k++) {
                double x = k * 42 + (row % 2) * 21;
                Shape brick = rect(x, 452 + row * 36, 38, 3);
                if (c.random.nextInt(3) == 0 && bridge.contains(brick.getBounds2D())) {
                    c.fill(brick, 0xb9825a);
                }
            }
        }
        c.fill(rect(-10, deck - 22, 1620, 14), 0xeec08a);
        c.fill(rect(-10, deck - 8, 1620, 12), 0x8a5a4a);
        // the train
        c.at(0, deck - 22, 1, () -> {
            for (int i = 0; i < 4; i++) {
                double x = 250 + i * 252;
                boolean front = i == 3;
                c.fill(front ? path("M" + x + " -96H" + (x + 190) + "C" + (x + 226) + " -92 " + (x + 244) + " -60 "
                        + (x + 246) + " -10H" + x + "Z")
                        : rect(x, -96, 242, 86), 0xa8322a);
                c.fill(front ? path("M" + x + " -96H" + (x + 190) + "C" + (x + 206) + " -94 " + (x + 218) + " -88 "
                        + (x + 226) + " -80H" + x + "Z")
                        : rect(x, -96, 242, 16), 0xf4e6c4);
                c.fill(rect(x, -26, front ? 244 : 242, 8), 0xf0c060);
                for (int k = 0; k < 5; k++) {
                    c.fill(round(x + 16 + k * 44, -72, 32, 30, 5), k == 2 ? 0x6f2420 : 0x2a4f63);
                    if (k != 2) {
                        c.fill(polygon(x + 20 + k * 44, -70, x + 34 + k * 44, -70, x + 24 + k * 44, -44,
                                x + 20 + k * 44, -44), 0x7fb0b4);
                    }
                }
                if (front) {
                    c.fill(path("M" + (x + 206) + " -72C" + (x + 224) + " -66 " + (x + 234) + " -54 " + (x + 238)
                            + " -42H" + (x + 206) + "Z"), 0x2a4f63);
                    c.fill(circle(x + 238, -22, 6), 0xfff3cf);
                }
                for (int k = 0; k < 4; k++) {
                    c.fill(circle(x + 34 + (k / 2) * 142 + (k % 2) * 32, -7, 9), INK);
                }
            }
        });
        // near bank, reeds, a rowing boat
        c.dinghy(1090, 900, 1.25, 1.25, 0x17405a, 0xf4e6c4);
        c.figure(1080, 908, 150, -1, new Look(SKINS[0], 0x8a4a2a, 0xe3a640, 0x22324a, 0xf0e2c4, "brim"), Pose.SIT);
        c.line(1076, 860, 960, 700, 3, 0x5a3a2a);
        c.line(960, 700, 950, 900, 1.2, 0xf6ead0);
        c.fill(lens(1095, 918, 230, 8), 0x1a4560, 0.6);
        c.fill(path("M0 1067V930C130 900 300 950 430 1000C520 1030 600 1050 640 1067Z"), 0x2c5a48);
        for (int i = 0; i < 90; i++) {
            double x = Math.pow(c.random.nextDouble(), 1.4) * 560;
            double y = 960 + x * 0.17;
            double tall = c.chance(60, 190);
            c.stroke(flow(x, y + 40, x + 4, y - tall * 0.5, x + c.chance(-20, 36), y - tall), 4.5, c.any(0x2c5a48,
                    0x3f7455, 0x8a9a55, 0x1f463c));
        }
        c.gulls(700, 560, 500, 120, 5, 26, 0xfffaee);
    }

    static void islandVillage(Canvas c) {
        double horizon = 420;
        c.sky(horizon, 0x3a8fa6, 0x86c2c0, 0xd9e6cf);
        c.fill(c.cloud(250, 210, 520, 110), 0xfffaf0);
        c.fill(c.cloud(700, 340, 380, 60), 0xfdf4e2);
        c.ground(horizon, 0x8cc8c0, 0x3796a2, 0x1f6f86, 0x17506e);
        c.fill(c.ridge(-10, 640, 410, 40, 240, horizon + 3, 2), 0x79aaa8);
        c.ripples(horizon + 6, 1067, 230, 0xe6f3e4, 0.42);
        c.ripples(horizon + 50, 1067, 110, 0x17587a, 0.35);
        // the hill
        Shape hill = path("M420 860C500 760 600 640 700 520C800 400 930 250 1090 200C1260 150 1450 210 1620 180V1067H640C560 1010 440 930 420 860Z");
        c.fill(hill, 0x5f8f58);
        c.within(hill, () -> {
            c.fill(path("M900 320C1000 220 1200 160 1620 170V330C1400 300 1200 330 1000 420C900 460 800 560 700 640L640 600Z"), 0x86a85e);
            c.fill(path("M400 860C520 780 620 800 760 840C980 900 1300 880 1620 900V1067H400Z"), 0x3f7455);
            c.carve(path("M700 520C800 400 930 250 1090 200C1260 150 1450 210 1620 180V800L700 800Z"), -24, 34, 120,
                    5, 0x4a7a4e, 0.7);
            for (int i = 0; i < 6; i++) {
                c.stroke(flow(1000 + i * 110, 250 - i * 6, 980 + i * 120, 330, 1010 + i * 116, 420), 7, 0x7d8a78,
                        0.9);
            }
        });
        c.stroke(flow(640, 900, 760, 840, 900, 800, 840, 690, 980, 620, 1140, 560, 1080, 460, 1200, 380, 1280, 300),
                20, 0xe9d3a0);
        // chapel on top
        c.fill(rect(1240, 190, 150, 100), 0xfdf6e6);
        c.fill(rect(1330, 190, 60, 100), 0xcfd4cc);
        c.fill(polygon(1228, 194, 1262, 132, 1372, 132, 1402, 194), 0x4d5f72);
        c.fill(rect(1206, 150, 52, 140), 0xfdf6e6);
        c.fill(rect(1238, 150, 20, 140), 0xcfd4cc);
        c.fill(polygon(1198, 154, 1232, 60, 1266, 154), 0x3d4f63);
        c.fill(path("M1284 250v-26q12-18 24 0v26zM1346 250v-26q12-18 24 0v26z"), 0x2a4356);
        c.fill(rect(1226, 180, 14, 24), 0x2a4356);
        // cottages
        double[][] cottages = {{1010, 470, 120, 66}, {1180, 480, 120, 64}, {1370, 450, 130, 70}, {880, 600, 130, 72},
                {1060, 640, 140, 76},
            {1260, 620, 150, 78}, {1450, 620, 150, 80}, {770, 760, 140, 78}, {960, 790, 150, 84}, {1160, 790, 160,
                    86}, {1380, 800, 170, 90}};
        int[] doors = {0xb5432a, 0x2b7884, 0xe3a640, 0x17344d};
        int n = 0;
        for (double[] k : cottages) {
            double x = k[0];
            double y = k[1];
            double w = k[2];
            double h = k[3];
            c.fill(lens(x + w / 2, y + 2, w * 1.5, 10), 0x2f5a44, 0.7);
            c.fill(rect(x, y - h, w, h), 0xfffaf0);
            c.fill(rect(x + w * 0.72, y - h, w * 0.28, h), 0xd2d8d0);
            int roof = new int[] {0x4d5f72, 0xc98f4e, 0x5f6f7d, 0xb5543a}[n % 4];
            c.fill(polygon(x - 8, y - h + 3, x + w * 0.12, y - h * 1.62, x + w * 0.88, y - h * 1.62, x + w + 8,
                    y - h + 3), roof);
            c.fill(polygon(x + w * 0.72, y - h + 3, x + w * 0.74, y - h * 1.62, x + w * 0.88, y - h * 1.62,
                    x + w + 8, y - h + 3), darker(roof, 0.25));
            c.fill(rect(x + w * 0.14, y - h * 1.86, w * 0.12, h * 0.4), 0xfffaf0);
            c.fill(rect(x + w * 0.42, y - h * 0.58, w * 0.15, h * 0.58), doors[n % 4]);
            c.fill(rect(x + w * 0.13, y - h * 0.72, w * 0.16, h * 0.34), 0x2a4f63);
            c.fill(rect(x + w * 0.68, y - h * 0.72, w * 0.14, h * 0.34), 0x2a4f63);
            if (n % 3 == 0) {
                c.stroke(flow(x + w * 0.2, y - h * 1.9, x + w * 0.3, y - h * 2.3, x + w * 0.16, y - h * 2.7,
                        x + w * 0.34, y - h * 3.1), 9, 0xfffaf0, 0.55);
            }
            n++;
        }
        for (double[] t : new double[][] {{1330, 760, 120}, {1120, 600, 100}, {930, 740, 90}, {1560, 760, 150},
                {1400, 560, 90}}) {
            c.tree(t[0], t[1], t[2], 0x4a3a2a, 0x2f5f48, 0x4f8356);
        }
        for (int i = 0; i < 12; i++) {
            double x = i < 6 ? c.chance(1010, 1190) : c.chance(1420, 1570);
            double y = c.chance(300, 380);
            c.fill(oval(x, y, 10, 7), 0xfffaf0);
            c.fill(circle(x + 9, y - 3, 4), INK);
        }
        // quay and boats
        c.fill(path("M420 880H1620V1067H560Z"), 0x8d8574);
        c.fill(path("M400 866H1620V900H440Z"), 0xc9bb98);
        for (int i = 0; i < 20; i++) {
            for (int r = 0; r < 4; r++) {
                c.fill(rect(520 + i * 62 + r % 2 * 30, 912 + r * 38, 56, 32), mix(0x8d8574, 0x5f6259,
                        c.random.nextDouble()));
            }
        }
        c.fishingBoat(300, 880, 0.95, 0.95, 0x1f5f8a, RUST, 0xfffaf0, INK, 0x9fcbc4);
        c.fill(lens(300, 906, 360, 10), 0x14405c, 0.6);
        c.dinghy(150, 1010, 1.2, 1.2, 0xb5432a, CREAM);
        c.dinghy(420, 1030, 1.1, 1.1, 0xe3a640, 0x17344d);
        c.fill(lens(150, 1026, 190, 8), 0x14405c, 0.6);
        c.fill(lens(420, 1046, 180, 8), 0x14405c, 0.6);
        c.figure(700, 884, 92, 1, new Look(SKINS[0], INK, RUST, NAVY, "coat"), Pose.WALK);
        c.figure(760, 886, 60, 1, new Look(SKINS[0], INK, OCHRE, NAVY, ""), Pose.STRIDE);
        c.gulls(260, 520, 380, 160, 6, 32, 0xfffaee);
    }

    static void windFarm(Canvas c) {
        double horizon = 690;
        c.sky(horizon, 0x2f86a0, 0x7fbcc0, 0xcfe2d2, 0xf6e2b4);
        c.fill(c.cloud(300, 380, 560, 120), 0xfffaf0);
        c.fill(c.cloud(1180, 560, 700, 110), 0xfdf0d8);
        c.fill(c.cloud(700, 620, 420, 60), 0xfbe9cc);
        c.fill(circle(1360, 170, 70), 0xfff3cf);
        c.halo(1360, 170, 260, 4, 0xfff3cf, 0.10);
        double[][] far = {{120, 0.26}, {300, 0.3}, {520, 0.28}, {760, 0.33}, {960, 0.27}, {1180, 0.3}, {1420, 0.32},
                {1540, 0.25}};
        for (double[] t : far) {
            turbine(c, t[0], horizon + 2, t[1], c.chance(0, 120), 0xdfe9df, 0xb9d0cc);
        }
        c.ground(horizon, 0x8cc4bc, 0x2f8796, 0x195f78, 0x124460);
        c.ripples(horizon + 4, 1067, 240, 0xf0f5e4, 0.42);
        c.ripples(horizon + 30, 1067, 130, 0x114b66, 0.4);
        c.glitter(1360, horizon + 4, 1067, 190, 60, 0xfff6d8, 0.7);
        turbine(c, 1180, 760, 0.82, 18, 0xf6f4e6, 0xb5c8c6);
        turbine(c, 420, 850, 1.08, 76, 0xfffaf0, 0xa9bfc0);
        for (double[] t : new double[][] {{1180, 760, 0.82}, {420, 850, 1.08}}) {
            c.fill(rect(t[0] - 26 * t[2], t[1] - 46 * t[2], 52 * t[2], 60 * t[2]), OCHRE);
            c.fill(rect(t[0] + 4 * t[2], t[1] - 46 * t[2], 22 * t[2], 60 * t[2]), 0xb5782a);
            c.fill(rect(t[0] - 40 * t[2], t[1] - 52 * t[2], 80 * t[2], 9 * t[2]), INK);
            for (int i = 0; i < 6; i++) {
                c.fill(lens(t[0] + c.chance(-30, 30), t[1] + 12 * t[2] + i * 5, c.chance(80, 190) * t[2], 5),
                        0xf6f7ea, 0.9);
            }
        }
        // the service boat
        c.at(860, 930, 1.15, () -> {
            c.fill(path("M-330 26C-220-4-120 6 0 8C90 6 150 0 210 14C150 34-60 40-330 26Z"), 0xf6f7ea, 0.9);
            c.fill(path("M-150-34C-146 0-136 14-120 18H100C140 6 166-26 180-62L90-46Z"), 0xb5432a);
            c.fill(path("M-150-38L90-50L182-66L178-54L92-38L-150-26Z"), 0xfff6e0);
            c.fill(path("M-60-42V-104H40L66-46Z"), 0xfff6e0);
            c.fill(path("M-46-94H-14V-70H-46ZM-4-94H34L46-70H-4Z"), 0x2a5a72);
            c.fill(path("M-68-104H48V-112H-60Z"), INK);
            c.line(-10, -112, -10, -170, 4, INK);
            c.line(-30, -150, 10, -150, 3, INK);
            c.fill(rect(-140, -62, 62, 26), OCHRE);
            c.fill(path("M150 16C190-10 216-8 240 8C220 8 200 14 190 22Z"), 0xf6f7ea);
        });
        c.gulls(620, 420, 440, 160, 6, 34, 0xfffaee);
    }

    private static void turbine(Canvas c, double x, double y, double s, double turn, int light, int shade) {
        c.at(x, y, s, () -> {
            c.fill(polygon(-11, 0, -6, -560, 6, -560, 11, 0), light);
            c.fill(polygon(1, 0, 1, -560, 6, -560, 11, 0), shade);
            c.fill(round(-22, -576, 56, 25, 9), shade);
            for (int i = 0; i < 3; i++) {
                c.turn(turn + i * 120, -8, -564, () -> {
                    c.fill(path("M-14-566C-26-620-20-720-8-846C2-740 6-640 0-566Z"), light);
                    c.fill(path("M-6-566C-8-660-8-740-8-846C2-740 6-640 0-566Z"), shade);
                });
            }
            c.fill(circle(-8, -564, 15), light);
        });
    }

    // ---------------------------------------------------------------- weather, capital and seasons

    static void marketSquare(Canvas c) {
        c.sky(620, 0x4f9aa8, 0xa4cdc4, 0xf1e6c6);
        c.fill(c.cloud(380, 170, 480, 100), 0xfffaf0);
        c.fill(c.cloud(1150, 130, 560, 100), 0xfffaf0);
        c.houses(-30, 1620, 640, 260, 380, new int[] {0xe9c690, 0xd98f6a, 0xf0e0bc, 0xa9bfae, 0xc9705a, 0x8fb0b4},
                new int[] {0x7a3a34, 0x4d5666,
            0x8f4a38}, 0xf9e2ae, 0.1);
        c.fill(rect(0, 560, 1600, 90), 0x3b3f4c, 0.25);
        // bunting
        for (int k = 0; k < 2; k++) {
            Path2D rope = path(k == 0 ? "M-20 250Q420 420 840 260" : "M840 260Q1240 430 1620 230");
            c.stroke(rope, 3, 0x4a3a3a);
            for (int i = 0; i < 15; i++) {
                double t = (i + 0.5) / 15;
                double x0 = k == 0 ? -20 : 840;
                double x1 = k == 0 ? 420 : 1240;
                double x2 = k == 0 ? 840 : 1620;
                double y0 = k == 0 ? 250 : 260;
                double y1 = k == 0 ? 420 : 430;
                double y2 = k == 0 ? 260 : 230;
                double x = (1 - t) * (1 - t) * x0 + 2 * t * (1 - t) * x1 + t * t * x2;
                double y = (1 - t) * (1 - t) * y0 + 2 * t * (1 - t) * y1 + t * t * y2;
                c.fill(polygon(x - 18, y, x + 18, y, x, y + 42), new int[] {RUST, CREAM, TEAL, OCHRE}[i % 4]);
            }
        }
        c.fill(rect(0, 640, 1600, 430), c.blend(0, 640, 0, 1067, 0xd9c39a, 0xc9a67a, 0xa87f5e));
        for (int i = 0; i < 150; i++) {
            double t = Math.pow(c.random.nextDouble(), 0.6);
            c.fill(lens(c.chance(0, 1600), 650 + 417 * t, 26 + 60 * t, 3 + 4 * t), 0xb08a66, 0.5);
        }
        int[][] stripes = {{RUST, CREAM}, {TEAL, CREAM}, {OCHRE, WHITE}, {0x5d7d4a, CREAM}, {NAVY, CREAM}};
        for (int i = 0; i < 4; i++) {
            stall(c, 110 + i * 440, 780, 0.82, stripes[i][0], stripes[i][1], i);
        }
        Look[] crowd = {new Look(SKINS[0], 0x6b3a22, 0xb5432a, 0x22304a, "coat long"), new Look(SKINS[3], 0x1c1618,
                0x2b7884, 0x2c3550, RUST, "beanie"),
            new Look(SKINS[4], 0xcfcabc, 0xe9dcc0, 0x4a3a4a, 0x17344d, "brim coat"), new Look(SKINS[1], 0x2a2022,
                    0xe3a640, 0x22304a, "bun"),
            new Look(SKINS[5], 0x2a2022, 0x6f2632, 0x14202e, "coat cap"), new Look(SKINS[2], 0x1c1618, 0x5d7d4a,
                    0x3a3350, "long dress")};
        for (int i = 0; i < 9; i++) {
            double x = 60 + i * 190 + c.chance(-40, 40);
            c.fill(lens(x + 10, 842, 120, 8), 0x6b4f40, 0.5);
            c.figure(x, 840 + c.chance(-14, 10), 225, i % 2 == 0 ? 1 : -1, crowd[(i * 5 + 2) % 6],
                    i % 3 == 0 ? Pose.CARRY : i % 3 == 1 ? Pose.WALK : Pose.STAND);
        }
        stall(c, 250, 1010, 1.22, NAVY, CREAM, 5);
        stall(c, 1330, 1010, 1.22, RUST, CREAM, 6);
        c.fill(lens(800, 1044, 420, 18), 0x6b4f40, 0.45);
        c.figure(700, 1040, 470, 1, crowd[0], Pose.WALK);
        c.figure(910, 1042, 490, -1, crowd[3], Pose.CARRY);
        c.fill(path("M760 830q40-46 80 0l-8 66h-64z"), 0x9c6a3a);
        c.stroke(path("M768 832q32-76 64 0"), 5, 0x6b4426);
        c.fill(blob(766, 830, 776, 808, 800, 800, 828, 812, 836, 832), LEAF);
        c.fill(circle(786, 820, 13), RUST);
        c.fill(circle(812, 816, 13), ORANGE);
    }

    private static void stall(Canvas c, double x, double y, double s, int one, int two, int goods) {
        c.at(x, y, s, () -> {
            c.fill(rect(-190, -330, 10, 330), 0x6b4a36);
            c.fill(rect(180, -330, 10, 330), 0x6b4a36);
            c.fill(rect(-180, -320, 360, 220), 0x3a3a46);
            // the keeper
            c.figure(goods % 2 == 0 ? -60 : 60, 0, 262, goods % 2 == 0 ? 1 : -1, new Look(SKINS[goods % 6], 0x3a2a22,
                    new int[] {0xe9dcc0, 0xb5432a,
                0x2b7884, 0xe3a640, 0xd98f6a, 0xe9dcc0, 0x66864f}[goods], INK, "apron" + (goods % 3 == 0
                        ? " cap" : goods % 3 == 1 ? " bun" : "")), Pose.READ);
            c.fill(polygon(-200, -112, 200, -112, 210, -70, -210, -70), 0xa8794e);
            c.fill(rect(-206, -72, 412, 76), 0x7a5238);
            for (int i = 0; i < 6; i++) {
                c.line(-206 + i * 80, -66, -206 + i * 80, 0, 3, 0x5f3f2c);
            }
            int[] fruit = {0xb5432a, 0xe3a640, 0x66864f, 0xdc7637, 0x6f2632, 0xecd3a0, 0x8fae5a};
            for (int b = 0; b < 4; b++) {
                int colour = fruit[(goods * 3 + b * 2) % 7];
                double bx = -150 + b * 100;
                c.fill(polygon(bx - 44, -104, bx + 44, -104, bx + 40, -78, bx - 40, -78), 0xd0a56c);
                for (int k = 0; k < 13; k++) {
                    c.fill(circle(bx - 32 + (k % 5) * 16 + (k / 5) * 8, -108 - (k / 5) * 13, 10.5),
                            k % 3 == 0 ? lighter(colour, 0.18) : colour);
                }
            }
            Shape roof = path("M-180-400H180L230-312H-230Z");
            for (int i = 0; i < 8; i++) {
                double a = -180 + i * 45;
                double b = -230 + i * 57.5;
                c.fill(polygon(a, -400, a + 45, -400, b + 57.5, -312, b, -312), i % 2 == 0 ? one : two);
                c.fill(path("M" + b + " -313h57.500v22q-28.750 26-57.500 0z"), i % 2 == 0 ? darker(one,
                        0.15) : darker(two, 0.10));
            }
            c.fill(both(roof, rect(-230, -330, 460, 18)), INK, 0.10);
        });
    }

    static void powerLinesStorm(Canvas c) {
        c.sky(900, 0x171a30, 0x2c2c4a, 0x4d4060, 0x85586a, 0xc98a6a);
        for (int i = 0; i < 15; i++) {
            double y = 30 + i * 28;
            c.fill(c.cloud(c.chance(-60, 1660), y + 90, c.chance(420, 900), c.chance(90, 190)), mix(0x15172a,
                    0x4a4262, c.random.nextDouble()), 0.6);
        }
        // lightning
        c.glow(1060, 320, 560, 0xe9d8f0, 0.55);
        double[][] bolt = {{1090, 210}, {1050, 320}, {1085, 345}, {1010, 470}, {1050, 500}, {965, 640}, {990, 660},
                {930, 790}};
        for (int pass = 0; pass < 2; pass++) {
            for (int i = 0; i + 1 < bolt.length; i++) {
                double w = (pass == 0 ? 22 : 9) * (1 - i * 0.09);
                c.fill(limb(bolt[i][0], bolt[i][1], w / 2, bolt[i + 1][0], bolt[i + 1][1], w * 0.45),
                        pass == 0 ? 0xd8b8e0 : 0xfffbe8);
            }
            c.fill(limb(1010, 470, pass == 0 ? 6 : 3, 1110, 580, pass == 0 ? 4 : 2), pass == 0 ? 0xd8b8e0 : 0xfffbe8);
            c.fill(limb(1110, 580, pass == 0 ? 4 : 2, 1100, 690, 1.5), pass == 0 ? 0xd8b8e0 : 0xfffbe8);
            c.fill(limb(1050, 320, pass == 0 ? 6 : 3, 940, 410, pass == 0 ? 4 : 2), pass == 0 ? 0xd8b8e0 : 0xfffbe8);
            c.fill(limb(940, 410, pass == 0 ? 4 : 2, 905, 500, 1.5), pass == 0 ? 0xd8b8e0 : 0xfffbe8);
        }
        // coast
        c.fill(rect(0, 780, 1600, 290), c.blend(0, 780, 0, 900, 0xa9706a, 0x4a4262));
        c.ripples(786, 880, 70, 0xe9b890, 0.4);
        c.fill(c.ridge(-10, 1610, 800, 60, 330, 1080, 3), 0x3a3550);
        c.fill(path("M0 1067V880C300 830 560 850 800 880C1100 920 1360 900 1620 850V1067Z"), 0x231f38);
        c.fill(path("M0 1067V960C260 910 520 930 800 980C1100 1020 1380 980 1620 960V1067Z"), 0x15142a);
        c.houses(120, 330, 866, 26, 44, new int[] {0x4a4262, 0x57496a}, new int[] {0x2a2640}, 0xf9c96a, 0.0);
        c.houses(1290, 1480, 893, 30, 48, new int[] {0x4a4262, 0x57496a}, new int[] {0x2a2640}, 0xf9c96a, 0.0);
        // pylons from near left to far right, wires between them
        double[][] pylons = {{230, 1000, 1.62}, {680, 930, 1.02}, {985, 905, 0.66}, {1195, 895, 0.44}, {1340, 885,
                0.3}};
        for (int i = 0; i + 1 < pylons.length; i++) {
            double[] a = pylons[i];
            double[] b = pylons[i + 1];
            wires(c, a, b);
        }
        wires(c, new double[] {-420, 1080, 2.5}, pylons[0]);
        wires(c, pylons[4], new double[] {1640, 870, 0.12});
        for (double[] p : pylons) {
            pylon(c, p[0], p[1], p[2]);
        }
        c.rain(20, 330, 90, 0xd8d0e6, 0.35);
        for (int i = 0; i < 70; i++) {
            double x = c.chance(0, 1600);
            c.stroke(flow(x, 1067, x + 12, 1030, x + 40, c.chance(985, 1020)), 4, 0x2c2944);
        }
    }

    private static void wires(Canvas c, double[] a, double[] b) {
        for (int arm = 0; arm < 3; arm++) {
            for (int side = -1; side <= 1; side += 2) {
                double reach = arm == 1 ? 96 : 70;
                double up = 330 + arm * 62 - 16;
                double x0 = a[0] + side * reach * a[2];
                double y0 = a[1] - up * a[2];
                double x1 = b[0] + side * reach * b[2];
                double y1 = b[1] - up * b[2];
                c.stroke(path("M" + x0 + " " + y0 + "Q" + (x0 + x1) / 2 + " " + ((y0 + y1) / 2 + 60 * (a[2]
                        + b[2])) + " " + x1 + " " + y1),
                        0.9 + 1.1 * b[2], 0x0e0e1e);
            }
        }
    }

    private static void pylon(Canvas c, double x, double y, double s) {
        int k = 0x0e0e1e;
        c.at(x, y, s, () -> {
            c.line(-64, 0, -20, -300, 6, k);
            c.line(64, 0, 20, -300, 6, k);
            c.line(-20, -300, -10, -480, 5, k);
            c.line(20, -300, 10, -480, 5, k);
            c.line(-10, -480, 0, -520, 5, k);
            c.line(10, -480, 0, -520, 5, k);
            for (int i = 0; i < 5; i++) {
                double a = 64 - i * 8.8;
                double b = 64 - (i + 1) * 8.8;
                c.line(-a, -i * 60, b, -(i + 1) * 60, 3, k);
                c.line(a, -i * 60, -b, -(i + 1) * 60, 3, k);
            }
            for (int i = 0; i < 3; i++) {
                double reach = i == 1 ? 96 : 70;
                double up = 330 + i * 62;
                c.fill(polygon(-reach, -up, 0, -up - 24, reach, -up, 14, -up - 4, -14, -up - 4), k);
                c.line(-reach, -up, -reach, -up + 16, 4, k);
                c.line(reach, -up, reach, -up + 16, 4, k);
                c.line(-18, -up - 4, 16, -up - 58, 2.5, k);
                c.line(18, -up - 4, -16, -up - 58, 2.5, k);
            }
        });
    }

    static void snowOnQuay(Canvas c) {
        c.sky(640, 0x25395a, 0x4a5f7e, 0x8a93a4, 0xd0bfae);
        c.fill(c.ridge(-10, 1610, 560, 80, 330, 700, 3), 0x7f8ba0);
        c.houses(-20, 760, 640, 150, 250, new int[] {0x5a6684, 0x665f7c, 0x71708a, 0x4d5a78}, new int[] {0xe6ebee,
                0xdde4ea, 0xeef1f0}, 0xffd27a, 0.45);
        c.fill(rect(270, 250, 60, 200), 0x566282);
        c.fill(polygon(258, 256, 300, 120, 342, 256), 0xe6ebee);
        // harbour water with boats under snow
        c.fill(rect(0, 640, 1600, 300), c.blend(0, 640, 0, 860, 0x8a93a4, 0x435a78, 0x2b4160));
        for (int i = 0; i < 9; i++) {
            c.reflection(40 + i * 84, 646, 760, 13, 0xffd27a, 0.5);
        }
        c.ripples(650, 860, 70, 0xd0d6dc, 0.25);
        for (double[] b : new double[][] {{1080, 690, 0.7}, {1400, 740, -0.95}}) {
            c.fishingBoat(b[0], b[1], b[2], Math.abs(b[2]), 0x22385a, 0xb5432a, 0xb9c2cc, 0x16243c, 0xffd27a);
            double s = Math.abs(b[2]);
            c.at(b[0], b[1], b[2], s, () -> {
                c.fill(path("M2-136Q40-154 94-138L92-144Q50-160 4-146Z"), 0xffffff);
                c.fill(path("M-156-60C-60-54 60-54 118-70L172-90L168-96L116-80C60-66-60-66-154-72Z"), 0xf6f8f8);
                c.fill(path("M-104-74Q-70-96-40-74Z"), 0xffffff);
            });
            c.fill(lens(b[0], b[1] + 26, 360 * s, 8), 0x1c2f4c, 0.6);
        }
        // quay
        c.fill(path("M0 830H1600V1067H0Z"), c.blend(0, 830, 0, 1067, 0xdfe4ea, 0xf4f2ec, 0xd6dbe4));
        c.fill(path("M0 822Q400 806 800 820Q1200 834 1600 816V846H0Z"), 0xfafaf6);
        c.fill(path("M0 844H1600V856H0Z"), 0x8f9cb0, 0.6);
        for (int i = 0; i < 5; i++) {
            double x = 150 + i * 340;
            c.fill(path("M" + (x - 20) + " 838V800q-8-14 20-16q28 2 20 16V838z"), 0x1c2a40);
            c.fill(path("M" + (x - 26) + " 800q26-34 52 0q-26 8-52 0z"), 0xffffff);
        }
        for (int i = 0; i < 3; i++) {
            double x = 230 + i * 540;
            c.fill(oval(x + 6, 1000, 190, 32), 0xffdf9a, 0.4);
            c.streetLamp(x, 1000, 560, 0x16243c, 0xffdf90, 0.6);
            c.fill(path("M" + (x - 42) + " 458q42-40 84 0q-40 10-84 0z"), 0xffffff);
        }
        // foot prints, the woman and the dog
        for (int i = 0; i < 13; i++) {
            c.fill(oval(70 + i * 50, 1034 - i * 3 + i % 2 * 12, 12, 5), 0xa9b4c6);
        }
        c.fill(lens(800, 1006, 240, 14), 0x8f9cb0, 0.8);
        c.figure(770, 1004, 350, 1, new Look(SKINS[0], 0x5a3020, 0xb5432a, 0x22304a, 0xe3a640, "coat beanie long"),
                Pose.WALK);
        c.stroke(path("M808 826Q880 880 928 894"), 3.5, 0x4a2a20);
        c.fill(lens(960, 1006, 180, 11), 0x8f9cb0, 0.8);
        c.at(960, 1000, 1.15, () -> {
            int dog = 0x3a2a26;
            c.fill(limb(-52, -62, 25, 22, -64, 28), dog);
            c.fill(limb(-66, -46, 11, -78, -6, 6), dog);
            c.fill(limb(-46, -46, 11, -34, -6, 6), dog);
            c.fill(limb(24, -46, 11, 16, -6, 6), dog);
            c.fill(limb(36, -46, 10, 52, -8, 6), dog);
            c.fill(limb(30, -76, 19, 58, -104, 16), dog);
            c.fill(limb(60, -106, 18, 88, -98, 9), dog);
            c.fill(path("M46-120q-22 6-16 42q18 0 26-28z"), darker(dog, 0.5));
            c.stroke(flow(-70, -74, -98, -92, -106, -118), 9, dog);
            c.fill(circle(97, -101, 4.5), INK);
            c.fill(circle(70, -110, 2.6), CREAM);
            c.fill(turned(rect(28, -98, 12, 36), 30, 34, -80), RUST);
            c.fill(polygon(-50, -88, 14, -92, 20, -60, -50, -58), 0x2b7884);
        });
        c.snow(420, 1.6, 7, 0xffffff);
    }

    static void kelpUnderwater(Canvas c) {
        c.sky(1067, 0xc9ecd0, 0x74c2b0, 0x2f8e96, 0x17607a, 0x0f3d5c, 0x0b2744);
        c.glow(980, -60, 760, 0xfbf6cf, 0.8);
        for (int i = 0; i < 9; i++) {
            double a = 62 + i * 9;
            c.beam(980, -120, 1250, a, 3.2 + (i * 7) % 4, 0xf4f6cf, 0.34);
        }
        for (int i = 0; i < 40; i++) {
            c.fill(lens(c.chance(0, 1600), c.chance(0, 40), c.chance(90, 260), 5), 0xf6f9e0, 0.5);
        }
        for (int layer = 0; layer < 3; layer++) {
            int stem = new int[] {0x3d9a8c, 0x2a6f5a, 0x153f3e}[layer];
            int leaf = new int[] {0x4fae96, 0x5a8a4a, 0x1c4d44}[layer];
            int count = new int[] {9, 7, 5}[layer];
            for (int i = 0; i < count; i++) {
                double x = layer == 0 ? 40 + i * 190 + c.chance(-50, 50) : layer == 1 ? (i < 4
                        ? i * 130 + c.chance(-20, 30) : 1190 + (i - 4) * 150
                        + c.chance(-30, 30)) : i < 2 ? i * 150 + 10 : 1370 + (i - 2) * 120;
                kelp(c, x, 1090, layer == 2 ? 1160 : c.chance(820, 1150), 10 + layer * 5, 34 + layer * 22, stem,
                        leaf);
            }
            if (layer == 0) {
                for (int i = 0; i < 40; i++) {
                    double t = i / 40.0;
                    fish(c, 430 + c.random.nextGaussian() * 110, 330 + c.random.nextGaussian() * 60, 24 + 8 * t,
                            0xd8efdc);
                }
            }
            if (layer == 1) {
                diver(c, 800, 560);
                for (int i = 0; i < 26; i++) {
                    fish(c, 1180 + c.random.nextGaussian() * 90, 780 + c.random.nextGaussian() * 60, c.chance(32,
                            46), c.any(0xe3a640, 0xf0c878, 0xdc7637));
                }
            }
        }
        c.fill(c.ridge(-10, 1610, 1010, 40, 200, 1090, 4), 0x0e2a40);
        for (int i = 0; i < 10; i++) {
            double x = c.chance(360, 1240);
            c.fill(blob(x - 40, 1040, x - 26, 1000, x, 1012, x + 24, 992, x + 46, 1040), c.any(0x7a2f3a, 0x17405a,
                    0x8a5a3a));
        }
        // a starfish
        for (int i = 0; i < 5; i++) {
            c.fill(limb(560, 1012, 13, 560 + 44 * Math.cos(i * 1.2566 - 1.2), 1012 + 24 * Math.sin(i * 1.2566 - 1.2),
                    5), 0xdc7637);
        }
    }

    private static void kelp(Canvas c, double x, double y, double tall, double thick, double leaf, int stem,
            int blade) {
        double sway = c.chance(26, 60);
        double phase = c.chance(0, 6);
        double[] points = new double[22];
        for (int i = 0; i < 11; i++) {
            points[2 * i] = x + sway * Math.sin(phase + i * 0.62) * (i / 10.0 + 0.2);
            points[2 * i + 1] = y - tall * i / 10;
        }
        for (int i = 2; i < 40; i++) {
            double t = i / 40.0 * 10;
            double px = x + sway * Math.sin(phase + t * 0.62) * (t / 10 + 0.2);
            double py = y - tall * t / 10;
            int side = i % 2 == 0 ? 1 : -1;
            double run = leaf * c.chance(1.3, 2.2);
            double tip = c.chance(-0.2, 0.7);
            c.fill(path("M" + px + " " + py + "C" + (px + side * run * 0.3) + " " + (py - run * 0.5) + " "
                    + (px + side * run * 0.8) + " " + (py - run
                    * (0.2 + tip)) + " " + (px + side * run) + " " + (py - run * tip) + "C" + (px + side * run * 0.7)
                            + " " + (py + run * 0.05) + " "
                    + (px + side * run * 0.3) + " " + (py + run * 0.1) + " " + px + " " + py + "Z"),
                            i % 3 == 0 ? lighter(blade, 0.10) : blade);
            c.fill(circle(px + side * thick * 0.7, py - 3, thick * 0.55), lighter(blade, 0.25));
        }
        c.stroke(flow(points), thick, stem);
    }

    private static void diver(Canvas c, double x, double y) {
        c.turn(8, x, y, () -> c.at(x, y, 1.35, () -> {
            int suit = 0x14202e;
            c.beam(150, 4, 330, 12, 18, 0xfff6c4, 0.55);
            c.fill(limb(-60, 6, 19, -140, 16, 13), darker(suit, 0.2));
            c.fill(limb(-140, 16, 13, -206, -6, 8), suit);
            c.fill(path("M-200-10C-230-20-270-40-296-34C-284-18-250 6-204 4Z"), 0xb5432a);
            c.fill(limb(-60, 0, 20, -136, 34, 13), 0x1d3044);
            c.fill(limb(-136, 34, 13, -200, 44, 8), 0x1d3044);
            c.fill(path("M-196 38C-226 36-264 44-290 66C-262 74-224 66-196 52Z"), 0xdc7637);
            c.fill(limb(-60, 0, 23, 34, -8, 27), 0x1d3044);
            c.fill(limb(-50, -36, 17, 24, -42, 17), OCHRE);
            c.fill(rect(22, -50, 20, 13), INK);
            c.line(-20, -58, -20, 14, 7, suit);
            c.fill(limb(36, 0, 14, 90, 34, 11), 0x1d3044);
            c.fill(limb(90, 34, 11, 144, 10, 8), 0x1d3044);
            c.fill(circle(148, 8, 10), SKINS[0]);
            c.fill(limb(146, 4, 6, 170, 8, 8), INK);
            c.fill(circle(78, -22, 27), suit);
            c.fill(path("M88-46C112-44 116-18 100-2L80-8Z"), SKINS[0]);
            c.fill(round(84, -38, 30, 25, 8), 0x2b7884);
            c.fill(round(89, -34, 12, 15, 4), 0xbfe3da);
            c.fill(circle(104, -2, 9), INK);
            c.stroke(path("M100 4Q70 30 30-34"), 5, INK);
            c.stroke(path("M60-46Q80-56 104-40"), 4, 0xb5432a);
        }));
        for (int i = 0; i < 26; i++) {
            double t = i / 26.0;
            double bx = x + 170 + 26 * Math.sin(i * 0.9) + c.chance(-12, 12);
            double by = y - 20 - t * 430;
            double r = c.chance(3, 7) + t * 6;
            c.fill(circle(bx, by, r), 0xe9f8ea, 0.55);
            c.fill(circle(bx - r * 0.3, by - r * 0.3, r * 0.35), 0xffffff, 0.9);
        }
    }

    static void weatherBalloon(Canvas c) {
        c.sky(900, 0x2f7fa0, 0x6fb2bd, 0xb9d8cc, 0xf4e4bc);
        c.fill(c.cloud(280, 420, 560, 140), 0xfffaf0);
        c.fill(c.cloud(1330, 330, 640, 150), 0xfffaf0);
        c.fill(c.cloud(1180, 640, 460, 80), 0xfbefd6);
        c.fill(c.ridge(-10, 1610, 770, 80, 380, 1080, 2), 0x8fb9b4);
        c.fill(rect(0, 800, 1600, 60), c.blend(0, 800, 0, 860, 0xa9cfc6, 0x6fa8a8));
        c.ripples(804, 850, 40, 0xf6f4e0, 0.6);
        c.fill(c.ridge(-10, 700, 800, 60, 300, 1080, 5), 0x6a9a7c);
        Shape field = path("M0 1067V900C260 830 560 800 900 800C1200 800 1420 830 1620 880V1067Z");
        c.fill(field, 0x86a858);
        c.within(field, () -> {
            c.fill(path("M0 1067V960C300 900 700 900 1000 930C1260 950 1460 960 1620 950V1067Z"), 0x66904e);
            for (int i = 0; i < 170; i++) {
                double x = c.chance(0, 1600);
                double y = c.chance(850, 1067);
                c.stroke(flow(x, y, x + 3, y - 14, x + c.chance(-6, 12), y - c.chance(20, 36)), 3, c.any(0x4d7d4a,
                        0xa9bf66, 0x5a8a4c));
            }
            for (int i = 0; i < 40; i++) {
                c.fill(circle(c.chance(0, 1600), c.chance(900, 1060), 4.5), c.any(WHITE, OCHRE, RUST));
            }
        });
        // the station
        c.fill(rect(1120, 690, 230, 130), 0xfdf6e6);
        c.fill(rect(1270, 690, 80, 130), 0xcfd6cc);
        c.fill(polygon(1100, 696, 1140, 630, 1330, 630, 1370, 696), 0xb5432a);
        c.fill(rect(1150, 726, 44, 42), 0x2a4f63);
        c.fill(rect(1214, 726, 40, 94), 0x2b7884);
        c.fill(rect(1290, 726, 40, 42), 0x2a4f63);
        Shape radome = circle(1240, 590, 62);
        c.fill(cut(radome, rect(1100, 632, 300, 80)), 0xfffaf0);
        c.within(cut(radome, rect(1100, 632, 300, 80)), () -> {
            c.fill(circle(1275, 610, 62), 0xcfd6cc);
            c.line(1180, 590, 1300, 590, 2.5, 0xa9b5b0);
            c.line(1210, 530, 1240, 640, 2.5, 0xa9b5b0);
            c.line(1275, 530, 1240, 640, 2.5, 0xa9b5b0);
        });
        c.line(1450, 840, 1450, 520, 7, 0xf6f0dc);
        c.line(1420, 560, 1480, 560, 4, 0xf6f0dc);
        for (int i = 0; i < 3; i++) {
            double a = i * 2.09 + 0.4;
            c.fill(circle(1450 + 34 * Math.cos(a), 524 + 8 * Math.sin(a), 10), RUST);
        }
        c.fill(path("M1454 560l74 12v28l-74-8z"), 0xdc7637);
        c.fill(path("M1478 564l24 4v28l-24-2z"), CREAM);
        for (int i = 0; i < 2; i++) {
            c.fill(rect(1492 + i * 46, 780, 6, 90), 0xfdf6e6);
        }
        c.fill(rect(1478, 720, 76, 66), 0xfdf6e6);
        for (int i = 0; i < 5; i++) {
            c.line(1484, 730 + i * 12, 1548, 730 + i * 12, 4, 0xb9c2ba);
        }
        // she and her balloon
        c.fill(lens(640, 1012, 330, 20), 0x4d7040, 0.6);
        c.figure(600, 1010, 430, 1, new Look(SKINS[2], 0x1c1618, 0xe3a640, 0x22405a, 0xb5432a, "coat beanie"),
                Pose.HOLD_UP);
        c.stroke(flow(682, 614, 700, 560, 706, 500, 716, 440), 4, 0x4a3a34);
        c.fill(rect(676, 560, 44, 40), 0xfdf6e6);
        c.fill(rect(676, 560, 44, 10), RUST);
        c.fill(polygon(690, 470, 726, 470, 740, 500, 708, 520, 676, 500), 0xdc7637);
        Shape balloon = path("M716 430C700 424 560 330 560 190C560 90 634 20 726 20C818 20 892 90 892 190C892 330 742 424 726 430L734 446H708Z");
        c.fill(balloon, 0xfdf3dc);
        c.within(balloon, () -> {
            c.fill(path("M760 0C860 60 850 300 726 440H900V0Z"), 0xe6d0b0);
            c.fill(path("M830 40C890 120 860 320 740 430H900V0Z"), 0xcbb090);
            c.fill(turned(oval(640, 140, 26, 70), 24, 640, 140), 0xffffff, 0.9);
        });
        c.gulls(980, 150, 300, 160, 4, 34, 0xfffaee);
    }

    static void bridgeHalvane(Canvas c) {
        double horizon = 700;
        c.sky(horizon, 0x1c2350, 0x3f3a6b, 0x7d5078, 0xc9706a, 0xf0a66c);
        c.stars(240, 70, CREAM);
        c.streaks(400, 250, 900, 4, 0x6a4a78, 0.7);
        c.streaks(1250, 380, 700, 3, 0xa85e70, 0.8);
        c.streaks(700, 500, 800, 3, 0xe28a66, 0.7);
        c.fill(c.ridge(-10, 1610, 660, 60, 330, horizon + 5, 3), 0x8a5570);
        // the city
        int[] far = {0x5b4472, 0x664a74, 0x533f6c};
        for (int layer = 0; layer < 2; layer++) {
            double x = 0;
            while (x < 1600) {
                double w = c.chance(34, 84);
                double mid = 1 - Math.abs(x - 900) / 1100;
                double h = (layer == 0 ? c.chance(60, 200) : c.chance(36, 110)) * (0.45 + mid * 0.75);
                int colour = layer == 0 ? far[c.random.nextInt(3)] : mix(0x33305c, 0x2a2850, c.random.nextDouble());
                c.fill(rect(x, horizon - h, w, h + 8), colour);
                if (layer == 0 && c.random.nextInt(4) == 0) {
                    c.fill(polygon(x, horizon - h, x + w / 2, horizon - h - c.chance(30, 80), x + w, horizon - h),
                            colour);
                }
                for (double wy = horizon - h + 12; wy < horizon - 10; wy += 17) {
                    for (double wx = x + 8; wx < x + w - 8; wx += 14) {
                        if (c.random.nextInt(layer == 0 ? 4 : 3) == 0) {
                            c.fill(rect(wx, wy, 6, 8), c.any(0xf9d27a, 0xffe6a8, 0xf0a65a));
                        }
                    }
                }
                x += w + (layer == 0 ? c.chance(-6, 12) : c.chance(-4, 4));
            }
        }
        c.ground(horizon, 0xe29a70, 0x96607a, 0x454072, 0x1e2550);
        c.ripples(horizon + 4, 1067, 200, 0xf3bd8a, 0.25);
        for (int i = 0; i < 44; i++) {
            c.reflection(c.chance(0, 1600), horizon + 8, horizon + c.chance(90, 260), c.chance(7, 13),
                    c.any(0xf9d27a, 0xffe6a8), 0.5);
        }
        c.ripples(820, 1067, 110, 0x171d44, 0.45);
        // the bridge comes from the left foreground
        int steel = 0x12163a;
        double[] near = {420, 900, 1};
        double[] away = {1190, 716, 0.5};
        for (double[] t : new double[][] {near, away}) {
            double s = t[2];
            double top = t[1] - 800 * s;
            double deck = t[1] - 230 * s;
            for (int k = 1; k < 13; k++) {
                for (int side = -1; side <= 1; side += 2) {
                    double dx = side * k * 66 * s;
                    double slope = (deckAt(t[0] + dx) - deckAt(t[0]));
                    c.line(t[0], top + 34 * s + k * 15 * s, t[0] + dx, deck + slope, 1.2 + 1.6 * s, 0xf0c49a, 0.8);
                }
            }
            c.fill(polygon(t[0] - 62 * s, t[1] + 40 * s, t[0] - 40 * s, t[1] + 40 * s, t[0] - 4 * s, top,
                    t[0] - 18 * s, top), steel);
            c.fill(polygon(t[0] + 62 * s, t[1] + 40 * s, t[0] + 36 * s, t[1] + 40 * s, t[0] + 2 * s, top,
                    t[0] + 18 * s, top), 0x232856);
            c.fill(polygon(t[0] - 18 * s, top, t[0] + 18 * s, top, t[0] + 14 * s, top - 60 * s, t[0] - 14 * s,
                    top - 60 * s), steel);
            c.fill(rect(t[0] - 46 * s, deck + 12 * s, 92 * s, 20 * s), steel);
            c.fill(round(t[0] - 110 * s, t[1] + 30 * s, 220 * s, 44 * s, 16 * s), 0x232856);
            c.glow(t[0], top - 66 * s, 90 * s, 0xff8a6a, 0.9);
            c.fill(circle(t[0], top - 66 * s, 9 * s), 0xffd0b0);
            for (int i = 0; i < 6; i++) {
                c.fill(lens(t[0], t[1] + 84 * s + i * 13, (240 - i * 24) * s, 6), steel, 0.7);
            }
        }
        Path2D road = new Path2D.Double();
        road.moveTo(-20, deckAt(-20));
        for (double x = -20; x <= 1640; x += 20) {
            road.lineTo(x, deckAt(x));
        }
        for (double x = 1640; x >= -20; x -= 20) {
            road.lineTo(x, deckAt(x) + 8 + 20 * Math.max(0, 1 - x / 1700));
        }
        road.closePath();
        c.fill(road, steel);
        for (int i = 0; i < 30; i++) {
            double t = i / 30.0;
            double x = -10 + 1640 * (1 - Math.pow(1 - t, 1.35));
            double s = 1 - 0.6 * x / 1600;
            c.line(x, deckAt(x), x, deckAt(x) - 40 * s, 3.5 * s, steel);
            c.glow(x, deckAt(x) - 42 * s, 30 * s, 0xffdf90, 0.8);
            c.fill(circle(x, deckAt(x) - 42 * s, 5 * s), 0xfff3cf);
        }
        ferry(c, 850, 900, -0.36, 0.36, 0x1f2a5c, 0xf0dcc4, 0xb5432a, 0x12163a, 0xffd878);
        for (int i = 0; i < 6; i++) {
            c.fill(lens(850 + c.chance(-8, 8), 908 + i * 10, 270 - i * 26, 5), 0x171d44, 0.6);
        }
        c.gulls(880, 180, 400, 160, 4, 28, 0xf6e0d0);
    }

    /** How high the roadway of the bridge stands at x. */
    private static double deckAt(double x) {
        return 640 + 50 * Math.pow(Math.max(0, 1 - x / 1300), 1.6) - 40 * Math.sin(Math.min(1, Math.max(0,
                x / 1600)) * Math.PI);
    }

    static void parliamentHalvane(Canvas c) {
        c.sky(720, 0x3a8aa8, 0x85bfc4, 0xd3e4d2, 0xf6e8c8);
        c.fill(c.cloud(260, 260, 560, 130), 0xfffaf0);
        c.fill(c.cloud(1340, 220, 560, 130), 0xfffaf0);
        c.fill(c.cloud(1080, 420, 300, 50), 0xfdf4e2);
        c.houses(-30, 330, 720, 110, 190, new int[] {0xb9c6ba, 0xa9bab4, 0xc6cdb8}, new int[] {0x7d8f92, 0x6f8488},
                0x5a7580, 1);
        c.houses(1270, 1620, 720, 110, 190, new int[] {0xb9c6ba, 0xa9bab4, 0xc6cdb8}, new int[] {0x7d8f92, 0x6f8488},
                0x5a7580, 1);
        int stone = 0xf6e6c2;
        int shade = 0xcfae88;
        // dome
        c.fill(rect(640, 330, 320, 130), stone);
        c.fill(rect(840, 330, 120, 130), shade);
        for (int i = 0; i < 9; i++) {
            c.fill(path("M" + (654 + i * 34) + " 450V372q11-16 22 0V450z"), i > 5 ? 0x5a5560 : 0x6d7a80);
        }
        c.fill(rect(620, 452, 360, 20), 0xfff3d8);
        c.fill(rect(620, 320, 360, 16), 0xfff3d8);
        Shape dome = path("M640 322C640 200 720 130 800 130C880 130 960 200 960 322Z");
        c.fill(dome, 0x4fa08c);
        c.within(dome, () -> {
            c.fill(path("M820 120C900 150 920 240 916 330H980V120Z"), 0x2f6f6c);
            for (int i = 0; i < 7; i++) {
                c.stroke(path("M" + (660 + i * 47) + " 326Q" + (690 + i * 37) + " 200 800 130"), 4, 0x2b625f, 0.8);
            }
        });
        c.fill(rect(772, 82, 56, 54), stone);
        c.fill(rect(806, 82, 22, 54), shade);
        c.fill(path("M764 86Q770 50 800 44Q830 50 836 86Z"), 0x4fa08c);
        c.line(800, 46, 800, 10, 5, OCHRE);
        // wings and portico
        c.fill(rect(230, 500, 1140, 230), stone);
        c.fill(rect(1130, 500, 240, 230), mix(stone, shade, 0.5));
        c.fill(rect(214, 484, 1172, 22), 0xfff3d8);
        c.fill(rect(214, 600, 1172, 8), shade);
        for (int i = 0; i < 19; i++) {
            double x = 252 + i * 60;
            if (x > 560 && x < 1030) {
                continue;
            }
            c.fill(rect(x, 528, 27, 54), 0x5f7a84);
            c.fill(rect(x, 528, 27, 8), 0x3f5a68);
            c.fill(path("M" + x + " 710V636q13-18 27 0V710z"), 0x5f7a84);
        }
        c.fill(rect(560, 470, 480, 260), 0xe6cba0);
        c.fill(polygon(530, 480, 800, 390, 1070, 480), 0xfff3d8);
        c.fill(polygon(590, 470, 800, 402, 1010, 470), shade);
        c.fill(circle(800, 448, 22), OCHRE);
        c.fill(rect(540, 478, 520, 22), 0xfff3d8);
        for (int i = 0; i < 8; i++) {
            double x = 566 + i * 62;
            c.fill(rect(x, 500, 32, 226), 0xfff6e0);
            c.fill(rect(x + 20, 500, 12, 226), shade);
        }
        for (int i = 0; i < 7; i++) {
            c.fill(rect(602 + i * 62, 520, 22, 206), 0x6b5f60);
        }
        for (int i = 0; i < 4; i++) {
            c.fill(rect(520 - i * 22, 724 + i * 10, 560 + i * 44, 12), i % 2 == 0 ? 0xfff3d8 : 0xdcc49a);
        }
        // flags
        int[][] flags = {{RUST, CREAM, RUST}, {NAVY, OCHRE, NAVY}, {0x3f7455, CREAM, NAVY}, {NAVY, OCHRE, NAVY},
                {RUST, CREAM, RUST}, {0x3f7455, CREAM, NAVY}};
        for (int i = 0; i < 6; i++) {
            double x = 150 + i * 240 + (i > 2 ? 100 : 0);
            c.line(x, 800, x, 380, 7, 0x5a5560);
            c.fill(circle(x, 376, 8), OCHRE);
            for (int b = 0; b < 3; b++) {
                double y = 392 + b * 30;
                c.fill(path("M" + (x + 4) + " " + y + "C" + (x + 40) + " " + (y - 22) + " " + (x + 70)
                        + " " + (y + 22) + " " + (x + 124) + " " + (y + 2)
                        + "V" + (y + 33) + "C" + (x + 70) + " " + (y + 53) + " " + (x + 40) + " " + (y + 9) + " "
                                + (x + 4) + " " + (y + 31) + "Z"), flags[i][b]);
            }
        }
        // embankment and river
        c.fill(rect(0, 760, 1600, 60), 0xd9c8a2);
        for (int i = 0; i < 12; i++) {
            c.tree(60 + i * 134 + (i > 5 ? 10 : 0), 772, i % 6 == 5 || i % 6 == 0 ? 120 : 96, 0x4a3a2a, 0x3f6f52,
                    0x679a62);
        }
        c.fill(rect(0, 800, 1600, 50), 0x9c8f7c);
        c.fill(rect(0, 792, 1600, 12), 0xf0e2c0);
        for (int i = 0; i < 27; i++) {
            c.fill(rect(i * 62, 812 + i % 2 * 2, 56, 30), mix(0x9c8f7c, 0x7d766c, c.random.nextDouble()));
        }
        for (int i = 0; i < 8; i++) {
            c.figure(60 + i * 210 + c.chance(-40, 40), 800, 62, i % 2 == 0 ? 1 : -1, new Look(SKINS[i % 6], 0x2a2022,
                    c.any(RUST, NAVY, OCHRE, TEAL), INK,
                    c.any("coat", "", "brim", "long")), Pose.WALK);
        }
        c.ground(850, 0x8fbfb8, 0x3f8a98, 0x1f6078);
        for (int i = 0; i < 70; i++) {
            double y = 856 + i * 2.6;
            c.fill(lens(800 + c.chance(-60, 60), y, c.chance(60, 330) * (1 - i / 110.0), 4), 0x6fae9c, 0.5);
            c.fill(lens(800 + c.chance(-560, 560), y, c.chance(60, 260), 3.5), 0xf6e6c2, 0.45);
        }
        c.ripples(856, 1067, 120, 0xe6f0e0, 0.35);
        c.at(360, 960, 1, () -> {
            c.fill(path("M-210-34L-190 16H190L226-38Z"), 0xfff6e0);
            c.fill(path("M-196 0L-190 16H190L202 0Z"), RUST);
            c.fill(rect(-160, -80, 320, 46), 0x2a5a72);
            for (int i = 0; i < 7; i++) {
                c.fill(rect(-150 + i * 45, -72, 34, 30), 0x9fcbc4);
            }
            c.fill(rect(-176, -92, 352, 14), 0xfff6e0);
            c.fill(lens(0, 20, 560, 9), 0xf6f7ea, 0.9);
        });
        c.gulls(900, 900, 300, 60, 3, 30, WHITE);
    }

    static void orchard(Canvas c) {
        c.sky(560, 0x6fa8b0, 0xbdd3b8, 0xf6e2ac, 0xf6c982);
        c.fill(circle(330, 330, 74), 0xfff1c4);
        c.halo(330, 330, 280, 4, 0xfff1c4, 0.12);
        c.fill(c.hills(450, 90, 380, 3), 0x9cb894);
        c.fill(c.hills(520, 60, 300, 5), 0x7a9f72);
        c.fill(path("M0 590C300 560 500 600 800 566C1100 540 1300 590 1600 560V640H0Z"), 0x9cc4b4);
        c.fill(path("M0 620C300 580 600 630 900 600C1200 580 1400 610 1600 590V1067H0Z"), 0x8aa650);
        for (int row = 0; row < 4; row++) {
            for (int i = 0; i < 14; i++) {
                double s = 0.5 + row * 0.14;
                appleTree(c, i * 124 + row % 2 * 60 - 40, 648 + row * 26, 110 * s + 40, row);
            }
        }
        c.fill(path("M0 760C400 720 900 740 1600 730V1067H0Z"), c.blend(0, 720, 0, 1067, 0x9cb458, 0x6f9448,
                0x4d7a42));
        for (int i = 0; i < 5; i++) {
            c.fill(path("M" + (780 + i * 16) + " 740C" + (700 + i * 40) + " 840 " + (500 + i * 90)
                    + " 960 " + (260 + i * 260) + " 1067H" + (300 + i * 260)
                    + "C" + (540 + i * 90) + " 960 " + (716 + i * 40) + " 840 " + (786 + i * 16) + " 740Z"),
                            0xb5c46a, 0.35);
        }
        for (int i = 0; i < 220; i++) {
            double t = c.random.nextDouble();
            double y = 770 + 297 * t;
            double x = c.chance(0, 1600);
            c.stroke(flow(x, y, x + 2, y - 10 - 10 * t, x + c.chance(-6, 8), y - 14 - 22 * t), 2 + 2 * t,
                    c.any(0x4d7a42, 0xb5c46a, 0x3f6a3c));
        }
        bigTree(c, 300, 980, 1.0);
        bigTree(c, 1270, 1000, 1.08);
        ladder(c, 470, 1000, 640, -9);
        ladder(c, 1060, 1016, 660, 10);
        c.figure(470, 770, 340, -1, new Look(SKINS[0], 0x6b3a22, 0xb5432a, 0x22405a, 0xe9d3a0, "brim"), Pose.HOLD_UP);
        c.figure(1090, 800, 350, 1, new Look(SKINS[3], 0x1c1618, 0xe3a640, 0x3a3a52, 0xe9d3a0, "brim"), Pose.HOLD_UP);
        c.fill(lens(790, 1020, 300, 16), 0x35552f, 0.6);
        c.figure(700, 1016, 390, 1, new Look(SKINS[1], 0x2a2022, 0x2b7884, 0x5a3a34, "bun dress"), Pose.CARRY);
        basket(c, 800, 830, 1.0);
        basket(c, 890, 1020, 1.15);
        basket(c, 560, 1030, 1.0);
        for (int i = 0; i < 34; i++) {
            c.fill(circle(c.chance(60, 1560), c.chance(985, 1050), c.chance(7, 11)), c.any(0xc23f2c, 0xdc7637,
                    0xe3a640));
        }
    }

    private static void appleTree(Canvas c, double x, double y, double tall, int row) {
        int leaf = mix(0x6f9a62, 0x4d7d48, row / 3.0);
        c.fill(rect(x - 3, y - tall * 0.4, 6, tall * 0.4), 0x5a4632);
        c.fill(blob(x - tall * 0.4, y - tall * 0.5, x - tall * 0.26, y - tall * 0.86, x, y - tall, x + tall * 0.28,
                y - tall * 0.85, x + tall * 0.4,
                y - tall * 0.5, x + tall * 0.1, y - tall * 0.36, x - tall * 0.2, y - tall * 0.36), leaf);
        c.fill(blob(x - tall * 0.34, y - tall * 0.56, x - tall * 0.2, y - tall * 0.84, x, y - tall * 0.94,
                x + tall * 0.06, y - tall * 0.7, x - tall * 0.14,
                y - tall * 0.56), lighter(leaf, 0.18));
        for (int i = 0; i < 7; i++) {
            c.fill(circle(x + c.chance(-0.28, 0.28) * tall, y - tall * c.chance(0.48, 0.84), 3 + row * 0.6),
                    0xc23f2c);
        }
    }

    private static void bigTree(Canvas c, double x, double y, double s) {
        c.at(x, y, s, () -> {
            c.fill(lens(10, 6, 460, 26), 0x35552f, 0.6);
            c.fill(path("M-50 10C-20-60-30-180-40-260L-150-380L-130-396L-20-310L-4-440H22L26-320L140-420L158-402L44-260C36-160 40-60 66 10Z"), 0x4f382a);
            c.fill(path("M10 8C16-60 20-180 14-300L26-320L140-420L158-402L44-260C36-160 40-60 66 10Z"), 0x38281f);
            Area head = new Area();
            Area light = new Area();
            for (int i = 0; i < 26; i++) {
                double a = c.random.nextDouble() * Math.PI * 2;
                double d = Math.sqrt(c.random.nextDouble());
                double bx = 10 + 290 * d * Math.cos(a);
                double by = -560 + 170 * d * Math.sin(a);
                double r = c.chance(70, 120);
                head.add(new Area(circle(bx, by, r)));
                light.add(new Area(circle(bx - 22, by - 30, r * 0.62)));
            }
            c.fill(head, 0x3f7040);
            c.fill(both(light, head), 0x5f9348);
            c.within(head, () -> {
                for (int i = 0; i < 130; i++) {
                    double bx = c.chance(-380, 400);
                    double by = c.chance(-800, -330);
                    c.fill(turned(lens(bx, by, 44, 9), c.chance(-60, 20), bx, by), c.any(0x7fae54, 0x2f5a38,
                            0x8fb85a));
                }
            });
            for (int i = 0; i < 46; i++) {
                double bx = c.chance(-330, 340);
                double by = c.chance(-720, -390);
                if (head.contains(bx, by)) {
                    c.fill(circle(bx, by, 15), 0xc23f2c);
                    c.fill(circle(bx - 4, by - 5, 5), 0xf0936a);
                }
            }
        });
    }

    private static void ladder(Canvas c, double x, double y, double tall, double lean) {
        c.turn(lean, x, y, () -> {
            c.line(x - 34, y, x - 22, y - tall, 11, 0xd9b077);
            c.line(x + 34, y, x + 22, y - tall, 11, 0xb98a55);
            for (int i = 1; i < 12; i++) {
                c.line(x - 32, y - i * tall / 12.2, x + 32, y - i * tall / 12.2, 8, 0xc99a62);
            }
        });
    }

    private static void basket(Canvas c, double x, double y, double s) {
        c.at(x, y, s, () -> {
            for (int i = 0; i < 14; i++) {
                c.fill(circle(-50 + i % 7 * 17, -66 - i / 7 * 13, 14), i % 3 == 0 ? 0xe3a640 : i % 3 == 1
                        ? 0xc23f2c : 0xd9603a);
            }
            Shape body = path("M-74-62H74L58 4H-58Z");
            c.fill(body, 0xc98f52);
            c.carve(body, 0, 12, 46, 4, 0x8f5f34, 0.9);
            c.fill(round(-80, -70, 160, 15, 7), 0xe0b070);
        });
    }

    static void tram(Canvas c) {
        c.sky(700, 0x18233f, 0x2b3a5a, 0x4d5670, 0x8f7a7a);
        // the street runs to a vanishing point at (1050, 560)
        int[] walls = {0x3f4763, 0x4d4660, 0x37506a, 0x54505f, 0x453c58};
        for (int side = -1; side <= 1; side += 2) {
            for (int i = 0; i < 6; i++) {
                double s0 = Math.pow(1.52, i);
                double s1 = Math.pow(1.52, i + 1);
                double x0 = 1050 + side * (80 * s0);
                double x1 = 1050 + side * (80 * s1);
                double h = c.chance(120, 185);
                int wall = walls[(i * 2 + (side > 0 ? 1 : 0)) % 5];
                c.fill(polygon(x0, 560 - h * s0, x1, 560 - h * s1, x1, 560 + 50 * s1, x0, 560 + 50 * s0), wall);
                c.fill(polygon(x0, 560 - h * s0, (x0 + x1) / 2, 560 - (h + 40) * (s0 + s1) / 2, x1, 560 - h * s1),
                        darker(wall, 0.35));
                for (int r = 0; r < 3; r++) {
                    for (int k = 0; k < 3; k++) {
                        double u = s0 + (s1 - s0) * (0.14 + k * 0.29);
                        double v = s0 + (s1 - s0) * (0.30 + k * 0.29);
                        double a = h - 22 - r * h * 0.27;
                        double b = a - h * 0.16;
                        int lamp = c.random.nextInt(3) == 0 ? 0xf9c96a : darker(wall, 0.5);
                        c.fill(polygon(1050 + side * 80 * u, 560 - a * u, 1050 + side * 80 * v, 560 - a * v,
                                1050 + side * 80 * v, 560 - b * v,
                                1050 + side * 80 * u, 560 - b * u), lamp);
                    }
                }
                double u = s0 + (s1 - s0) * 0.08;
                double v = s0 + (s1 - s0) * 0.9;
                c.fill(polygon(1050 + side * 80 * u, 560 + 6 * u, 1050 + side * 80 * v, 560 + 6 * v,
                        1050 + side * 80 * v, 560 + 46 * v,
                        1050 + side * 80 * u, 560 + 46 * u), c.any(0xf9d98f, 0xf0b060, 0xffe6b0));
                c.fill(polygon(1050 + side * 80 * u, 560 - 6 * u, 1050 + side * 80 * v, 560 - 6 * v,
                        1050 + side * 74 * v, 560 + 12 * v,
                        1050 + side * 74 * u, 560 + 12 * u), c.any(0xb5432a, 0x2b7884, 0x6f2632));
            }
        }
        c.glow(1050, 540, 240, 0xf9d9a0, 0.5);
        // wet road
        c.fill(path("M970 610H1130L2000 1067H-700Z"), c.blend(0, 610, 0, 1067, 0x8a7f88, 0x454c66, 0x242c46));
        c.fill(path("M-10 1067V700L970 604V612L0 1067Z"), 0x3a3f58);
        for (int i = 0; i < 130; i++) {
            double t = c.random.nextDouble();
            c.fill(lens(1050 + c.chance(-1.4, 1.0) * (120 + 900 * t), 620 + 447 * t, 50 + 190 * t, 3 + 6 * t),
                    c.any(0xf9c96a, 0xd98a5a, 0x8f97b0, 0x1a2138), 0.3);
        }
        for (int k = 0; k < 2; k++) {
            double x1 = 420 + k * 330;
            c.line(1030 + k * 14, 612, x1, 1067, 7, 0xd0d4dc, 0.75);
        }
        c.line(1050, 330, 200, -40, 2.5, 0x10182c);
        c.line(1050, 330, 640, -40, 2.5, 0x10182c);
        // the tram
        double tx = 630;
        c.glow(tx, 700, 520, 0xffdf9a, 0.35);
        c.fill(polygon(tx + 190, 320, tx + 330, 420, tx + 330, 760, tx + 190, 880), 0x7a231f);
        for (int i = 0; i < 4; i++) {
            double a = tx + 200 + i * 32;
            c.fill(polygon(a, 440 + i * 14, a + 23, 451 + i * 14, a + 23, 602 - i * 4, a, 608 - i * 4), 0xffe2a0);
        }
        c.fill(polygon(tx + 190, 640, tx + 330, 622, tx + 330, 640, tx + 190, 664), 0xf0dcb0);
        c.fill(round(tx - 195, 300, 390, 590, 36), 0xb5392b);
        c.fill(round(tx - 195, 300, 390, 110, 36), 0xf4e6c4);
        c.fill(rect(tx - 195, 380, 390, 30), 0xf4e6c4);
        c.fill(round(tx - 90, 318, 180, 58, 10), 0x1a2138);
        c.fill(round(tx - 78, 328, 156, 38, 6), 0xffe29a);
        c.fill(round(tx - 168, 424, 336, 200, 18), 0x1a2138);
        c.fill(polygon(tx - 156, 436, tx - 54, 436, tx - 54, 612, tx - 156, 612), 0xffe2a0);
        c.fill(polygon(tx - 44, 436, tx + 50, 436, tx + 50, 612, tx - 44, 612), 0xffeab4);
        c.fill(polygon(tx + 60, 436, tx + 156, 436, tx + 156, 612, tx + 60, 612), 0xffe2a0);
        c.within(rect(tx - 156, 436, 312, 176), () -> {
            c.fill(limb(tx, 640, 52, tx, 570, 40), 0x22304a);
            c.fill(oval(tx, 512, 25, 31), SKINS[1]);
            c.fill(path("M" + (tx - 27) + " 506q0-36 27-36q27 0 27 36z"), 0x14202e);
            for (int i = 0; i < 4; i++) {
                double px = tx + (i < 2 ? -130 + i * 50 : 84 + (i - 2) * 46);
                c.fill(limb(px, 640, 30, px, 575, 22), c.any(0x6f4a4a, 0x4d5f72, 0x8a6a4a));
                c.fill(circle(px, 545, 17), 0x8a6248);
            }
        });
        c.fill(rect(tx - 195, 640, 390, 22), 0xf4e6c4);
        c.fill(rect(tx - 195, 820, 390, 40), 0x7a231f);
        c.fill(path("M" + (tx - 170) + " 860H" + (tx + 170) + "L" + (tx + 140) + " 920H" + (tx - 140) + "Z"),
                0x141a2c);
        for (int side = -1; side <= 1; side += 2) {
            c.glow(tx + side * 130, 745, 140, 0xfff3cf, 0.9);
            c.fill(circle(tx + side * 130, 745, 30), 0xfffbe8);
            c.stroke(circle(tx + side * 130, 745, 32), 6, 0xf4e6c4);
            c.reflection(tx + side * 130, 930, 1067, 60, 0xfff0c0, 0.8);
        }
        c.fill(circle(tx, 745, 34), 0xe3a640);
        c.fill(path("M" + (tx - 14) + " 758l14-34l14 34q-14 9-28 0z"), 0xb5392b);
        for (int i = 0; i < 20; i++) {
            c.fill(lens(tx + c.chance(-150, 150), 930 + i * 7, c.chance(60, 200), 6), c.any(0xb5392b, 0xffe2a0,
                    0x7a231f), 0.55);
        }
        c.line(tx, 300, tx + 60, 150, 6, 0x10182c);
        c.line(tx + 60, 150, tx + 10, 90, 5, 0x10182c);
        c.line(tx - 60, 88, tx + 90, 92, 6, 0x10182c);
        // people under umbrellas
        double[][] walkers = {{1320, 930, 300, -1}, {1180, 780, 170, 1}, {220, 960, 320, 1}};
        int[] umbrellas = {0xe3a640, 0x2b7884, 0x6f2f5a};
        for (int i = 0; i < 3; i++) {
            double[] p = walkers[i];
            c.reflection(p[0], p[1] + 8, p[1] + 130, 60, 0x141a2c, 0.5);
            c.figure(p[0], p[1], p[2], (int) p[3], new Look(SKINS[i * 2], 0x2a2022, new int[] {0x8f2f2a, 0x22405a,
                    0x3f5f6a}[i], 0x141a2c, "coat"),
                    Pose.HOLD_UP);
            double hx = p[0] + p[3] * p[2] * 0.17;
            double top = p[1] - p[2] * 1.22;
            c.line(hx, p[1] - p[2] * 0.92, hx, top, 4, 0x10182c);
            double w = p[2] * 0.42;
            int colour = umbrellas[i];
            c.fill(path("M" + (hx - w) + " " + (top + w * 0.42) + "Q" + (hx - w * 0.8) + " " + (top - w
                    * 0.1) + " " + hx + " " + (top - w * 0.14) + "Q"
                    + (hx + w * 0.8) + " " + (top - w * 0.1) + " " + (hx + w) + " " + (top + w * 0.42) + "Q" + (hx
                            + w * 0.66) + " " + (top + w * 0.26) + " "
                    + (hx + w * 0.34) + " " + (top + w * 0.42) + "Q" + hx + " " + (top + w * 0.26) + " " + (hx - w
                            * 0.34) + " " + (top + w * 0.42) + "Q"
                    + (hx - w * 0.66) + " " + (top + w * 0.26) + " " + (hx - w) + " " + (top + w * 0.42) + "Z"),
                            colour);
            c.fill(path("M" + hx + " " + (top - w * 0.14) + "Q" + (hx + w * 0.8) + " " + (top - w * 0.1)
                    + " " + (hx + w) + " " + (top + w * 0.42) + "Q"
                    + (hx + w * 0.66) + " " + (top + w * 0.26) + " " + (hx + w * 0.34)
                            + " " + (top + w * 0.42) + "Z"), darker(colour, 0.3));
        }
        c.streetLamp(1480, 1000, 700, 0x10182c, 0xffdf90, 0.6);
        c.streetLamp(1255, 760, 330, 0x10182c, 0xffdf90, 0.5);
        c.rain(10, 300, 70, 0xd8dcea, 0.32);
    }

    static void tideGauge(Canvas c) {
        double horizon = 560;
        c.sky(horizon, 0x7fb5b8, 0xb9d3c4, 0xf0e2ba, 0xf6d09a);
        c.streaks(420, 150, 800, 4, 0xfdf4e0, 0.8);
        c.streaks(1100, 260, 600, 3, 0xfdf4e0, 0.8);
        c.fill(circle(1180, 420, 62), 0xfff6d8);
        c.halo(1180, 420, 240, 4, 0xfff6d8, 0.12);
        c.fill(c.ridge(-10, 1610, 545, 40, 330, horizon + 5, 3), 0x8fb0a8);
        c.ground(horizon, 0xe0d8b0, 0x7fb5b0, 0x2f8492, 0x1b5f78);
        c.ripples(horizon + 5, 1067, 240, 0xf9f0d4, 0.4);
        c.glitter(1180, horizon + 4, 1060, 220, 60, 0xfff6d8, 0.7);
        // the other pier head
        c.fill(path("M1600 500H1380L1366 600H1600Z"), 0x56707a);
        c.lightTower(1440, 504, 0.5, 0xdfe4d6, 0x2a4050, 0x3f7455, 0xfff3cf);
        c.yacht(960, 590, 0.5, 0.5, 0xfff6e4, 0xf0d8b0, 0x22405a, INK);
        // the wall
        Shape wall = path("M-10 470H640L668 1080H-10Z");
        c.fill(wall, 0x77705f);
        c.within(wall, () -> {
            for (int row = 0; row < 12; row++) {
                for (int k = 0; k < 9; k++) {
                    double y = 500 + row * 52;
                    int colour = mix(row < 3 ? 0x9c917a : 0x6b6a58, 0x57604c, c.random.nextDouble() * 0.7);
                    c.fill(round(-40 + k * 92 + row % 2 * 44, y, 86, 46, 6), row > 4 ? mix(colour, 0x2f4a48,
                            Math.min(0.8, (row - 4) * 0.25)) : colour);
                }
            }
            c.fill(c.ridge(-10, 680, 690, 16, 50, 1080, 9), 0x3f5a34, 0.55);
            c.carve(rect(0, 690, 680, 80), 90, 16, 60, 5, 0x6d8040, 0.8);
        });
        c.fill(path("M-10 452H656V486H-10Z"), 0xc9b990);
        c.fill(path("M-10 484H656V492H-10Z"), 0x4f4a44);
        // gauge house
        c.fill(rect(110, 190, 300, 266), 0xf4e6c4);
        c.fill(rect(300, 190, 110, 266), 0xc9b090);
        c.fill(polygon(84, 200, 260, 70, 436, 200), 0xb5432a);
        c.fill(polygon(260, 70, 436, 200, 300, 200), 0x7d2a24);
        c.line(260, 74, 260, 0, 6, INK);
        c.fill(path("M260 14l62 10l-62 16z"), OCHRE);
        c.fill(path("M150 456V330q34-40 68 0V456z"), 0x1f5a70);
        c.fill(circle(206, 400, 5), OCHRE);
        c.fill(rect(318, 280, 66, 76), 0x26404f);
        c.fill(rect(326, 288, 22, 28), 0xf9d98f);
        c.fill(rect(354, 288, 22, 28), 0xf9d98f);
        c.fill(circle(260, 154, 24), 0xf4e6c4);
        c.fill(circle(260, 154, 16), 0x26404f);
        // the staff: white board with black and red marks
        c.fill(rect(690, 330, 16, 740), 0x3a3430);
        c.fill(rect(560, 520, 150, 16), 0x3a3430);
        c.fill(rect(560, 660, 150, 16), 0x3a3430);
        c.fill(rect(700, 300, 118, 780), 0xfffaee);
        c.fill(rect(798, 300, 20, 780), 0xd6d0bc);
        for (int i = 0; i < 26; i++) {
            double y = 320 + i * 29;
            boolean red = i / 5 % 2 == 0;
            int colour = red ? 0xb5432a : 0x14202e;
            if (i % 5 == 0) {
                c.fill(rect(700, y, 98, 29), colour);
            } else {
                c.fill(rect(i % 2 == 0 ? 700 : 734, y, i % 2 == 0 ? 40 : 26, 29), colour);
            }
        }
        c.fill(polygon(690, 304, 759, 262, 828, 304), 0x26404f);
        c.gull(759, 236, 70, 0, WHITE);
        c.fill(blob(730, 258, 744, 240, 776, 238, 800, 250, 776, 262), WHITE);
        // the water against staff and wall
        Path2D water = new Path2D.Double();
        water.moveTo(-10, 1080);
        for (double x = -10; x <= 1000; x += 8) {
            water.lineTo(x, 812 + 8 * Math.sin(x / 46) + 5 * Math.sin(x / 19 + 2));
        }
        water.lineTo(1000, 1080);
        water.closePath();
        c.fill(both(water, join(wall, rect(690, 700, 128, 380))), c.fade(0, 800, 0, 1067, 0x1f6a80, 0.80, 0.97));
        for (int i = 0; i < 44; i++) {
            c.fill(lens(c.chance(0, 880), c.chance(812, 1060), c.chance(60, 220), 5), c.any(0xd9ece0, 0x8fc4bc,
                    0x124a62), 0.7);
        }
        for (int i = 0; i < 12; i++) {
            c.fill(lens(759 + c.chance(-60, 60), 816 + c.chance(-5, 16), c.chance(60, 150), 6), 0xfffaee, 0.95);
            c.fill(lens(c.chance(0, 680), 812 + c.chance(-6, 10), c.chance(60, 190), 6), 0xfffaee, 0.9);
        }
        // the reader of the gauge
        c.figure(520, 456, 210, 1, new Look(SKINS[0], 0xcfcabc, 0x22405a, 0x3a3a46, 0xe3a640, "cap"), Pose.READ);
        c.fill(polygon(552, 300, 584, 294, 590, 318, 558, 326), CREAM);
        for (int i = 0; i < 3; i++) {
            c.fill(round(30 + i * 16, 420 - i * 4, 22, 40, 6), 0x3a3430);
        }
        c.gulls(900, 120, 460, 200, 5, 36, WHITE);
    }

    static void festivalLanterns(Canvas c) {
        c.sky(560, 0x10183a, 0x1f2a55, 0x3f3f6f, 0x7a5a78);
        c.stars(330, 160, CREAM);
        c.moon(1340, 130, 56, 26, 0xf6e6bd);
        c.houses(-30, 1620, 600, 170, 290, new int[] {0x2a2f55, 0x33345c, 0x3b3a62, 0x2f3a5c}, new int[] {0x1a1f40,
                0x20254a}, 0xf9c96a, 0.35);
        c.fill(rect(0, 590, 1600, 60), 0x1c2040);
        c.fill(rect(0, 584, 1600, 10), 0x5a5578);
        // strings of lanterns over the quay
        int[] paper = {0xf9c860, 0xf08a4a, 0xe8604a, 0xffe2a0, 0x7fc4b4};
        for (int k = 0; k < 3; k++) {
            double x0 = -40 + k * 560;
            double x2 = x0 + 560;
            c.stroke(path("M" + x0 + " 260Q" + (x0 + 280) + " 400 " + x2 + " 260"), 2.5, 0x0c1128);
            c.line(x0, 260, x0, 590, 7, 0x0c1128);
            for (int i = 1; i < 8; i++) {
                double t = i / 8.0;
                double x = x0 + 560 * t;
                double y = 260 + 280 * t * (1 - t);
                lantern(c, x, y + 26, 20, paper[(i + k) % 5]);
            }
        }
        // the procession
        for (int i = 0; i < 17; i++) {
            double x = 30 + i * 96 + c.chance(-16, 16);
            boolean child = i % 3 == 1;
            double tall = child ? 92 : 142;
            Look look = new Look(mix(SKINS[i % 6], 0x5a3a4a, 0.25), 0x1a1426, c.any(0x8a3a3a, 0x3f4f80, 0xb5703a,
                    0x2f6070, 0x5a3a5a), 0x14183a,
                    c.any("coat", "", "long", "coat bun"));
            c.figure(x, 596, tall, 1, look, i % 2 == 0 ? Pose.WALK : Pose.CARRY);
            double lx = x + tall * 0.34;
            double ly = 596 - tall * (child ? 0.9 : 0.78);
            c.line(x + tall * 0.17, 596 - tall * 0.58, lx, ly - 22, 2.5, 0x0c1128);
            lantern(c, lx, ly, child ? 17 : 22, paper[(i * 2 + 1) % 5]);
        }
        c.fill(rect(0, 596, 1600, 60), 0x23264a);
        // water
        c.fill(rect(0, 650, 1600, 420), c.blend(0, 650, 0, 1067, 0x3a3560, 0x1c2450, 0x0e1636));
        for (int i = 0; i < 17; i++) {
            c.reflection(60 + i * 96 + c.chance(-16, 16), 656, 820, 20, paper[(i * 2 + 1) % 5], 0.55);
        }
        c.ripples(660, 1067, 170, 0x6a5f8f, 0.25);
        for (int i = 0; i < 40; i++) {
            double t = Math.pow(i / 40.0, 1.4);
            double x = c.chance(280, 1560);
            double y = 690 + 340 * t;
            double s = 9 + 30 * t;
            int colour = paper[i % 5];
            c.glow(x, y - s, s * 3.6, colour, 0.6);
            c.reflection(x, y + s * 0.4, y + s * 3.4, s * 1.5, colour, 0.7);
            c.fill(polygon(x - s, y, x + s, y, x + s * 0.8, y - s * 1.7, x - s * 0.8, y - s * 1.7), colour);
            c.fill(polygon(x - s * 0.4, y, x + s * 0.4, y, x + s * 0.3, y - s * 1.6, x - s * 0.3, y - s * 1.6),
                    lighter(colour, 0.6));
            c.fill(lens(x, y + 1, s * 3, s * 0.4), 0x241c3c);
        }
        // steps and a family in the foreground
        for (int i = 0; i < 5; i++) {
            c.fill(rect(-10, 760 + i * 66, 250 + i * 76, 70), mix(0x3a3a60, 0x1a1c3a, i / 5.0));
            c.fill(rect(-10, 760 + i * 66, 250 + i * 76, 9), 0x6a6088);
        }
        c.glow(500, 930, 260, 0xf9b860, 0.55);
        c.figure(300, 960, 370, 1, new Look(SKINS[1], 0x1a1426, 0xb5432a, 0x1a2046, 0xe3a640, "coat beanie"),
                Pose.STOOP);
        c.figure(140, 900, 390, 1, new Look(SKINS[0], 0x5a2a20, 0x2f6a7a, 0x1a2046, "coat long"), Pose.STAND);
        c.figure(420, 1030, 240, 1, new Look(SKINS[1], 0x2a1a22, 0xe3a640, 0x2a3060, 0xb5432a, "beanie"), Pose.STOOP);
        lantern(c, 510, 935, 36, 0xffd070);
    }

    private static void lantern(Canvas c, double x, double y, double r, int colour) {
        c.glow(x, y, r * 3.4, colour, 0.65);
        c.fill(oval(x, y, r * 0.9, r * 1.1), colour);
        c.fill(oval(x, y, r * 0.42, r * 1.05), lighter(colour, 0.6));
        c.fill(rect(x - r * 0.4, y - r * 1.2, r * 0.8, r * 0.22), 0x3a2030);
        c.fill(rect(x - r * 0.4, y + r * 1.0, r * 0.8, r * 0.22), 0x3a2030);
    }

    // ---------------------------------------------------------------- card and emblem

    static void card(Canvas c) {
        double horizon = 400;
        c.sky(horizon, 0x17344d, 0x2b6473, 0x7fa893, 0xf0c27a, 0xf5b066);
        c.stars(120, 60, CREAM);
        c.halo(760, 390, 260, 5, 0xfff0c0, 0.08);
        c.fill(circle(760, 390, 74), 0xfff0c8);
        c.streaks(330, 150, 560, 3, 0x3a7680, 0.8);
        c.streaks(900, 240, 520, 3, 0xe8a060, 0.8);
        c.fill(c.ridge(-10, 1210, 388, 30, 260, horizon + 4, 3), 0x6a7d78);
        c.ground(horizon, 0xf0b872, 0x5f8f8a, 0x1f5a70, 0x12344e);
        c.ripples(horizon + 4, 630, 120, 0xf9dca0, 0.3);
        c.glitter(760, horizon + 4, 630, 190, 70, 0xfff0c8, 0.8);
        c.fill(path("M-10 640V300C60 270 150 280 220 330C260 360 330 380 400 404V420H300L280 640Z"), 0x14293b);
        c.houses(-10, 220, 330, 26, 44, new int[] {0x24445a, 0x2b4d62}, new int[] {0x102030}, 0xffd27a, 0.4);
        c.houses(-10, 300, 402, 40, 62, new int[] {0x1c3a50, 0x234358}, new int[] {0x0e1c2c}, 0xffd27a, 0.4);
        c.fill(rect(-10, 400, 380, 16), 0x0e1c2c);
        c.beam(1010, 132, 900, 172, 11, 0xffefbe, 0.8);
        c.beam(1010, 132, 400, 6, 14, 0xffefbe, 0.7);
        c.fill(path("M860 640C900 560 880 470 940 440C1000 410 1100 404 1210 400V640Z"), 0x14293b);
        c.carve(path("M860 640C900 560 880 470 940 440C1000 410 1100 404 1210 400V640Z"), 60, 22, 60, 5, 0x2f5062,
                0.8);
        c.lightTower(1010, 424, 0.98, CREAM, INK, RUST, 0xfff6d0);
        c.glow(1010, 150, 130, 0xfff6d0, 0.9);
        c.fishingBoat(520, 520, 1.0, 1.0, 0x8f2f2a, CREAM, 0xf1e7cf, INK, 0xffd27a);
        for (int i = 0; i < 7; i++) {
            c.fill(lens(520, 546 + i * 12, 340 - i * 34, 6), 0x0f2a42, 0.6);
        }
        c.gulls(520, 130, 260, 120, 5, 30, 0xfff6e0);
    }

    static void logo(Canvas c) {
        c.fill(circle(256, 256, 252), INK);
        c.fill(circle(256, 256, 238), CREAM);
        Shape inside = circle(256, 256, 224);
        c.fill(inside, NAVY);
        c.within(inside, () -> {
            c.fill(rect(0, 0, 512, 340), c.blend(0, 30, 0, 340, 0x17344d, 0x1f5a70));
            c.fill(polygon(256, 128, 0, 60, 0, 176), 0xf3d68a);
            c.fill(polygon(256, 128, 512, 60, 512, 176), 0xf3d68a);
            c.fill(rect(0, 330, 512, 200), 0x114b60);
            for (int row = 0; row < 4; row++) {
                Path2D wave = new Path2D.Double();
                wave.moveTo(0, 520);
                for (double x = 0; x <= 512; x += 4) {
                    wave.lineTo(x, 366 + row * 40 - 13 * Math.abs(Math.sin((x + row * 37) * Math.PI / 74)));
                }
                wave.lineTo(512, 520);
                wave.closePath();
                c.fill(wave, row % 2 == 0 ? CREAM : 0x17566c);
                c.fill(moved(wave, 0, 15), row % 2 == 0 ? 0x114b60 : 0x0d3a4f);
            }
            c.fill(path("M120 366C170 330 200 322 256 320C312 322 342 330 392 366C340 376 172 376 120 366Z"), INK);
        });
        c.lightTower(256, 344, 0.78, CREAM, INK, RUST, 0xfff3cf);
        c.stroke(circle(256, 256, 238), 3, INK);
    }

    // ---------------------------------------------------------------- portraits

    static Picture portrait(String name, String who, String role, Consumer<Canvas> painter) {
        return new Picture(name, who, "Orla Finch", Desk.COURIER, "2026-09-01",
                who + ", " + role + " of The Harbour Courier.",
                painter);
    }

    static final List<Picture> PORTRAITS = List.of(
        portrait("tamsin-orrell", "Tamsin Orrell", "editor", Draw::tamsin),
        portrait("maren-tolley", "Maren Tolley", "town and council reporter", Draw::maren),
        portrait("davy-ruskett", "Davy Ruskett", "harbour and fishing correspondent", Draw::davy),
        portrait("imogen-vale", "Imogen Vale", "culture editor", Draw::imogen),
        portrait("orla-finch", "Orla Finch", "illustrator", Draw::orla),
        portrait("lubna-sawahili", "Lubna Sawahili", "editor of the Arabic pages", Draw::lubna),
        portrait("idris-qamari", "Idris Qamari", "reporter on the Arabic pages", Draw::idris),
        portrait("rafferty-coil", "Rafferty Coil", "sports reporter", Draw::rafferty),
        portrait("petra-lindmoor", "Petra Lindmoor", "science reporter", Draw::petra),
        portrait("ewan-brack", "Ewan Brack", "business reporter", Draw::ewan),
        portrait("nell-garrow", "Nell Garrow", "Tarrow Island correspondent", Draw::nell),
        portrait("cosmo-whitlock", "Cosmo Whitlock", "weather and tides correspondent", Draw::cosmo),
        portrait("bram-ottery", "Bram Ottery", "night reporter", Draw::bram)
    );

    /** Shoulders in one colour, lit from the left. */
    private static void shoulders(Canvas c, int colour, double wide) {
        Shape body = path("M" + (300 - wide) + " 620C" + (300 - wide) + " 500 "
                + (300 - wide * 0.7) + " 470 236 446L300 470L364 446C"
                + (300 + wide * 0.7) + " 470 " + (300 + wide) + " 500 " + (300 + wide) + " 620Z");
        c.fill(body, colour);
        c.within(body, () -> c.fill(path("M330 440C400 480 410 560 400 620H620V400Z"), darker(colour, 0.22)));
    }

    /** Neck, head, ears and features; the mouth's smile runs from 0 to 1. */
    private static void face(Canvas c, int skin, int brows, double smile, boolean lashes) {
        int shade = mix(skin, 0x5a2a30, 0.26);
        c.fill(path("M252 350H348V450Q300 506 252 450Z"), shade);
        c.fill(oval(196, 276, 20, 30), skin);
        c.fill(oval(404, 276, 20, 30), shade);
        Shape head = path("M200 240C200 150 250 118 300 118C350 118 400 150 400 240C400 320 372 384 300 396C228 384 200 320 200 240Z");
        c.fill(head, skin);
        c.within(head, () -> {
            c.fill(path("M318 100C330 180 322 220 344 262C350 276 330 282 322 290C336 330 330 370 300 400H420V100Z"),
                    mix(skin, shade, 0.62));
            c.fill(circle(238, 306, 27), 0xd9604a, 0.20);
            c.fill(circle(364, 306, 25), 0xd9604a, 0.18);
        });
        c.fill(oval(257, 256, 8.5, 10.5), INK);
        c.fill(oval(343, 256, 8.5, 10.5), INK);
        c.fill(circle(260, 252, 2.8), WHITE);
        c.fill(circle(346, 252, 2.8), WHITE);
        if (lashes) {
            c.stroke(path("M242 248Q256 236 272 246M328 246Q344 236 358 248"), 4.5, INK);
        }
        c.stroke(path("M236 224Q256 210 278 222"), 9, brows);
        c.stroke(path("M322 222Q344 210 364 224"), 9, brows);
        c.stroke(path("M300 256Q308 284 312 294Q304 304 288 300"), 5, mix(shade, 0x5a2a30, 0.4));
        c.stroke(path("M266 " + (342 - smile * 7) + "Q300 " + (346 + smile * 22) + " 334 " + (342 - smile * 7)), 7,
                mix(0x8f2f2a, shade, 0.25));
    }

    private static void glasses(Canvas c, double radius, int colour) {
        c.fill(circle(257, 258, radius), WHITE, 0.22);
        c.fill(circle(343, 258, radius), WHITE, 0.22);
        c.stroke(circle(257, 258, radius), 6, colour);
        c.stroke(circle(343, 258, radius), 6, colour);
        c.stroke(path("M" + (257 + radius) + " 254Q300 242 " + (343 - radius) + " 254M" + (257 - radius)
                + " 252L200 244M" + (343 + radius) + " 252L400 244"), 5,
                colour);
    }

    private static void backdrop(Canvas c, int top, int bottom) {
        c.sky(600, top, bottom);
    }

    static void tamsin(Canvas c) {
        backdrop(c, 0x2b7884, 0x7fb5ae);
        c.fill(circle(300, 300, 240), 0xecd3a0, 0.55);
        int hair = 0xc9ccc6;
        c.fill(path("M168 400C150 200 190 84 304 84C416 84 452 200 432 400C400 430 380 400 370 380H230C216 410 190 424 168 400Z"), darker(hair, 0.25));
        shoulders(c, 0xb5432a, 226);
        c.fill(path("M244 450L300 560L356 450L340 440L300 480L260 440Z"), CREAM);
        face(c, SKINS[4], 0x8f938f, 0.8, true);
        c.fill(path("M186 330C172 190 210 100 306 98C400 100 424 190 414 330C404 300 400 240 380 204C340 200 280 190 250 156C240 200 206 230 200 260Z"), hair);
        c.fill(path("M250 156C280 190 340 200 380 204C376 160 340 120 290 116C270 124 256 136 250 156Z"),
                lighter(hair, 0.4));
        glasses(c, 37, 0x22304a);
        c.stroke(flow(236, 452, 262, 492, 300, 508, 338, 492, 364, 452), 5, OCHRE);
    }

    static void maren(Canvas c) {
        backdrop(c, 0xf0c987, 0xe39a5c);
        c.houses(-10, 610, 600, 130, 190, new int[] {0xc9703f, 0xd07f4a}, new int[] {0xa8502f, 0xb85a34}, 0xf9dc9a,
                0.4);
        c.fill(rect(470, 260, 60, 340), 0xb8603a);
        c.fill(polygon(460, 264, 500, 160, 540, 264), 0xa8502f);
        c.fill(circle(500, 310, 18), CREAM);
        int hair = 0x2c1a1a;
        for (int i = 0; i < 30; i++) {
            double a = i * 0.2094;
            c.fill(circle(300 + 136 * Math.cos(a), 226 + 132 * Math.sin(a) + (Math.sin(a) > 0 ? 20 : 0), 46), hair);
        }
        c.fill(circle(300, 220, 140), hair);
        shoulders(c, 0x1f5a70, 220);
        c.fill(path("M232 446L210 480L270 600H300V478ZM368 446L390 480L330 600H300V478Z"), 0x174559);
        face(c, SKINS[1], hair, 1, true);
        for (double[] k : new double[][] {{214, 160, 40}, {256, 128, 42}, {304, 116, 42}, {350, 130, 42}, {388, 164,
                38}, {196, 206, 30}, {406, 208, 30}}) {
            c.fill(circle(k[0], k[1], k[2]), hair);
            c.stroke(new Arc2D.Double(k[0] - 22, k[1] - 22, 36, 36, 90, 120, Arc2D.OPEN), 5, 0x5a3630);
        }
        c.fill(circle(190, 326, 10), OCHRE);
        c.fill(circle(410, 326, 10), OCHRE);
    }

    static void davy(Canvas c) {
        c.sky(400, 0x9cc8c8, 0xf0e0b4);
        c.fill(rect(0, 396, 600, 204), c.blend(0, 396, 0, 600, 0x4f9ca2, 0x1f6478));
        c.ripples(404, 600, 30, 0xdfefe2, 0.5);
        c.fishingBoat(96, 410, 0.5, 0.5, RUST, CREAM, 0xf1e7cf, INK, 0xffd98a);
        c.gulls(420, 90, 150, 120, 4, 40, WHITE);
        shoulders(c, 0x17344d, 240);
        c.fill(path("M222 440Q300 520 378 440L386 480Q300 560 214 480Z"), 0x22476a);
        face(c, 0xe0a27c, 0x8a5a34, 0.9, false);
        int beard = 0xa8683a;
        c.fill(path("M196 262C200 350 220 430 300 440C380 430 400 350 404 262C392 300 380 318 350 320C330 308 270 308 250 320C220 318 208 300 196 262Z"), beard);
        c.fill(path("M404 262C400 350 380 430 300 440C340 410 352 360 350 320C380 318 392 300 404 262Z"),
                darker(beard, 0.25));
        c.carve(path("M206 320C214 380 240 430 300 438C360 430 390 380 396 320L350 330H250Z"), 84, 15, 50, 4,
                lighter(beard, 0.3), 0.8);
        c.stroke(path("M264 344Q300 372 336 344"), 8, 0x7a2f28);
        c.fill(path("M180 216C176 110 230 70 300 70C370 70 424 110 420 216Q300 176 180 216Z"), 0xe3a640);
        c.fill(path("M330 72C380 90 424 120 420 216Q390 204 356 200C370 150 356 100 330 72Z"), 0xb87f2a);
        c.fill(path("M172 226C170 190 180 180 190 176Q300 140 410 176C420 180 430 190 428 226Q300 182 172 226Z"),
                0xf0bd5f);
        c.carve(path("M172 226C170 190 180 180 190 176Q300 140 410 176C420 180 430 190 428 226Q300 182 172 226Z"),
                90, 15, 60, 4, 0xb87f2a, 0.9);
    }

    static void imogen(Canvas c) {
        backdrop(c, 0x4a3350, 0x7d4a60);
        c.fill(path("M0 0H130C120 200 90 380 30 600H0Z"), 0x8f2f3a);
        c.fill(path("M60 0H100C96 200 60 380 10 560Z"), 0x6f2030);
        c.fill(path("M600 0H470C480 200 510 380 570 600H600Z"), 0x8f2f3a);
        c.fill(path("M540 0H500C504 200 540 380 590 560Z"), 0x6f2030);
        c.glow(300, 260, 300, 0xf9dca0, 0.6);
        int hair = 0xb5502a;
        c.fill(circle(300, 84, 62), hair);
        c.fill(circle(318, 92, 50), darker(hair, 0.22));
        c.fill(path("M182 320C160 180 220 96 300 96C380 96 440 180 418 320Z"), darker(hair, 0.2));
        shoulders(c, 0x3f7455, 212);
        c.fill(path("M226 444Q300 560 374 444L350 436Q300 500 250 436Z"), SKINS[4]);
        face(c, SKINS[4], 0x8a3a20, 0.7, true);
        c.fill(path("M186 262C180 160 230 108 300 108C370 108 420 160 414 262C404 220 380 186 330 170C320 160 310 150 300 142C280 176 210 190 186 262Z"), hair);
        c.stroke(flow(210, 190, 240, 150, 290, 128), 6, lighter(hair, 0.3));
        for (int side = -1; side <= 1; side += 2) {
            c.fill(polygon(300 + side * 106, 306, 300 + side * 120, 340, 300 + side * 92, 340), 0x7fc4b4);
        }
        for (int i = 0; i < 9; i++) {
            double t = (i - 4) / 4.0;
            c.fill(circle(300 + t * 62, 486 - t * t * 34, 8), CREAM);
        }
    }

    static void orla(Canvas c) {
        backdrop(c, 0xf3e0b0, 0xecc890);
        // a print on the line behind her
        c.line(-10, 90, 610, 70, 4, 0x8a5a38);
        for (int i = 0; i < 2; i++) {
            double x = 26 + i * 400;
            c.fill(rect(x, 84 - i * 10, 150, 200), CREAM);
            c.fill(rect(x + 14, 98 - i * 10, 122, 150), i == 0 ? 0x2b7884 : 0x17344d);
            c.fill(circle(x + 96, 140 - i * 10, 22), i == 0 ? 0xdc7637 : 0xf6e6bd);
            c.fill(path("M" + (x + 14) + " " + (216 - i * 10) + "q30-26 60 0q30 26 62 0v32h-122z"),
                    i == 0 ? 0x17344d : 0x2b7884);
            c.fill(rect(x + 68, 76 - i * 10, 12, 24), 0xb5432a);
        }
        int hair = 0x3a2622;
        shoulders(c, 0x4d6f86, 214);
        c.fill(path("M220 452L236 600H364L380 452L360 446L344 520H256L240 446Z"), 0xb5432a);
        face(c, SKINS[5], hair, 1, true);
        c.fill(path("M190 290C174 170 214 92 304 90C396 90 430 170 410 290C404 250 398 220 388 206C350 214 330 200 316 180C300 204 240 214 214 210C204 230 196 260 190 290Z"), hair);
        c.stroke(flow(226, 170, 262, 130, 316, 112), 6, 0x6b4a3a);
        c.at(52, -12, 1, () -> c.turn(-24, 410, 230, () -> {
            c.fill(rect(330, 214, 130, 15), OCHRE);
            c.fill(polygon(460, 214, 484, 221, 460, 229), CREAM);
            c.fill(polygon(476, 218, 484, 221, 476, 225), INK);
            c.fill(rect(318, 214, 16, 15), 0xd9604a);
        }));
        c.fill(turned(lens(240, 322, 36, 7), -30, 240, 322), 0x2b7884);
    }

    static void lubna(Canvas c) {
        backdrop(c, 0x1f5a6c, 0x4f9a98);
        // a tiled wall
        for (int row = 0; row < 7; row++) {
            for (int k = 0; k < 7; k++) {
                double x = k * 100;
                double y = row * 100;
                c.fill(join(turned(rect(x - 24, y - 24, 48, 48), 45, x, y), rect(x - 24, y - 24, 48, 48)), 0x6fb3a8,
                        0.45);
                c.fill(circle(x, y, 11), 0xf0d79a, 0.8);
            }
        }
        int hair = 0x1f1719;
        c.fill(path("M150 520C110 300 170 76 304 78C440 78 490 300 450 520C420 540 390 500 380 440H220C210 500 180 540 150 520Z"), hair);
        shoulders(c, 0x8f2f3f, 206);
        face(c, SKINS[1], hair, 0.9, true);
        c.fill(path("M180 380C170 190 214 98 310 98C404 98 432 200 420 380C410 320 404 250 372 200C340 180 320 170 306 152C290 190 220 214 204 264C196 300 190 350 180 380Z"), hair);
        c.fill(path("M306 152C290 190 220 214 204 264C200 220 230 150 290 126Z"), 0xb9b4b0);
        c.stroke(flow(390, 230, 408, 320, 420, 420, 404, 500), 6, 0x4a3a3a);
        for (int side = -1; side <= 1; side += 2) {
            c.stroke(circle(300 + side * 106, 334, 17), 6, OCHRE);
        }
        c.fill(path("M230 452Q300 520 370 452L392 470Q300 570 208 470Z"), 0xe3a640);
        c.carve(path("M230 452Q300 520 370 452L392 470Q300 570 208 470Z"), 30, 20, 40, 5, 0xb5432a, 0.9);
    }

    static void idris(Canvas c) {
        backdrop(c, 0xdc8f54, 0xf0c98c);
        c.fill(circle(300, 260, 226), 0xf6dca4, 0.8);
        for (int i = 0; i < 4; i++) {
            c.stroke(new Arc2D.Double(300 - 150 - i * 50, 260 - 150 - i * 50, 300 + i * 100, 300 + i * 100, 20, 50,
                    Arc2D.OPEN), 7, 0xb5432a, 0.6);
            c.stroke(new Arc2D.Double(300 - 150 - i * 50, 260 - 150 - i * 50, 300 + i * 100, 300 + i * 100, 110, 50,
                    Arc2D.OPEN), 7, 0xb5432a, 0.6);
        }
        shoulders(c, 0x17344d, 232);
        c.fill(path("M240 448L300 590L360 448L340 436L300 470L260 436Z"), 0xdfe9df);
        c.fill(path("M236 446L196 474L262 600H300ZM364 446L404 474L338 600H300Z"), 0x10263a);
        face(c, SKINS[2], 0x1c1618, 0.7, false);
        int beard = 0x2a2426;
        c.fill(path("M198 262C202 340 222 408 300 418C378 408 398 340 402 262C394 296 384 316 352 318C330 306 270 306 248 318C216 316 206 296 198 262Z"), beard);
        c.fill(path("M256 380C280 400 320 400 344 380C336 408 320 416 300 418C280 416 264 408 256 380Z"), 0x8f8c8a);
        c.stroke(path("M268 340Q300 362 332 340"), 7, 0x8a4038);
        c.fill(path("M194 250C182 150 226 96 300 96C374 96 418 150 406 250C400 214 392 190 370 176Q300 156 230 176C208 190 200 214 194 250Z"), beard);
        c.fill(path("M194 250C190 214 196 186 206 166L216 200Z"), 0x8f8c8a);
        c.fill(path("M406 250C410 214 404 186 394 166L384 200Z"), 0x8f8c8a);
        glasses(c, 35, 0x6f2632);
    }

    static void rafferty(Canvas c) {
        backdrop(c, 0x3f8a5a, 0x6fae6a);
        for (int i = 0; i < 4; i++) {
            c.fill(polygon(i * 160 - 30, 0, i * 160 + 50, 0, i * 190 - 40, 600, i * 190 - 140, 600), 0x8cc07a, 0.45);
        }
        c.stroke(circle(300, 620, 330), 8, 0xf6f4e0, 0.7);
        shoulders(c, 0x22405a, 214);
        face(c, SKINS[4], 0xc2672f, 1, false);
        for (int i = 0; i < 16; i++) {
            c.fill(circle(c.chance(222, 380), c.chance(284, 312), 3), 0xb5602f, 0.7);
        }
        int hair = 0xd0692f;
        c.fill(path("M188 262C176 200 186 150 204 128C196 110 214 96 232 102C240 80 270 76 284 88C304 66 340 72 350 90C374 84 396 104 392 124C416 146 424 200 412 262C404 226 398 206 384 196C360 206 340 190 326 174C310 196 280 200 262 180C246 206 222 206 212 204C200 220 194 240 188 262Z"),
                hair);
        c.stroke(flow(224, 160, 256, 120, 290, 110), 7, 0xf09a5a);
        c.stroke(flow(310, 130, 346, 120, 376, 146), 7, 0xf09a5a);
        Shape scarf = join(path("M206 420Q300 500 394 420L410 476Q300 560 190 476Z"),
                path("M330 480L410 468L428 620H340Z"));
        c.fill(scarf, 0xc23f2c);
        c.within(scarf, () -> {
            for (int i = 0; i < 5; i++) {
                c.fill(turned(rect(196 + i * 46, 400, 22, 150), -20 + i * 10, 196 + i * 46, 470), WHITE);
            }
            c.fill(rect(330, 530, 110, 24), WHITE);
            c.fill(rect(330, 578, 110, 24), WHITE);
        });
    }

    static void petra(Canvas c) {
        c.sky(600, 0x14264a, 0x2b5a7a, 0x7fb5b8);
        c.stars(420, 80, CREAM);
        for (int i = 0; i < 3; i++) {
            c.stroke(flow(-20, 130 + i * 44, 150, 90 + i * 40, 320, 150 + i * 36, 620, 70 + i * 50), 16 - i * 3,
                    0x8fd8b4, 0.35);
        }
        c.fill(path("M0 600V520L80 470L140 520L220 480L280 600ZM330 600L420 490L500 540L560 480L600 510V600Z"),
                0xdff0ee);
        int hair = 0xe6c47a;
        c.fill(path("M186 330C160 180 220 92 300 92C380 92 440 180 414 330Z"), darker(hair, 0.25));
        shoulders(c, 0xe9e2cf, 222);
        c.fill(path("M236 404Q300 440 364 404L372 470Q300 510 228 470Z"), 0xf6f0dd);
        for (int row = 0; row < 2; row++) {
            for (int i = 0; i < 11; i++) {
                double x = 110 + i * 38;
                double y = 530 + row * 40;
                c.fill(polygon(x, y - 13, x + 13, y, x, y + 13, x - 13, y), row == 0 ? 0x2b7884 : 0xb5432a);
            }
        }
        face(c, SKINS[4], 0xb5924a, 0.6, true);
        c.fill(path("M236 404Q300 440 364 404L368 436Q300 474 232 436Z"), 0xf6f0dd);
        c.fill(path("M188 270C178 160 230 102 304 102C376 102 422 160 412 270C404 226 380 190 336 160C300 190 220 200 188 270Z"), hair);
        c.stroke(flow(220, 190, 262, 148, 320, 128), 6, lighter(hair, 0.5));
        for (int i = 0; i < 7; i++) {
            c.fill(turned(oval(400 + 12 * Math.sin(i * 0.5), 330 + i * 34, 27 - i * 1.2, 22), i % 2 == 0 ? 30 : -30,
                    400, 330 + i * 34),
                    i % 2 == 0 ? hair : darker(hair, 0.15));
        }
        c.fill(rect(384, 552, 34, 14), RUST);
    }

    static void ewan(Canvas c) {
        backdrop(c, 0x8a9c8c, 0xc9c8a4);
        // the columns of a ledger, rising
        for (int i = 0; i < 8; i++) {
            c.fill(rect(20 + i * 74, 470 - i * 44 + (i % 3) * 60, 46, 400), 0x5f7d74, 0.55);
        }
        shoulders(c, 0x4a3f4a, 236);
        c.fill(path("M240 446L300 600L360 446L340 434L300 466L260 434Z"), WHITE);
        c.fill(path("M286 476H314L322 500L312 600H288L278 500Z"), 0xb5432a);
        c.fill(polygon(284, 466, 316, 466, 312, 492, 288, 492), 0x8f2f2a);
        c.fill(path("M236 446L190 470L250 600H292L258 470ZM364 446L410 470L350 600H308L342 470Z"), 0x3a3040);
        face(c, 0xecb894, 0x6b5a50, 0.4, false);
        int hair = 0x7d7068;
        c.fill(path("M196 290C180 250 184 200 204 170C206 210 206 250 208 280Z"), hair);
        c.fill(path("M404 290C420 250 416 200 396 170C394 210 394 250 392 280Z"), darker(hair, 0.25));
        c.fill(turned(oval(262, 160, 40, 15), -28, 262, 160), WHITE, 0.45);
        c.fill(path("M300 312C280 300 246 308 226 340C250 346 284 344 300 328C316 344 350 346 374 340C354 308 320 300 300 312Z"), 0x6b5a50);
        c.fill(path("M300 312C320 300 354 308 374 340C350 346 316 344 300 328Z"), 0x4f4240);
        c.stroke(path("M280 356Q300 366 320 356"), 6, 0x8a4038);
        glasses(c, 31, 0xb5862f);
    }

    static void nell(Canvas c) {
        c.sky(420, 0x7fbcc4, 0xe3ecd2);
        c.fill(c.cloud(470, 140, 220, 50), WHITE);
        c.fill(c.cloud(90, 190, 200, 44), WHITE);
        c.fill(path("M0 600V360C120 290 240 330 340 370C440 400 540 340 600 330V600Z"), 0x6f9f5c);
        c.fill(path("M0 600V470C160 420 420 450 600 430V600Z"), 0x4f8050);
        c.at(96, 380, 1.5, () -> {
            for (int i = 0; i < 7; i++) {
                c.fill(circle(-26 + i * 9, -24 + (i % 2) * 8, 15), 0xfffaee);
            }
            c.fill(oval(38, -34, 12, 10), INK);
            c.fill(rect(-20, -14, 6, 22), INK);
            c.fill(rect(12, -14, 6, 22), INK);
        });
        int hair = 0xd6d2c6;
        c.fill(path("M170 420C150 240 190 120 300 116C410 120 450 240 430 420C400 440 384 410 376 380H224C216 410 200 440 170 420Z"), hair);
        shoulders(c, 0x6f2f3a, 226);
        for (int i = 1; i < 8; i++) {
            double x = 96 + i * 46;
            double y = 540 - 14 * Math.sin(i * 0.35 * 2);
            c.fill(polygon(x, y - 16, x + 14, y, x, y + 16, x - 14, y), i % 2 == 0 ? CREAM : OCHRE);
            c.fill(circle(x + 23, y - 34, 6), 0x7fb5ae);
            c.fill(circle(x + 23, y + 34, 6), 0x7fb5ae);
        }
        c.fill(path("M236 430Q300 490 364 430L374 466Q300 530 226 466Z"), 0x8f4450);
        face(c, 0xe9b591, 0x9a948a, 1, false);
        c.stroke(path("M212 268l14 6M212 280l13 1M388 268l-14 6M388 280l-13 1"), 3.5, 0xb5785a);
        c.fill(path("M184 222C178 116 230 64 300 64C370 64 422 116 416 222Q300 170 184 222Z"), 0x2b7884);
        c.fill(path("M330 66C384 80 422 120 416 222Q390 208 360 202C374 150 360 100 330 66Z"), 0x1f5a6c);
        c.fill(path("M176 232C174 198 182 186 192 182Q300 146 408 182C418 186 426 198 424 232Q300 184 176 232Z"),
                CREAM);
        for (int i = 0; i < 7; i++) {
            c.fill(circle(206 + i * 31, 206 - 20 * Math.sin((i + 0.4) * 0.45), 7), RUST);
        }
        c.fill(circle(300, 56, 30), CREAM);
        c.fill(path("M184 260q-10 60 6 120q20-30 16-100z"), lighter(hair, 0.3));
        c.fill(path("M416 260q10 60-6 120q-20-30-16-100z"), darker(hair, 0.12));
    }

    static void cosmo(Canvas c) {
        backdrop(c, 0x4f7388, 0x9cb9b4);
        c.fill(c.cloud(120, 150, 260, 80), 0xdfe6e2);
        c.fill(c.cloud(490, 110, 240, 70), 0xc3d0cf);
        c.rain(12, 90, 50, 0xe6f0ee, 0.7);
        c.fill(path("M150 600C140 420 180 300 300 290C420 300 460 420 450 600Z"), 0xb5802a);
        shoulders(c, 0xe3a640, 240);
        c.line(300, 480, 300, 600, 6, 0xb5802a);
        c.fill(circle(282, 540, 9), 0x22304a);
        c.fill(path("M226 436L300 500L374 436L392 470L320 520H280L208 470Z"), 0xf0bd5f);
        face(c, SKINS[0], 0xd9d6cc, 0.9, false);
        int beard = 0xf0eee4;
        c.fill(path("M194 256C196 350 206 460 300 482C394 460 404 350 406 256C396 296 384 314 352 316C330 304 270 304 248 316C216 314 204 296 194 256Z"), beard);
        c.fill(path("M406 256C404 350 394 460 300 482C344 440 356 370 352 316C384 314 396 296 406 256Z"), 0xcfcfc8);
        c.carve(path("M206 330C214 400 250 460 300 474C350 460 386 400 394 330L350 336H250Z"), 82, 20, 70, 4,
                0xb9bab4, 0.8);
        c.stroke(path("M266 342Q300 368 334 342"), 7, 0x8a4038);
        // sou'wester
        c.fill(path("M150 236C190 200 196 70 300 66C404 70 410 200 450 236C380 196 220 196 150 236Z"), 0xe3a640);
        c.fill(path("M330 68C404 84 410 200 450 236C420 218 390 210 360 206C376 150 362 100 330 68Z"), 0xb5802a);
        c.fill(path("M140 246C200 180 400 180 460 246C400 214 200 214 140 246Z"), 0xf0bd5f);
        glasses(c, 33, 0x22304a);
    }

    static void bram(Canvas c) {
        c.sky(600, 0x0c1630, 0x1d2f55, 0x4a4a70);
        c.stars(300, 60, CREAM);
        c.moon(480, 116, 52, 24, 0xf6e6bd);
        c.houses(-20, 620, 600, 180, 280, new int[] {0x1c2648, 0x222d52}, new int[] {0x10183a}, 0xf9c96a, 0.35);
        c.streetLamp(90, 600, 420, 0x0a1024, 0xffdf90, 0.6);
        shoulders(c, 0x4a4f5f, 226);
        face(c, SKINS[3], 0x1a1214, 0.5, false);
        c.fill(path("M204 290C210 350 236 394 300 398C364 394 390 350 396 290C386 330 370 340 346 336Q300 318 254 336C230 340 214 330 204 290Z"), 0x2a1a18, 0.55);
        c.stroke(path("M266 344Q300 362 334 344"), 7, 0x5a2428);
        c.fill(path("M194 246C186 150 226 100 300 98C374 100 414 150 406 246C400 206 394 186 384 176Q300 150 216 176C206 186 200 206 194 246Z"), 0x161012);
        c.fill(path("M176 190C190 110 236 78 300 76C364 78 410 110 424 190C380 160 220 160 176 190Z"), 0x6f5a48);
        c.fill(path("M330 78C376 88 410 120 424 190C400 176 380 170 356 166C364 130 350 96 330 78Z"), 0x4f3f36);
        c.fill(path("M150 198C230 150 370 150 450 198C460 204 452 214 440 210C360 184 240 184 160 210C148 214 140 204 150 198Z"), 0x5a4738);
        c.fill(path("M186 168Q300 132 414 168L418 186Q300 150 182 186Z"), 0xb5432a);
        c.fill(path("M226 420L168 470L232 600H300L256 470ZM374 420L432 470L368 600H300L344 470Z"), 0x353a4a);
        c.fill(path("M262 470L300 520L338 470L326 600H274Z"), 0xb5432a);
        c.fill(path("M226 420L256 470L236 486L190 440ZM374 420L344 470L364 486L410 440Z"), 0x5f6576);
    }

    // ---------------------------------------------------------------- the file

    /** Writes JPEG files and what newspapers write into them. */
    static final class Jpeg {

        private Jpeg() {}

        /** The picture as JPEG at the best quality that keeps it below the limit. */
        static byte[] encode(BufferedImage image, int limit) throws IOException {
            byte[] best = null;
            int low = 30;
            int high = 92;
            while (low <= high) {
                int quality = (low + high) / 2;
                byte[] bytes = encode(image, quality / 100f);
                if (bytes.length <= limit || best == null) {
                    best = bytes;
                }
                if (bytes.length <= limit) {
                    low = quality + 1;
                } else {
                    high = quality - 1;
                }
            }
            return best;
        }

        private static byte[] encode(BufferedImage image, float quality) throws IOException {
            ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
            JPEGImageWriteParam parameters = (JPEGImageWriteParam) writer.getDefaultWriteParam();
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionQuality(quality);
            parameters.setOptimizeHuffmanTables(true);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
                writer.setOutput(out);
                writer.write(null, new IIOImage(image, null, null), parameters);
            } finally {
                writer.dispose();
            }
            return bytes.toByteArray();
        }

        /** The file with APP1 (XMP) and APP13 (IPTC) put in behind its JFIF header. */
        static byte[] withMetadata(byte[] jpeg, Picture picture) throws IOException {
            int header = 4 + ((jpeg[4] & 255) << 8 | jpeg[5] & 255);   // SOI, then APP0 with its length
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            out.write(jpeg, 0, header);
            segment(out, 0xe1, "http://ns.adobe.com/xap/1.0/\0", xmp(picture).getBytes(StandardCharsets.UTF_8));
            segment(out, 0xed, "Photoshop 3.0\0", photoshop(iptc(picture)));
            out.write(jpeg, header, jpeg.length - header);
            return out.toByteArray();
        }

        private static void segment(ByteArrayOutputStream out, int marker, String name,
                byte[] data) throws IOException {
            DataOutputStream segment = new DataOutputStream(out);
            byte[] start = name.getBytes(StandardCharsets.US_ASCII);
            segment.writeByte(0xff);
            segment.writeByte(marker);
            segment.writeShort(2 + start.length + data.length);
            segment.write(start);
            segment.write(data);
        }

        /** An image resource block 0x0404, the one that holds IPTC records. */
        private static byte[] photoshop(byte[] iptc) throws IOException {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            DataOutputStream out = new DataOutputStream(bytes);
            out.writeBytes("8BIM");
            out.writeShort(0x0404);
            out.writeShort(0);              // no name
            out.writeInt(iptc.length);
            out.write(iptc);
            if (iptc.length % 2 == 1) {
                out.writeByte(0);
            }
            return bytes.toByteArray();
        }

        private static byte[] iptc(Picture picture) throws IOException {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            DataOutputStream out = new DataOutputStream(bytes);
            dataset(out, 1, 90, new byte[] {0x1b, '%', 'G'});       // UTF-8
            dataset(out, 2, 0, new byte[] {0, 4});                  // version of the record
            dataset(out, 2, 5, picture.headline());
            dataset(out, 2, 55, picture.date().replace("-", ""));
            dataset(out, 2, 80, picture.byline());
            dataset(out, 2, 105, picture.headline());
            dataset(out, 2, 110, picture.desk().credit);
            dataset(out, 2, 115, picture.desk().source);
            dataset(out, 2, 116, rights(picture));
            dataset(out, 2, 120, picture.caption());
            return bytes.toByteArray();
        }

        private static void dataset(DataOutputStream out, int record, int number, String text) throws IOException {
            dataset(out, record, number, text.getBytes(StandardCharsets.UTF_8));
        }

        private static void dataset(DataOutputStream out, int record, int number, byte[] data) throws IOException {
            out.writeByte(0x1c);
            out.writeByte(record);
            out.writeByte(number);
            out.writeShort(data.length);
            out.write(data);
        }

        private static String rights(Picture picture) {
            return "\u00a9 " + picture.date().substring(0, 4) + " " + picture.desk().credit;
        }

        private static String xmp(Picture picture) {
            return """
                <?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
                <x:xmpmeta xmlns:x="adobe:ns:meta/">
                 <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
                  <rdf:Description rdf:about=""
                    xmlns:dc="http://purl.org/dc/elements/1.1/"
                    xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/">
                   <dc:title><rdf:Alt><rdf:li xml:lang="x-default">%1$s</rdf:li></rdf:Alt></dc:title>
                   <dc:creator><rdf:Seq><rdf:li>%2$s</rdf:li></rdf:Seq></dc:creator>
                   <dc:description><rdf:Alt><rdf:li xml:lang="x-default">%3$s</rdf:li></rdf:Alt></dc:description>
                   <dc:rights><rdf:Alt><rdf:li xml:lang="x-default">%4$s</rdf:li></rdf:Alt></dc:rights>
                   <photoshop:Headline>%1$s</photoshop:Headline>
                   <photoshop:Credit>%5$s</photoshop:Credit>
                   <photoshop:Source>%6$s</photoshop:Source>
                   <photoshop:DateCreated>%7$s</photoshop:DateCreated>
                  </rdf:Description>
                 </rdf:RDF>
                </x:xmpmeta>
                <?xpacket end="w"?>""".formatted(xml(picture.headline()), xml(picture.byline()), xml(picture.caption()),
                        xml(rights(picture)), xml(picture.desk().credit), xml(picture.desk().source), picture.date());
        }

        private static String xml(String text) {
            return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        }
    }

    private Draw() {}
}
