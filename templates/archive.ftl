<#ftl output_format="HTML">
<#-- For JBake the archive always stands at the site's root. -->
<#global content = content + {"rootpath": ""?left_pad((config.archive_file?split("/")?size - 1) * 3, "../")}>
<#import "layout.ftl" as layout>
<@layout.page title=words.archive description=words.archiveAbout canonical=newsroom.url + "/" + newsroom.pages.archive>
<header class="heading">
  <h1>${words.archive}</h1>
  <p class="standfirst">${words.archiveAbout}</p>
</header>
<#list newsroom.dates as month>
<#if month?is_first || month.year != newsroom.dates[month?index - 1].year>
<h2 class="rule">${month.year?c}</h2>
<ul class="index">
</#if>
  <li><a href="${root}${month.uri}">${month.name}</a> <span class="meta">${month.count}</span></li>
<#if month?is_last || month.year != newsroom.dates[month?index + 1].year>
</ul>
</#if>
<#else>
<p>${words.none}</p>
</#list>
</@layout.page>
