<#ftl output_format="HTML">
<#-- The part of the head that every page has. Like the other files of this folder it reads only what is the same on all
     pages, and content.rootpath, so that it is rendered once for the whole site. -->
  <meta charset="${config.render_encoding}">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="color-scheme" content="light dark">
  <meta name="theme-color" content="#fdfdfc" media="(prefers-color-scheme: light)">
  <meta name="theme-color" content="#101820" media="(prefers-color-scheme: dark)">
  <link rel="stylesheet" href="${content.rootpath}css/site.css">
  <link rel="icon" href="${content.rootpath}icons/favicon.svg" type="image/svg+xml">
  <#if config.site_logo??>
  <link rel="apple-touch-icon" href="${content.rootpath}${config.site_logo}">
  </#if>
  <#list newsroom.feeds as feed>
  <link rel="alternate" type="${feed.type}" title="${feed.title}" href="${content.rootpath}${feed.uri}">
  </#list>
  <meta property="og:site_name" content="${newsroom.title}">
  <meta name="twitter:card" content="summary_large_image">
