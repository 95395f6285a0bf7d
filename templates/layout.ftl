<#ftl output_format="HTML">
<#-- What all HTML pages share. Import it: the macros take the path to the site's root, content.rootpath, as `root`. -->
<#setting locale="en_GB">

<#-- The frame of a page. `description` is text; `address` is the page's path, for its canonical link. -->
<#macro page title root description="" address="">
<!DOCTYPE html>
<html lang="${config.site_language}">
<head>
  <meta charset="${config.render_encoding}">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>${title}<#if title != config.site_title> | ${config.site_title}</#if></title>
  <#if description?has_content>
  <meta name="description" content="${description}">
  </#if>
  <#if address?has_content>
  <link rel="canonical" href="${config.site_host}/${address}">
  </#if>
  <link rel="stylesheet" href="${root}css/site.css">
  <link rel="alternate" type="application/rss+xml" title="${config.site_title}" href="${root}${config.feed_file}">
</head>
<body>
  <a class="skip" href="#main">Skip to the text</a>
  <header class="masthead">
    <p class="name"><a href="${root}${config.index_file}">${config.site_title}</a></p>
    <p class="tagline">${config.site_tagline}</p>
    <nav aria-label="Site">
      <ul>
        <li><a href="${root}${config.index_file}">Latest</a></li>
        <li><a href="${root}${config.archive_file}">Archive</a></li>
        <li><a href="${root}${config.tag_path}/index${config.output_extension}">Topics</a></li>
        <li><a href="${root}about${config.output_extension}">About</a></li>
      </ul>
    </nav>
  </header>
  <main id="main">
<#nested>
  </main>
  <footer class="colophon">
    <p>${config.site_title}. The paper, its town and its news are invented.</p>
    <p><a href="${root}${config.feed_file}">RSS feed</a></p>
  </footer>
</body>
</html>
</#macro>

<#-- A story's day. JBake does not say whether a date has a time, so it is always formatted by a pattern. -->
<#macro day of>
<time datetime="${of?string("yyyy-MM-dd")}">${of?string("d MMMM yyyy")}</time><#t>
</#macro>

<#-- A story in a list. -->
<#macro teaser story root>
<article class="teaser">
  <#if story.section??><p class="kicker">${story.section}</p></#if>
  <h2><a href="${root}${story.uri}">${story.title}</a></h2>
  <p>${summary(story)?no_esc}</p>
  <p class="meta"><@day of=story.date/><#if story.author??> · ${story.author}</#if></p>
</article>
</#macro>

<#-- The link to a tag's page. JBake takes the tag as it is for the name of the file. -->
<#macro tagLink tag root>
<a href="${root}${config.tag_path}/${tag?url("UTF-8")}${config.output_extension}" rel="tag">${tag}</a><#t>
</#macro>

<#-- The summary, or else the first paragraph without its markup. Returns HTML as a string. -->
<#function summary story>
  <#if story.summary??>
    <#return story.summary?esc?markup_string>
  </#if>
  <#return story.body?keep_after("<p>")?keep_before("</p>")?replace("<[^>]+>", "", "r")>
</#function>
