<#ftl output_format="HTML">
<#import "layout.ftl" as layout>
<#assign root = content.rootpath>
<@layout.page title="Archive" root=root description="All stories of ${config.site_title}, newest first.">
<h1>Archive</h1>
<#assign month = "">
<#list published_posts as story>
  <#if story.date?string("MMMM yyyy") != month>
    <#if month != "">
</ul>
    </#if>
    <#assign month = story.date?string("MMMM yyyy")>
<h2>${month}</h2>
<ul class="stories">
  </#if>
  <li><@layout.day of=story.date/> <a href="${root}${story.uri}">${story.title}</a></li>
  <#if !story?has_next>
</ul>
  </#if>
</#list>
</@layout.page>
