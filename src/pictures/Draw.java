import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Draws the pictures of the Harbour Courier as prints in a few colours, each with its caption and credit in IPTC-IIM.
 *
 * <pre>java src/pictures/Draw.java assets/img</pre>
 */
public final class Draw {

    private static final int WIDTH = 1600;
    private static final int HEIGHT = 1067;

    /** The colours of a print: sky at its top and at the horizon, land or water from far to near, and the light. */
    private record Palette(int top, int low, int far, int middle, int near, int light) {}

    private static final Palette DAWN = new Palette(0x2b4a6f, 0xf6c9a0, 0x6d86a0, 0x3d5a75, 0x1b2e42, 0xffe7b8);
    private static final Palette NIGHT = new Palette(0x0b1630, 0x31507a, 0x1f3557, 0x142540, 0x0a1426, 0xffd98a);
    private static final Palette STORM = new Palette(0x39424b, 0x9aa5a8, 0x66747b, 0x46545c, 0x232d34, 0xe8e4d2);
    private static final Palette DAY = new Palette(0x6fb1d0, 0xe7efe2, 0x7fa3a0, 0x3f7480, 0x1d4552, 0xfff6d8);
    private static final Palette DUSK = new Palette(0x4b3a63, 0xf09a6b, 0x86607c, 0x553f63, 0x2a2140, 0xffd9a0);
    private static final Palette ROOM = new Palette(0x3d2c2a, 0xa5683f, 0x7b4a33, 0x55342a, 0x2b1b1a, 0xffd58a);

    /** What is painted on the ground. */
    private interface Scene {
        void paint(Brush brush);
    }

    private record Picture(String name, Palette palette, Scene scene, String byline, String credit, String caption) {}

    private static final String COURIER = "The Harbour Courier";

