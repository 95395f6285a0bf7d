package org.newsbake.bake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No page names a content file that is not live. */
class AbsentNamesTest {

  private static final String ALL =
      """
      ${content.body} <#list content?keys as key>${key}=<@show content[key]!/>;</#list>
      <#macro show value><#if value?is_hash><#list value?keys as k>${k}:<@show value[k]!/></#list>\
      <#elseif value?is_sequence><#list value as v><@show v!/></#list>\
      <#elseif value?is_date>date<#elseif value?is_boolean>${value?c}<#else>${value}</#if></#macro>
      <#list published_posts as post>${post.body} ${post.file} <#list post.related![] as r>${r}</#list></#list>
      <#assign front = data.get('front.yaml')>${front.lead!'none'} ${front.other!} \
      <#list front.top![] as t>${t},</#list>
      <#list newsroom.sections as s>${s.entity.pinned!}</#list>
      """;

  private TestSite site;

  @BeforeEach
  void makeSite(@TempDir Path folder) {
    site = new TestSite(folder);
    site.write("templates/post.ftl", ALL);
    site.write("templates/index.ftl", "<#list posts as post>${post.body}</#list>");
    site.write(
        "data/front.yaml", "lead: 11/secret.md\ntop: [10/open.md, 11/secret.md]\nother: word\n");
    site.write("data/sections.yaml", "town: {name: Town, pinned: 11/secret.md}\n");
  }

  private void secret(String header) {
    site.write(
        "content/11/secret.md",
        "---\ntitle: S\ntype: post\ndate: 2026-11-02\n" + header + "---\n\nx\n");
  }

  private void open(String more, String text) {
    site.write(
        "content/10/open.md",
        "---\ntitle: O\ntype: post\nstatus: published\ndate: 2026-10-01\n"
            + more
            + "---\n\n"
            + text);
  }

  private String pages() throws IOException {
    site.build(TestSite.keepGoing());
    return String.join("\n", site.tree().values());
  }

  @Test
  void aLinkToAStoryThatIsNotLiveKeepsItsWordsAlone() throws IOException {
    open(
        "related: [11/secret.md]\nnext: 11/secret.md\nparts: {two: [../11/secret.md]}\n",
        "A [merger](../11/secret.md#x) and [more](../11/secret.html) <q"
            + " cite='/11/secret.md'>q</q>.\n");
    for (String header :
        List.of(
            "status: draft\n",
            "status: published\nembargo: 2027-01-01\n",
            "status: published\nexpires: 2026-11-10\n",
            "status: published\nkilled: true\n",
            "status: published-date\ndate: x\n",
            "status: published\nembargo: soon\n",
            "")) {
      secret(header);
      assertThat(pages()).as(header).contains("A merger and more", "word").doesNotContain("secret");
    }
  }

  @Test
  void linksToLiveStoriesStayAsJBakeWritesThem() throws IOException {
    open("next: 11/secret.md\n", "A [merger](../11/secret.md#x) and [more](../11/none.md).\n");
    secret("status: published\n");
    site.article("draft", "post", "draft", 3, "", "x");
    assertThat(pages())
        .contains(
            "<p>A <a href=\"../11/secret.md#x\">merger</a> and <a"
                + " href=\"../11/none.md\">more</a>.</p>",
            "next=11/secret.md",
            "11/secret.md 10/open.md".split(" ")[0]);
  }

  @Test
  void noWayToWriteTheNameOfAnAbsentStoryBringsItIntoAPage() throws IOException {
    site.write(
        "jbake.properties",
        "render.archive=false\nrender.feed=false\nsite.host=https://paper.example\n"
            + "permalink=/:year/:slug/\nfeed.formats=rss,json\n");
    secret("status: draft\n");
    List<String> names =
        List.of(
            "../11/secret.md",
            "/11/secret.md",
            "11/secret.md",
            "./../11/secret.md",
            "../11/s%65cret.md",
            "../11/secret.html",
            "/2026/secret/",
            "/2026/secret",
            "../../2026/secret/index.html",
            "https://paper.example/2026/secret/",
            "https://paper.example/11/secret.html",
            "../secret/?a=b#c",
            "..//11//secret.md");
    List<String> forms =
        List.of(
            "[x](NAME)",
            "[x](<NAME> \"t\")",
            "<NAME>",
            "<a href='NAME'>x</a>",
            "<A HREF=\"NAME\">x</A>",
            "<img src=\"NAME\">",
            "<blockquote cite=\"NAME\">x</blockquote>",
            "[x][r]\n\n[r]: NAME\n",
            "<a href=\"NAME\" class=\"c\">x</a>",
            "<object data='NAME'></object>");
    Random random = new Random(3);
    for (int i = 0; i < 40; i++) {
      String name = names.get(random.nextInt(names.size()));
      String form = forms.get(random.nextInt(forms.size()));
      if (form.equals("<NAME>") && !name.startsWith("https:")) {
        continue;
      }
      open("other: {a: [\"" + name + "\"]}\n", form.replace("NAME", name) + "\n");
      site.build(TestSite.keepGoing());
      for (Map.Entry<String, String> page : site.tree().entrySet()) {
        String words =
            form.equals("<NAME>") ? page.getValue().replace(name + "</a>", "") : page.getValue();
        words = form.equals("<NAME>") ? words.replace(name, "") : words;
        assertThat(words).as(form + " " + name + " in " + page.getKey()).doesNotContain("cret");
      }
    }
  }
}
