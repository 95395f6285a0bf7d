package org.newsbake.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SvgCleanerTest {

  private static Optional<String> clean(String svg) {
    return new SvgCleaner()
        .clean(svg.getBytes(StandardCharsets.UTF_8))
        .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '|',
      value = {
        "<svg><!-- call Ada --><path d='M0 0'/></svg>,<svg><path d='M0 0'/></svg>",
        "<svg><metadata><a><metadata/>x</a></metadata><g/></svg>,<svg><g/></svg>",
        "<svg:svg><svg:metadata id='m'/><g/></svg:svg>,<svg:svg><g/></svg:svg>",
        "<svg inkscape:x='a>b' id=\"1\" ><g/></svg>,<svg id=\"1\" ><g/></svg>",
        "<svg><sodipodi:namedview a='1'><x/></sodipodi:namedview></svg>,<svg></svg>",
        "|<svg><path\n sodipodi:docname='C:\\Ada'/></svg>|,<svg><path/></svg>",
      })
  void whatReadersMustNotHaveGoes(String svg, String clean) {
    assertThat(clean(svg)).contains(clean);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<?xml version=\"1.0\"?>\n<!DOCTYPE svg [<!ENTITY a \"b>\">]>\n<svg>&a;</svg>\n",
        "<svg><title>Fähre <![CDATA[<!-- no comment -->]]></title><desc a='<x'>d</desc></svg>",
        "<svg xmlns:inkscape=\"http://example.org/i\" id='inkscape:x'/>",
      })
  void allElseStaysByteForByte(String svg) {
    assertThat(clean(svg)).contains(svg);
  }

  @ParameterizedTest
  @ValueSource(strings = {"<svg><!-- x", "<svg><metadata>", "<svg a='", "<svg></metadata>"})
  void whatIsCutCannotBeCleaned(String svg) {
    assertThat(clean(svg)).isEmpty();
  }

  @Test
  void noPieceOfADrawingBreaksIt() {
    String svg =
        "<svg inkscape:a='1'><!-- c --><metadata>SECRET<x y='>'/></metadata><g sodipodi:b=\"2\"/>"
            + "<![CDATA[<]]></svg>";
    Random random = new Random(3);
    for (int i = 0; i < 20_000; i++) {
      int from = random.nextInt(svg.length());
      StringBuilder piece = new StringBuilder(svg.substring(0, random.nextInt(svg.length())));
      piece.append(svg, from, from + random.nextInt(svg.length() - from));
      clean(piece.toString());
    }
  }
}