    private static final List<Picture> PICTURES = List.of(
            new Picture("tidal-turbine", DAY, Draw::turbine, "Ines Marrow", COURIER,
                    "The turbine will stand in 22 metres of water, clear of the deepest keel in the fleet."),
            new Picture("night-ferry", NIGHT, Draw::ferry, "Ines Marrow", COURIER,
                    "The night boat to Tarrow Island leaves the inner harbour at 22:40."),
            new Picture("ferry-deck", DAWN, Draw::ferry, "Tobias Quill", "Meridian Dispatch",
                    "A boat of the Sound on its morning crossing."),
            new Picture("lighthouse", DUSK, Draw::lighthouse, "Ines Marrow", COURIER,
                    "The light at the end of the north pier, where the diaries were kept."),
            new Picture("school-kitchen", ROOM, Draw::table, "Ines Marrow", COURIER,
                    "The long table of the school kitchen on a Friday."),
            new Picture("observatory-night", NIGHT, Draw::dome, "Tobias Quill", "Northwind Newswire",
                    "Cape Sorrow by night: the first dome is to stand on the western ridge."),
            new Picture("sea-wall-storm", STORM, Draw::waves, "Ines Marrow", COURIER,
                    "Waves over the old sea wall below Customs Quay."),
            new Picture("library", ROOM, Draw::shelves, "Ines Marrow", COURIER,
                    "The reading room of the town library."),
            new Picture("herring-boats", DAWN, Draw::boats, "Tobias Quill", "Northwind Newswire",
                    "Herring boats at first light on the Brannock Sound."),
            new Picture("power-lines-storm", STORM, Draw::pylons, "Tobias Quill", "Meridian Dispatch",
                    "Power lines on the Orrimoor coast after the storm."),
            new Picture("swimming-baths", DAY, Draw::pool, "Ines Marrow", COURIER,
                    "Lane three of the swimming baths, early."),
            new Picture("rowing-race", DUSK, Draw::eight, "Ines Marrow", COURIER,
                    "The Saltmere eight on the last stretch of the course."),
            new Picture("seals", DAY, Draw::seals, "Ines Marrow", COURIER,
                    "Seals on the bank outside the harbour mouth."),
            new Picture("parliament-halvane", DUSK, Draw::columns, "Tobias Quill", "Meridian Dispatch",
                    "The parliament in Halvane on the evening of the vote."),
            new Picture("harbour-dawn", DAWN, Draw::boats, "Ines Marrow", COURIER,
                    "The harbour of Saltmere before the market opens."),
            new Picture("town-hall", DUSK, Draw::columns, "Ines Marrow", COURIER, "The town hall from Customs Quay."),
            new Picture("fish-market", ROOM, Draw::table, "Ines Marrow", COURIER,
                    "Customs Quay: the fish market before the bell."),
            new Picture("council-chamber", ROOM, Draw::columns, "Ines Marrow", COURIER,
                    "The council chamber in the town hall."),
            new Picture("bakery", ROOM, Draw::shelves, "Ines Marrow", COURIER,
                    "Before the shop opens."),
            new Picture("football-pitch", NIGHT, Draw::pitch, "Ines Marrow", COURIER,
                    "Under the floodlights of the harbour ground."),
            new Picture("sailing-regatta", DAY, Draw::sails, "Ines Marrow", COURIER,
                    "The regatta fleet in a fresh westerly."),
            new Picture("telescope", DUSK, Draw::dome, "Tobias Quill", "Meridian Dispatch",
                    "Dusk at the domes."),
            new Picture("container-port", DUSK, Draw::cranes, "Tobias Quill", "Meridian Dispatch",
                    "Cranes on the quays of Port Ellery at sunset."),
            new Picture("shipyard", STORM, Draw::cranes, "Ines Marrow", COURIER,
                    "The Saltmere yard on a grey morning."),
            new Picture("railway-viaduct", DAY, Draw::bridge, "Tobias Quill", "Meridian Dispatch",
                    "The viaduct over the Fenning estuary at high tide."),
            new Picture("island-village", DAY, Draw::village, "Ines Marrow", COURIER,
                    "Cottages above the landing on Tarrow Island."),
            new Picture("wind-farm", DAWN, Draw::turbine, "Tobias Quill", "Meridian Dispatch",
                    "An offshore turbine on a bright morning."),
            new Picture("market-square", DAY, Draw::awnings, "Ines Marrow", COURIER,
                    "Market day in the square."),
            new Picture("theatre-stage", NIGHT, Draw::stage, "Ines Marrow", COURIER,
                    "A single pool of light on the stage."),
            new Picture("concert-hall", ROOM, Draw::stage, "Ines Marrow", COURIER,
                    "The concert hall before the first note."),
            new Picture("museum-gallery", ROOM, Draw::gallery, "Ines Marrow", COURIER,
                    "Seascapes in the gallery of the Custom House."),
            new Picture("poetry-evening", DUSK, Draw::stage, "Ines Marrow", COURIER,
                    "One lamp for the poet."),
            new Picture("snow-on-quay", STORM, Draw::snow, "Ines Marrow", COURIER,
                    "The first snow of the winter on Customs Quay."),
            new Picture("kelp-underwater", DAY, Draw::kelp, "Ines Marrow", COURIER,
                    "In the kelp off the harbour mouth."),
            new Picture("weather-balloon", DAY, Draw::balloon, "Tobias Quill", "Meridian Dispatch",
                    "A weather balloon rises from its hilltop station."),
            new Picture("bridge-halvane", NIGHT, Draw::bridge, "Tobias Quill", "Northwind Newswire",
                    "The bridge across the strait at Halvane by night."),
            new Picture("orchard", DAWN, Draw::orchard, "Ines Marrow", COURIER,
                    "The last apples in an orchard above the Fenning."),
            new Picture("tram", NIGHT, Draw::tram, "Ines Marrow", COURIER,
                    "A tram on Quay Street on a wet evening."),
            new Picture("tide-gauge", STORM, Draw::lighthouse, "Ines Marrow", COURIER,
                    "Spring tide at the harbour mouth."),
            new Picture("festival-lanterns", NIGHT, Draw::lanterns, "Ines Marrow", COURIER,
                    "Lantern night on the inner harbour."));

