<#ftl output_format="XML">
<#import "layout.ftl" as layout>
<#-- RSS dates are English with three-letter months; en_GB would write "Sept". -->
<#setting locale="en_US">
<#assign rfc822 = "EEE, dd MMM yyyy HH:mm:ss Z">
<?xml version="1.0" encoding="${config.render_encoding}"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/">
  <channel>
    <title>${config.site_title}</title>
    <link>${config.site_host}/</link>
    <atom:link href="${config.site_host}/${config.feed_file}" rel="self" type="application/rss+xml"/>
    <description>${config.site_tagline}</description>
    <language>${config.site_language?lower_case}</language>
    <#list published_posts[0..*20] as story>
    <#if story?is_first>
    <#-- The newest story's date, not published_date: the same stories give the same feed. -->
    <lastBuildDate>${story.date?string(rfc822)}</lastBuildDate>
    </#if>
    <item>
      <title>${story.title}</title>
      <link>${config.site_host}/${story.uri}</link>
      <guid>${config.site_host}/${story.uri}</guid>
      <pubDate>${story.date?string(rfc822)}</pubDate>
      <#if story.author??>
      <dc:creator>${story.author}<#if story.source??>, ${data.get("sources.yaml")[story.source].name}</#if></dc:creator>
      </#if>
      <#list story.tags![] as tag>
      <category>${tag}</category>
      </#list>
      <#-- HTML inside XML: the summary is escaped twice. -->
      <description>${layout.summary(story)}</description>
    </item>
    </#list>
  </channel>
</rss>
