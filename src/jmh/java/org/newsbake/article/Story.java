package org.newsbake.article;

/** Invented stories as bodies in Markdown. */
public enum Story {

  /** What most news is: paragraphs without any mark-up. */
  PLAIN(
      """
      SALTMERE, Nov 12 - The harbour council voted on Thursday to keep the night ferry between
      Saltmere and Gull Point, ending four months of argument over a service that loses money
      on all but two evenings of the week.

      Eleven of the nineteen members backed the plan, which raises the single fare from 2.40 to
      2.80 crowns in January and drops the last sailing on Mondays. Seven voted against it, and
      one member was absent.

      "Nobody who works the late shift at the cannery has another way home," said Odile Marrack,
      who leads the transport committee. "We did not want to be the council that left them on
      the quay."

      The ferry carried 61,300 passengers in the year to September, some 4 percent fewer than in
      the year before. Its two boats are 31 and 34 years old, and the older of them spent nine
      weeks in the yard this spring after a crack was found in its rudder post.

      Opponents said the money would be better spent on a bus over the new causeway, which is to
      open in 2028. They pointed to a report that puts the cost of a night bus at a third of what
      the boats need, fuel and crews included.

      "It's a sentimental decision, and an expensive one," said Tobiah Fennimore of the Ratepayers'
      League. He asked for the figures to be put before the council again in June.

      The operator, Merrow Line, welcomed the vote. It has said before that it can keep the service
      for the six years of a new contract only if one of the boats is replaced by 2029.

      Fares on the day ferry don't change. The new timetable is to be published by the end of the
      month.
      """),

  /** Hardly a line without mark-up. */
  MARKED_UP(
      """
      # Night ferry: what changes

      The council *kept* the **night ferry** on Thursday; read the [report][1], the
      [minutes](https://saltmere.example/minutes/2026-11-12.html "Minutes of 12 November") or
      https://saltmere.example/ferry for all of it.

      ## Fares & sailings

      - A single costs `2.80` crowns, up from `2.40`.
      - The *last* sailing is at **23:40**:
          1. on Tuesdays to Fridays,
          2. on Saturdays,
          3. __not__ on Mondays.
      - Children under six go free, as *before*.

      > "Nobody who works the **late shift** has another way home," said Odile Marrack.
      >
      > > "It's a _sentimental_ decision," said Tobiah Fennimore.

      ![The *Marjoram* at Gull Point](https://saltmere.example/img/marjoram.jpg)

      ***

      1. Write to <https://saltmere.example/desk> about **season tickets**.
      2. Call the [office](/office.html) before *noon* &ndash; or after **four**.

      ```json
      {"sailing": "23:40", "from": "Gull Point", "fare": 2.80}
      ```

      Night fare
      : What a ticket costs after **22:00**, see [fares](/fares.html).

      Quay\\
      <span class="pier">Pier 3</span>, *next* to the `old` cannery
      ------

      [1]: https://saltmere.example/report.html "Report of the *transport committee*"
      """);

  final String markdown;

  Story(String markdown) {
    this.markdown = markdown;
  }
}
