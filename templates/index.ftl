<#ftl output_format="HTML">
<#import "layout.ftl" as layout>
<#assign root = content.rootpath>
<#assign number = currentPageNumber!1>
<#assign first = number == 1>
<@layout.page title=first?then(config.site_title, "Latest news, page ${number}") root=root
    description=first?then(config.site_tagline, "")>
<h1>Latest news<#if !first>, page ${number}</#if></h1>
<#list published_posts as story>
<@layout.teaser story=story root=root/>
</#list>
<#if (numberOfPages!1) gt 1>
<nav class="pager" aria-label="Pages">
  <#if previousFileName??>
  <a rel="prev" href="${root}${previousFileName}${config.index_file}">Newer stories</a>
  </#if>
  <span>Page ${number} of ${numberOfPages}</span>
  <#if nextFileName??>
  <a rel="next" href="${root}${nextFileName}${config.index_file}">Older stories</a>
  </#if>
</nav>
</#if>
</@layout.page>
