package org.newsbake.article;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LikelyHeaderTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "+++\ntitle = \"Mill\"\n+++\nText",
        "---\ntitle: Mill\n...\nText",
        "----\ntitle: Mill\n----\nText",
        "\n\n ---\ntitle: Mill\n---\nText",
        "\u200B---\r\nembargo: 2030-01-01\r\n---\r\nText",
        "---yaml\ntitle: Mill\n---\n",
        ";;;\ntitle: Mill\n;;;\n",
        "{\"title\": \"Mill\", \"embargo\": \"2030-01-01\"}\nText",
        "title: Mill\nembargo: 2030-01-01\n\nText",
        "title=Mill\nstatus=published\n~~~~~\nText",
        "#+TITLE: Mill\n#+DATE: 2030-01-01\nText",
        ":title: Mill\n:date: 2030-01-01\n\nText",
        ":jbake-title: Mill\n:jbake-status: draft\n",
        "<!--\ntitle: Mill\nembargo: 2030-01-01\n-->\nText",
        "```yaml\ntitle: Mill\n```\nText",
        "embargo: 2030-01-01\n\nText",
        "---\npublishDate: 2030-01-01\n...\nText",
        ";;;\n{\"title\": \"Mill\", \"draft\": true}\n;;;\n"
      })
  void seesHeaders(String text) {
    assertTrue(LikelyHeader.in(text).isPresent());
    assertTrue(LikelyHeader.in(text.getBytes(StandardCharsets.UTF_8)).isPresent());
    assertTrue(LikelyHeader.in(text.getBytes(StandardCharsets.UTF_16)).isPresent());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Plain words.",
        "---\n\nA text below a break.\n\n---\n",
        "Note: the ferry is late.\nIt comes at noon.",
        "Title: the song of the mill\nand so it went.",
        "| a | b |\n|---|---|\n| title | date |",
        "```java\nint a = 1;\n```\n",
        "# Head\n\nDate and title are words.",
        "{\"type\": \"FeatureCollection\", \"features\": []}",
        "<!doctype html><html><title>x</title></html>",
        "<!-- Author: A. Miller -->\n<p>Text",
        "User-agent: *\nDisallow: /",
        "* one\n* two",
        "> A word: said.",
        "Draft: the first of three.\n\nMore.",
        "Name: the poem\n\nIt went on."
      })
  void passesTexts(String text) {
    assertFalse(LikelyHeader.in(text).isPresent());
  }
}
