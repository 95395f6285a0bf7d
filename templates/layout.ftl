<#ftl output_format="HTML">
<#-- The frame of all pages. Import it first: it sets what every template reads,
       root      the path to the site's root, to be put before addresses,
       language  and dir, of the page,
       words     the interface in that language, of data/wording.yaml. -->
<#import "words.ftl" as defaults>
<#assign wording = data.get("wording.yaml")!{}>
<#function wordsOf language>
  <#return defaults.english + (wording[language?keep_before("-")]!wording.en!{})>
</#function>
<#global root = content.rootpath>
<#global language = (listing.language)!(content.story.language)!newsroom.language>
<#global dir = (listing.dir)!(content.story.dir)!newsroom.dir>
<#global words = wordsOf(language)>

<#-- title        of the page, without the site's name
     description  text, for search engines and social cards
     canonical    absolute address; pages without one are not for search engines
     story        on an article page, its story
     feeds        of this page, besides those of the site
     kind         class of the body -->
<#macro page title description="" canonical="" story={} feeds=[] kind="inner">
<!DOCTYPE html>
<html lang="${language}" dir="${dir}">
<head>
<#include "frame/head.ftl">
  <title>${title}<#if newsroom.title?has_content && title != newsroom.title> | ${newsroom.title}</#if></title>
  <meta property="og:title" content="${title}">
  <meta property="og:type" content="${story?has_content?then("article", "website")}">
  <meta property="og:locale" content="${language?replace("-", "_")}">
  <#if description?has_content>
  <meta name="description" content="${description}">
  <meta property="og:description" content="${description}">
  </#if>
  <#if !canonical?has_content || story.noindex!false>
  <meta name="robots" content="noindex">
  </#if>
  <#if story.noarchive!false>
  <meta name="robots" content="noarchive">
  </#if>
  <#if canonical?has_content>
  <link rel="canonical" href="${canonical}">
  <meta property="og:url" content="${canonical}">
  </#if>
  <#if story.picture?? && !story.picture.uri?ends_with(".svg")>
  <#local card = story.picture>
  <#list card.renditions as rendition><#if rendition.width gte 900><#local card = rendition><#break></#if></#list>
  <meta property="og:image" content="${newsroom.url}/${card.uri}">
  <meta property="og:image:width" content="${card.width?c}">
  <meta property="og:image:height" content="${card.height?c}">
  <meta property="og:image:alt" content="${story.picture.alt}">
  <#else>
  <meta property="og:image" content="${newsroom.url}/img/card.jpg">
  <meta property="og:image:width" content="1200">
  <meta property="og:image:height" content="630">
  </#if>
  <#if story?has_content>
  <meta property="article:published_time" content="${story.published?datetime?iso_utc}">
  <#if story.updated??>
  <meta property="article:modified_time" content="${story.updated?datetime?iso_utc}">
  </#if>
  <#if story.section??>
  <meta property="article:section" content="${story.section.name}">
  </#if>
  <#list story.tags as tag>
  <meta property="article:tag" content="${tag.name}">
  </#list>
  <script type="application/ld+json">${story.json_ld?no_esc}</script>
  </#if>
  <#list feeds as feed>
  <link rel="alternate" type="${feed.type}" title="${feed.title}" href="${root}${feed.uri}">
  </#list>
</head>
<body class="${kind}">
<a class="skip" href="#main">${words.skip}</a>
<#include "frame/${words.code}/masthead.ftl">
<main id="main">
<#nested>
</main>
<#include "frame/${words.code}/footer.ftl">
</body>
</html>
</#macro>
