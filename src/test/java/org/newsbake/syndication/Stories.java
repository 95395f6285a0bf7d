package org.newsbake.syndication;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Invented stories of an invented town. */
final class Stories {

  static final String SITE = "https://gazette.example/";

  static final Picture LOGO =
      new Picture(
          SITE + "img/logo.png", "image/png", 600, 60, 8_120, "The Haven Gazette", "", "", "");

  static final Publisher PUBLISHER = new Publisher("The Haven Gazette", SITE, Optional.of(LOGO));

  static final Picture BRIDGE =
      new Picture(
          SITE + "img/bridge.jpg",
          "image/jpeg",
          1200,
          800,
          184_223,
          "A swing bridge, half open",
          "The bridge on Tuesday, before the vote",
          "Ana Lund/Haven Gazette",
          "© 2026 The Haven Gazette");

  static final Picture CHART = new Picture(SITE + "img/chart.svg", "", 0, 0, 0, "", "", "", "");

  static final List<Crumb> CRUMBS =
      List.of(new Crumb("Home", SITE), new Crumb("Town & Harbour", SITE + "town/"));

  private Stories() {}

  /** A story with everything that a story can have, but a source. */
  static Story own() {
    return new Story(
        SITE + "2026/bridge.html",
        "",
        "Council votes 12–3 to rebuild the “Old Lady” & her gates",
        "If costs stay < 4 million and > 2 million, work begins in May; AT&T is not involved.",
        """
        <p>The council <em>has voted</em>.</p>
        <p>It took four hours &amp; a vote by hand. <img src="https://gazette.example/img/x.png" alt="">]]></p>
        """,
        Instant.parse("2026-03-01T09:30:00Z"),
        Instant.parse("2026-03-02T18:05:10Z"),
        "en",
        List.of(
            new Author.Person(
                "Ana Lund", Optional.of(SITE + "staff/ana-lund.html"), "Harbour Reporter"),
            new Author.Person("Jón Øst", Optional.empty(), "")),
        "Town & Harbour",
        List.of("bridge", "council", "Town & Harbour", "tàxes <new>"),
        List.of(BRIDGE, CHART),
        Optional.empty(),
        "HAVEN",
        3,
        List.of(
            new Correction(
                "An earlier version gave a vote of 13–2.", Instant.parse("2026-03-02T18:00:00Z"))),
        412);
  }

  /** A story from an agency. */
  static Story syndicated() {
    return new Story(
        SITE + "2026/ferry.html",
        "urn:newsml:nordpress.example:20260302:ferry",
        "Ferries back on Wednesday",
        "The strike is over.",
        "",
        Instant.parse("2026-03-02T06:00:00Z"),
        Instant.parse("2026-03-02T06:00:00Z"),
        "en-GB",
        List.of(new Author.Organization("Nordpress", Optional.of("https://nordpress.example/"))),
        "",
        List.of(),
        List.of(),
        Optional.of(
            new Source(
                "Nordpress",
                Optional.of("https://nordpress.example/"),
                Optional.of("https://nordpress.example/feed.xml"),
                Optional.of("https://nordpress.example/stories/ferry?lang=en&v=2"),
                "© Nordpress 2026")),
        "",
        0,
        List.of(),
        0);
  }

  /** As little as a story can have. */
  static Story bare(String path, String title, Instant published) {
    return story(path, "", title, "", "", published);
  }

  /** The newsroom's story with these texts everywhere that text can be. */
  static Story story(
      String path, String guid, String title, String text, String html, Instant published) {
    return new Story(
        SITE + path,
        guid,
        title,
        text,
        html,
        published,
        published,
        "en",
        List.of(new Author.Organization(text.isEmpty() ? "Newsroom" : text, Optional.empty())),
        text,
        List.of(text),
        text.isEmpty()
            ? List.of()
            : List.of(
                new Picture(SITE + path + ".jpg", "image/jpeg", 3, 2, 1, text, text, text, text)),
        text.isEmpty()
            ? Optional.empty()
            : Optional.of(
                new Source(
                    text, Optional.of(SITE), Optional.of(SITE + "feed"), Optional.empty(), text)),
        text,
        0,
        text.isEmpty() ? List.of() : List.of(new Correction(text, published)),
        0);
  }

  static Channel channel(String feed) {
    return new Channel(
        "The Haven Gazette: Town & Harbour",
        "News of the harbour < & > the town",
        SITE + "town/",
        SITE + "town/" + feed,
        "en",
        PUBLISHER,
        Optional.of(SITE + "img/icon.png"),
        "© 2026 The Haven Gazette");
  }
}