    private Draw() {}

    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        Files.createDirectories(folder);
        for (Picture picture : PICTURES) {
            Brush brush = new Brush(picture.palette(), WIDTH, HEIGHT, picture.name().hashCode());
            brush.sky();
            picture.scene().paint(brush);
            brush.grain();
            byte[] legend = legend(picture);
            Files.write(folder.resolve(picture.name() + ".jpg"), withLegend(jpeg(brush.image), legend));
        }
        Brush card = new Brush(DUSK, 1200, 630, 7);
        card.sky();
        lighthouse(card);
        card.grain();
        Files.write(folder.resolve("card.jpg"), jpeg(card.image));
        Brush logo = new Brush(NIGHT, 512, 512, 8);
        logo.sky();
        lighthouse(logo);
        ImageIO.write(logo.image, "png", folder.resolve("logo.png").toFile());
    }

    // ------------------------------------------------------------------------------------------------ scenes

    private static void ferry(Brush b) {
        b.disc(0.78, 0.2, 0.06);
        b.hills(0.52, 0.07, b.palette.far());
        b.sea(0.58);
        b.shape(b.palette.near(), 0.16, 0.62, 0.84, 0.62, 0.77, 0.76, 0.23, 0.76);
        b.box(b.palette.light(), 0.26, 0.5, 0.42, 0.12);
        b.box(b.palette.middle(), 0.32, 0.4, 0.3, 0.1);
        b.box(b.palette.near(), 0.5, 0.28, 0.06, 0.12);
        for (int i = 0; i < 12; i++) {
            b.box(b.palette.near(), 0.285 + i * 0.033, 0.54, 0.014, 0.03);
        }
        b.reflection(0.25, 0.75, 0.78);
    }

    private static void lighthouse(Brush b) {
        b.disc(0.24, 0.3, 0.09);
        b.hills(0.62, 0.05, b.palette.far());
        b.sea(0.66);
        b.shape(b.palette.light(), 0.655, 0.3, 0.705, 0.3, 0.74, 0.78, 0.62, 0.78);
        b.shape(b.palette.near(), 0.644, 0.44, 0.716, 0.44, 0.722, 0.54, 0.638, 0.54);
        b.shape(b.palette.near(), 0.631, 0.62, 0.729, 0.62, 0.735, 0.7, 0.625, 0.7);
        b.box(b.palette.near(), 0.645, 0.27, 0.07, 0.035);
        b.box(b.palette.light(), 0.66, 0.215, 0.04, 0.055);
        b.shape(b.palette.near(), 0.65, 0.215, 0.68, 0.17, 0.71, 0.215);
        b.beam(0.68, 0.24);
        b.hills(0.84, 0.05, b.palette.near());
    }

    private static void turbine(Brush b) {
        b.hills(0.34, 0.06, b.palette.far());
        b.sea(0.38);
        b.hills(0.93, 0.03, b.palette.near());
        b.box(b.palette.near(), 0.5, 0.6, 0.022, 0.34);
        b.blade(0.511, 0.6, 0.2, -90);
        b.blade(0.511, 0.6, 0.2, 30);
        b.blade(0.511, 0.6, 0.2, 150);
        b.dot(b.palette.light(), 0.511, 0.6, 0.018);
        b.shape(b.palette.near(), 0.1, 0.35, 0.28, 0.35, 0.25, 0.4, 0.13, 0.4);
        b.shape(b.palette.light(), 0.19, 0.2, 0.19, 0.345, 0.27, 0.345);
    }

    private static void dome(Brush b) {
        b.stars(260);
        b.hills(0.62, 0.16, b.palette.far());
        b.hills(0.76, 0.1, b.palette.middle());
        b.dome(0.32, 0.66, 0.11);
        b.dome(0.55, 0.7, 0.06);
        b.hills(0.9, 0.06, b.palette.near());
    }

    private static void waves(Brush b) {
        b.hills(0.42, 0.04, b.palette.far());
        b.sea(0.46);
        b.box(b.palette.near(), 0.0, 0.7, 0.62, 0.3);
        b.box(b.palette.middle(), 0.0, 0.68, 0.64, 0.035);
        for (int i = 0; i < 60; i++) {
            double at = b.random.nextDouble();
            b.dot(b.palette.light(), 0.56 + at * 0.2, 0.7 - 0.42 * Math.sin(at * 3) * b.random.nextDouble(),
                    0.004 + 0.02 * b.random.nextDouble());
        }
        b.shape(b.palette.light(), 0.6, 0.72, 0.66, 0.36, 0.72, 0.5, 0.78, 0.82, 0.7, 0.78);
    }

    private static void boats(Brush b) {
        b.disc(0.62, 0.42, 0.07);
        b.hills(0.5, 0.06, b.palette.far());
        b.sea(0.54);
        for (double[] boat : new double[][] {{0.14, 0.6, 0.5}, {0.5, 0.64, 0.8}, {0.74, 0.58, 0.4}, {0.24, 0.78, 1.2}}) {
            b.boat(boat[0], boat[1], 0.2 * boat[2]);
        }
    }

    private static void eight(Brush b) {
        b.disc(0.2, 0.34, 0.06);
        b.hills(0.46, 0.08, b.palette.far());
        b.sea(0.5);
        b.shape(b.palette.near(), 0.08, 0.7, 0.92, 0.68, 0.86, 0.73, 0.14, 0.75);
        for (int i = 0; i < 8; i++) {
            double x = 0.2 + i * 0.078;
            b.dot(b.palette.light(), x + 0.012, 0.585, 0.014);
            b.shape(b.palette.near(), x, 0.6, x + 0.03, 0.6, x + 0.045, 0.71, x - 0.02, 0.715);
            b.shape(b.palette.light(), x + 0.02, 0.69, x - 0.07, 0.84, x - 0.064, 0.845, x + 0.026, 0.695);
        }
    }

    private static void seals(Brush b) {
        b.hills(0.44, 0.05, b.palette.far());
        b.sea(0.48);
        b.shape(b.palette.light(), 0.02, 0.84, 0.3, 0.72, 0.75, 0.74, 0.98, 0.86, 0.8, 0.93, 0.2, 0.94);
        for (double x : new double[] {0.16, 0.33, 0.49, 0.67}) {
            b.oval(b.palette.near(), x, 0.7 + 0.04 * Math.sin(x * 9), 0.15, 0.1);
            b.dot(b.palette.near(), x + 0.145, 0.7 + 0.04 * Math.sin(x * 9), 0.034);
        }
    }

    private static void pylons(Brush b) {
        b.hills(0.66, 0.1, b.palette.far());
        b.hills(0.8, 0.08, b.palette.middle());
        for (double[] pylon : new double[][] {{0.2, 0.2, 1}, {0.52, 0.36, 0.72}, {0.76, 0.47, 0.5}}) {
            b.pylon(pylon[0], pylon[1], pylon[2]);
        }
        b.hills(0.92, 0.05, b.palette.near());
    }

    private static void pool(Brush b) {
        b.box(b.palette.light(), 0, 0, 1, 0.42);
        for (int i = 0; i < 5; i++) {
            b.box(b.palette.low(), 0.06 + i * 0.19, 0.07, 0.13, 0.26);
            b.box(b.palette.far(), 0.07 + i * 0.19, 0.09, 0.11, 0.22);
        }
        b.sea(0.42);
        for (int i = -3; i <= 3; i++) {
            b.shape(b.palette.near(), 0.5 + i * 0.06, 0.42, 0.503 + i * 0.06, 0.42, 0.51 + i * 0.24, 1, 0.49 + i * 0.24, 1);
        }
        b.dot(b.palette.near(), 0.44, 0.68, 0.03);
        b.shape(b.palette.near(), 0.46, 0.69, 0.56, 0.6, 0.57, 0.62, 0.48, 0.71);
    }

    private static void table(Brush b) {
        b.box(b.palette.light(), 0.1, 0.08, 0.2, 0.34);
        b.box(b.palette.light(), 0.4, 0.08, 0.2, 0.34);
        b.box(b.palette.light(), 0.7, 0.08, 0.2, 0.34);
        b.shape(b.palette.near(), 0.1, 0.62, 0.9, 0.62, 1, 0.92, 0, 0.92);
        for (int i = 0; i < 5; i++) {
            b.oval(b.palette.light(), 0.1 + i * 0.165, 0.69, 0.13, 0.1);
            b.oval(b.palette.far(), 0.125 + i * 0.165, 0.715, 0.08, 0.05);
        }
    }

    private static void shelves(Brush b) {
        for (int row = 0; row < 4; row++) {
            double x = 0.04;
            while (x < 0.94) {
                double width = 0.012 + 0.02 * b.random.nextDouble();
                double height = 0.12 + 0.06 * b.random.nextDouble();
                int[] colours = {b.palette.light(), b.palette.far(), b.palette.middle(), b.palette.near(), b.palette.low()};
                b.box(colours[b.random.nextInt(colours.length)], x, 0.22 * (row + 1) - height, width, height);
                x += width + 0.003;
            }
            b.box(b.palette.near(), 0, 0.22 * (row + 1), 1, 0.022);
        }
    }

    private static void columns(Brush b) {
        b.disc(0.82, 0.22, 0.06);
        b.shape(b.palette.near(), 0.14, 0.4, 0.5, 0.18, 0.86, 0.4);
        b.box(b.palette.middle(), 0.16, 0.4, 0.68, 0.45);
        for (int i = 0; i < 7; i++) {
            b.box(b.palette.light(), 0.2 + i * 0.093, 0.44, 0.04, 0.38);
        }
        b.box(b.palette.near(), 0.1, 0.82, 0.8, 0.04);
        b.box(b.palette.near(), 0.0, 0.86, 1, 0.14);
    }

    private static void pitch(Brush b) {
        b.hills(0.4, 0.03, b.palette.far());
        b.shape(b.palette.middle(), 0.2, 0.45, 0.8, 0.45, 1.2, 1, -0.2, 1);
        for (double x : new double[] {0.12, 0.38, 0.62, 0.88}) {
            b.box(b.palette.near(), x, 0.1, 0.008, 0.36);
            b.box(b.palette.light(), x - 0.03, 0.07, 0.068, 0.04);
        }
        b.box(b.palette.light(), 0.2, 0.62, 0.6, 0.006);
        b.box(b.palette.light(), 0.42, 0.36, 0.006, 0.1);
        b.box(b.palette.light(), 0.57, 0.36, 0.006, 0.1);
        b.box(b.palette.light(), 0.42, 0.36, 0.156, 0.008);
        b.dot(b.palette.light(), 0.46, 0.78, 0.022);
    }

    private static void sails(Brush b) {
        b.hills(0.5, 0.05, b.palette.far());
        b.sea(0.54);
        for (double[] boat : new double[][] {{0.12, 0.6, 0.7}, {0.36, 0.66, 1}, {0.64, 0.62, 0.8}, {0.82, 0.72, 1.2}}) {
            double size = 0.13 * boat[2];
            b.shape(b.palette.near(), boat[0], boat[1], boat[0] + size, boat[1], boat[0] + size * 0.8, boat[1] + size * 0.25,
                    boat[0] + size * 0.15, boat[1] + size * 0.25);
            b.shape(b.palette.light(), boat[0] + size * 0.48, boat[1] - size * 2.3, boat[0] + size * 0.48, boat[1] - 0.01,
                    boat[0] + size * 1.2, boat[1] - 0.01);
            b.shape(b.palette.low(), boat[0] + size * 0.44, boat[1] - size * 2, boat[0] + size * 0.44, boat[1] - 0.01,
                    boat[0] - size * 0.1, boat[1] - 0.01);
        }
    }

    private static void cranes(Brush b) {
        b.disc(0.2, 0.4, 0.08);
        b.hills(0.62, 0.02, b.palette.far());
        b.sea(0.68);
        for (double x : new double[] {0.34, 0.56, 0.78}) {
            b.box(b.palette.near(), x, 0.2, 0.014, 0.5);
            b.box(b.palette.near(), x + 0.08, 0.3, 0.014, 0.4);
            b.box(b.palette.near(), x - 0.14, 0.28, 0.28, 0.022);
            b.shape(b.palette.near(), x, 0.2, x + 0.014, 0.2, x - 0.13, 0.285, x - 0.14, 0.285);
        }
        b.shape(b.palette.near(), 0.1, 0.7, 0.9, 0.7, 0.86, 0.82, 0.14, 0.82);
        int[] colours = {b.palette.light(), b.palette.low(), b.palette.middle(), b.palette.far()};
        for (int i = 0; i < 32; i++) {
            b.box(colours[b.random.nextInt(4)], 0.16 + i % 16 * 0.042, 0.645 - i / 16 * 0.055, 0.038, 0.05);
        }
    }

    private static void bridge(Brush b) {
        b.hills(0.56, 0.07, b.palette.far());
        b.sea(0.62);
        b.box(b.palette.near(), 0, 0.5, 1, 0.035);
        for (int i = 0; i < 6; i++) {
            b.box(b.palette.near(), 0.06 + i * 0.17, 0.5, 0.03, 0.3);
            b.oval(b.palette.near(), 0.05 + i * 0.17, 0.78, 0.05, 0.04);
            b.dot(b.palette.light(), 0.075 + i * 0.17, 0.485, 0.009);
        }
        for (int i = 0; i < 5; i++) {
            b.box(b.palette.light(), 0.3 + i * 0.075, 0.455, 0.066, 0.043);
        }
    }

    private static void village(Brush b) {
        b.hills(0.5, 0.1, b.palette.far());
        for (int i = 0; i < 11; i++) {
            double x = 0.1 + 0.07 * i;
            double y = 0.62 - 0.2 * Math.sin(i * 0.31) + 0.03 * (i % 3);
            b.box(b.palette.light(), x, y, 0.055, 0.07);
            b.shape(b.palette.near(), x - 0.006, y, x + 0.0275, y - 0.05, x + 0.061, y);
            b.box(b.palette.middle(), x + 0.02, y + 0.025, 0.012, 0.02);
        }
        b.sea(0.76);
    }

    private static void awnings(Brush b) {
        b.box(b.palette.far(), 0, 0.25, 1, 0.4);
        for (int i = 0; i < 9; i++) {
            b.box(b.palette.middle(), 0.03 + i * 0.11, 0.3, 0.05, 0.12);
        }
        for (int stall = 0; stall < 3; stall++) {
            double x = 0.05 + stall * 0.32;
            for (int i = 0; i < 8; i++) {
                b.shape(i % 2 == 0 ? b.palette.light() : b.palette.near(), x + i * 0.033, 0.5, x + i * 0.033 + 0.033, 0.5,
                        x + i * 0.035 + 0.03, 0.6, x + i * 0.035 - 0.006, 0.6);
            }
            b.box(b.palette.near(), x, 0.74, 0.27, 0.12);
            b.box(b.palette.near(), x, 0.6, 0.008, 0.2);
            b.box(b.palette.near(), x + 0.26, 0.6, 0.008, 0.2);
        }
        b.box(b.palette.near(), 0, 0.86, 1, 0.14);
    }

    private static void stage(Brush b) {
        b.box(b.palette.near(), 0, 0, 1, 1);
        b.shape(b.palette.middle(), 0.46, 0, 0.54, 0, 0.72, 0.72, 0.28, 0.72);
        b.oval(b.palette.light(), 0.28, 0.66, 0.44, 0.12);
        b.box(b.palette.near(), 0.485, 0.5, 0.03, 0.2);
        b.dot(b.palette.near(), 0.5, 0.47, 0.032);
        for (int i = 0; i < 22; i++) {
            b.dot(b.palette.top(), 0.02 + i * 0.046, 0.93 + 0.02 * (i % 3), 0.05);
        }
    }

    private static void gallery(Brush b) {
        for (int i = 0; i < 3; i++) {
            b.box(b.palette.light(), 0.07 + i * 0.31, 0.16, 0.24, 0.36);
            b.box(b.palette.far(), 0.085 + i * 0.31, 0.185, 0.21, 0.31);
            b.shape(b.palette.near(), 0.085 + i * 0.31, 0.4, 0.295 + i * 0.31, 0.36, 0.295 + i * 0.31, 0.495, 0.085 + i * 0.31, 0.495);
        }
        b.box(b.palette.near(), 0, 0.78, 1, 0.22);
        for (double x : new double[] {0.24, 0.3, 0.66}) {
            b.dot(b.palette.near(), x, 0.55, 0.035);
            b.shape(b.palette.near(), x - 0.03, 0.6, x + 0.03, 0.6, x + 0.035, 0.8, x - 0.035, 0.8);
        }
    }

    private static void snow(Brush b) {
        b.hills(0.5, 0.03, b.palette.far());
        for (int i = 0; i < 7; i++) {
            b.box(b.palette.middle(), 0.03 + i * 0.14, 0.34, 0.12, 0.34);
            b.shape(b.palette.light(), 0.02 + i * 0.14, 0.35, 0.09 + i * 0.14, 0.23, 0.16 + i * 0.14, 0.35);
        }
        b.box(b.palette.light(), 0, 0.68, 1, 0.32);
        b.box(b.palette.near(), 0.7, 0.4, 0.008, 0.36);
        b.dot(b.palette.low(), 0.704, 0.39, 0.024);
        for (int i = 0; i < 240; i++) {
            b.dot(b.palette.light(), b.random.nextDouble(), b.random.nextDouble(), 0.003 + 0.004 * b.random.nextDouble());
        }
    }

    private static void kelp(Brush b) {
        b.sea(0);
        for (int i = 0; i < 12; i++) {
            double x = 0.04 + i * 0.085;
            for (int j = 0; j < 9; j++) {
                b.oval(j % 2 == 0 ? b.palette.near() : b.palette.far(), x + 0.02 * Math.sin(i + j) - (j % 2) * 0.03, 0.1 + j * 0.1,
                        0.05, 0.07);
            }
            b.box(b.palette.near(), x + 0.022, 0.1, 0.006, 0.9);
        }
    }

    private static void balloon(Brush b) {
        b.hills(0.74, 0.12, b.palette.far());
        b.hills(0.86, 0.06, b.palette.near());
        b.oval(b.palette.light(), 0.42, 0.14, 0.17, 0.3);
        b.shape(b.palette.light(), 0.49, 0.43, 0.52, 0.43, 0.505, 0.47);
        b.box(b.palette.near(), 0.504, 0.47, 0.003, 0.16);
        b.box(b.palette.near(), 0.495, 0.63, 0.02, 0.03);
    }

    private static void orchard(Brush b) {
        b.hills(0.5, 0.08, b.palette.far());
        b.hills(0.7, 0.04, b.palette.middle());
        for (double[] tree : new double[][] {{0.16, 0.52, 0.8}, {0.46, 0.56, 1}, {0.78, 0.52, 0.9}}) {
            b.box(b.palette.near(), tree[0] - 0.01, tree[1], 0.02, 0.32);
            for (int i = 0; i < 7; i++) {
                b.dot(b.palette.near(), tree[0] + 0.07 * tree[2] * Math.cos(i), tree[1] + 0.07 * Math.sin(i), 0.09 * tree[2]);
            }
            for (int i = 0; i < 14; i++) {
                b.dot(b.palette.low(), tree[0] + 0.1 * Math.cos(i * 2.4) * tree[2], tree[1] + 0.1 * Math.sin(i * 1.7), 0.013);
            }
        }
        b.hills(0.92, 0.02, b.palette.near());
    }

    private static void tram(Brush b) {
        for (int i = 0; i < 6; i++) {
            b.box(b.palette.middle(), i * 0.17, 0.1 + 0.06 * (i % 3), 0.165, 0.7);
            for (int j = 0; j < 6; j++) {
                b.box(j % 2 == i % 2 ? b.palette.light() : b.palette.far(), 0.02 + i * 0.17 + (j % 3) * 0.05, 0.24 + j / 3 * 0.12, 0.028, 0.06);
            }
        }
        b.sea(0.74);
        b.box(b.palette.near(), 0.26, 0.42, 0.48, 0.36);
        b.box(b.palette.light(), 0.29, 0.48, 0.42, 0.13);
        for (int i = 1; i < 5; i++) {
            b.box(b.palette.near(), 0.29 + i * 0.084, 0.48, 0.01, 0.13);
        }
        b.dot(b.palette.light(), 0.3, 0.7, 0.02);
        b.dot(b.palette.light(), 0.7, 0.7, 0.02);
        b.reflection(0.25, 0.72, 0.8);
    }

    private static void lanterns(Brush b) {
        b.stars(120);
        b.hills(0.56, 0.04, b.palette.far());
        b.sea(0.6);
        for (int i = 0; i < 46; i++) {
            double depth = b.random.nextDouble();
            b.dot(b.palette.light(), b.random.nextDouble(), 0.42 + 0.5 * depth, 0.008 + 0.016 * depth);
        }
        b.reflection(0.1, 0.9, 0.66);
    }

    // ------------------------------------------------------------------------------------------------- brush

    /** Paints in parts of the whole: 0 is the left or the top, 1 the right or the bottom. */
    private static final class Brush {
        final Palette palette;
        final BufferedImage image;
        final Random random;
        private final Graphics2D graphics;
        private final int width;
        private final int height;

        Brush(Palette palette, int width, int height, long seed) {
            this.palette = palette;
            this.width = width;
            this.height = height;
            random = new Random(seed);
            image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
            graphics = image.createGraphics();
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        }

        void sky() {
            graphics.setPaint(new GradientPaint(0, 0, new Color(palette.top()), 0, height * 0.6f, new Color(palette.low())));
            graphics.fillRect(0, 0, width, height);
            for (int i = 0; i < 7; i++) {
                double y = 0.06 + 0.07 * i;
                oval(palette.light(), random.nextDouble() - 0.2, y, 0.3 + 0.5 * random.nextDouble(), 0.018, 40);
            }
        }

        void sea(double from) {
            Color near = new Color(palette.near());
            graphics.setPaint(new GradientPaint(0, (float) (from * height), new Color(palette.middle()), 0, height, near));
            graphics.fill(new Rectangle2D.Double(0, from * height, width, (1 - from) * height));
            for (int i = 0; i < 90; i++) {
                double depth = random.nextDouble();
                oval(palette.light(), random.nextDouble(), from + (1 - from) * depth, 0.03 + 0.1 * depth, 0.003 + 0.004 * depth, 60);
            }
        }

        void hills(double at, double rise, int colour) {
            Path2D path = new Path2D.Double();
            path.moveTo(0, height);
            double phase = random.nextDouble() * 6;
            for (int x = 0; x <= width; x += 8) {
                double t = (double) x / width;
                path.lineTo(x, height * (at - rise * (0.5 * Math.sin(phase + 5 * t) + 0.3 * Math.sin(2 * phase + 13 * t))));
            }
            path.lineTo(width, height);
            graphics.setPaint(new Color(colour));
            graphics.fill(path);
        }

        void disc(double x, double y, double radius) {
            dot(palette.light(), x, y, radius);
        }

        void dot(int colour, double x, double y, double radius) {
            graphics.setPaint(new Color(colour));
            double r = radius * height;
            graphics.fill(new Ellipse2D.Double(x * width - r, y * height - r, 2 * r, 2 * r));
        }

        void oval(int colour, double x, double y, double w, double h) {
            oval(colour, x, y, w, h, 255);
        }

        private void oval(int colour, double x, double y, double w, double h, int alpha) {
            graphics.setPaint(new Color(colour >> 16 & 255, colour >> 8 & 255, colour & 255, alpha));
            graphics.fill(new Ellipse2D.Double(x * width, y * height, w * width, h * height));
        }

        void box(int colour, double x, double y, double w, double h) {
            graphics.setPaint(new Color(colour));
            graphics.fill(new Rectangle2D.Double(x * width, y * height, w * width, h * height));
        }

        void shape(int colour, double... points) {
            Path2D path = new Path2D.Double();
            path.moveTo(points[0] * width, points[1] * height);
            for (int i = 2; i < points.length; i += 2) {
                path.lineTo(points[i] * width, points[i + 1] * height);
            }
            path.closePath();
            graphics.setPaint(new Color(colour));
            graphics.fill(path);
        }

        void blade(double x, double y, double length, double degrees) {
            double a = Math.toRadians(degrees);
            double ratio = (double) height / width;
            double dx = Math.cos(a) * ratio;
            double dy = Math.sin(a);
            shape(palette.light(), x, y, x + length * 0.3 * dx - 0.03 * dy * ratio, y + length * 0.3 * dy + 0.03 * dx / ratio,
                    x + length * 1.4 * dx, y + length * 1.4 * dy);
        }

        void boat(double x, double y, double size) {
            shape(palette.near(), x, y, x + size, y, x + size * 0.88, y + size * 0.24, x + size * 0.1, y + size * 0.24);
            box(palette.light(), x + size * 0.58, y - size * 0.24, size * 0.2, size * 0.24);
            box(palette.near(), x + size * 0.34, y - size * 0.8, size * 0.02, size * 0.8);
            shape(palette.middle(), x + size * 0.36, y - size * 0.76, x + size * 0.56, y - size * 0.1, x + size * 0.36, y - size * 0.1);
        }

        void dome(double x, double y, double radius) {
            double r = radius * width;
            graphics.setPaint(new Color(palette.light()));
            graphics.fill(new Ellipse2D.Double(x * width - r, y * height - r, 2 * r, 2 * r));
            box(palette.near(), x - radius * 0.12, y - radius * 1.45, radius * 0.24, radius * 1.45);
            box(palette.middle(), x - radius * 1.05, y, radius * 2.1, radius * 1.6);
        }

        void pylon(double x, double y, double size) {
            graphics.setPaint(new Color(palette.near()));
            graphics.setStroke(new BasicStroke((float) (7 * size)));
            double foot = y + 0.62 * size;
            line(x, y, x - 0.06 * size, foot);
            line(x, y, x + 0.06 * size, foot);
            for (int i = 1; i < 6; i++) {
                double at = y + 0.1 * i * size;
                line(x - 0.01 * i * size, at, x + 0.012 * i * size, at + 0.1 * size);
                line(x + 0.01 * i * size, at, x - 0.012 * i * size, at + 0.1 * size);
            }
            for (int arm = 0; arm < 3; arm++) {
                double at = y + (0.04 + 0.08 * arm) * size;
                line(x - 0.09 * size, at, x + 0.09 * size, at);
            }
        }

        private void line(double x, double y, double toX, double toY) {
            graphics.draw(new java.awt.geom.Line2D.Double(x * width, y * height, toX * width, toY * height));
        }

        void beam(double x, double y) {
            int c = palette.light();
            graphics.setPaint(new GradientPaint((float) (x * width), 0, new Color(c >> 16, c >> 8 & 255, c & 255, 120), 0, 0,
                    new Color(c >> 16, c >> 8 & 255, c & 255, 0)));
            Path2D path = new Path2D.Double();
            path.moveTo(x * width, y * height);
            path.lineTo(0, (y - 0.16) * height);
            path.lineTo(0, (y + 0.08) * height);
            path.closePath();
            graphics.fill(path);
        }

        void stars(int count) {
            for (int i = 0; i < count; i++) {
                dot(palette.light(), random.nextDouble(), 0.6 * random.nextDouble(), 0.0012 + 0.002 * random.nextDouble());
            }
        }

        void reflection(double from, double to, double y) {
            for (int i = 0; i < 40; i++) {
                oval(palette.light(), from + (to - from) * random.nextDouble(), y + 0.2 * random.nextDouble(), 0.05, 0.006, 70);
            }
        }

        /** The grain of the paper. */
        void grain() {
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    int shift = random.nextInt(9) - 4;
                    int rgb = image.getRGB(x, y);
                    int r = Math.max(0, Math.min(255, (rgb >> 16 & 255) + shift));
                    int g = Math.max(0, Math.min(255, (rgb >> 8 & 255) + shift));
                    int b = Math.max(0, Math.min(255, (rgb & 255) + shift));
                    image.setRGB(x, y, r << 16 | g << 8 | b);
                }
            }
        }
    }

    // -------------------------------------------------------------------------------------------------- files

    private static byte[] jpeg(BufferedImage image) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ImageWriteParam parameters = writer.getDefaultWriteParam();
        parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        parameters.setCompressionQuality(0.72f);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), parameters);
        }
        writer.dispose();
        return bytes.toByteArray();
    }

    /** IPTC-IIM 4.1: records of a number, a length and a text, the first of which says that the texts are UTF-8. */
    private static byte[] legend(Picture picture) {
        ByteArrayOutputStream iim = new ByteArrayOutputStream();
        record(iim, 1, 90, "\u001b%G");
        record(iim, 2, 80, picture.byline());
        record(iim, 2, 110, picture.credit());
        record(iim, 2, 115, "Harbour Courier picture desk");
        record(iim, 2, 116, "Drawn for the Harbour Courier");
        record(iim, 2, 120, picture.caption());
        return iim.toByteArray();
    }

    private static void record(ByteArrayOutputStream iim, int record, int number, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        iim.write(0x1C);
        iim.write(record);
        iim.write(number);
        iim.write(bytes.length >> 8);
        iim.write(bytes.length);
        iim.writeBytes(bytes);
    }

    /** The picture with the legend in a Photoshop resource in segment APP13, behind the segment of JFIF. */
    private static byte[] withLegend(byte[] jpeg, byte[] iim) {
        ByteArrayOutputStream resource = new ByteArrayOutputStream();
        resource.writeBytes("Photoshop 3.0\0".getBytes(StandardCharsets.US_ASCII));
        resource.writeBytes("8BIM\4\4\0\0".getBytes(StandardCharsets.ISO_8859_1));
        resource.writeBytes(new byte[] {0, 0, (byte) (iim.length >> 8), (byte) iim.length});
        resource.writeBytes(iim);
        if (iim.length % 2 == 1) {
            resource.write(0);
        }
        int jfif = 4 + ((jpeg[4] & 0xFF) << 8 | jpeg[5] & 0xFF);
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.write(jpeg, 0, jfif);
        whole.write(0xFF);
        whole.write(0xED);
        whole.write((resource.size() + 2) >> 8);
        whole.write(resource.size() + 2);
        whole.writeBytes(resource.toByteArray());
        whole.write(jpeg, jfif, jpeg.length - jfif);
        return whole.toByteArray();
    }
}
