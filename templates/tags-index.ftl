<#ftl output_format="HTML">
<#import "layout.ftl" as layout>
<#import "parts.ftl" as parts>
<@layout.page title=words.topics description=words.topicsAbout canonical=newsroom.url + "/" + newsroom.pages.tags>
<header class="heading">
  <h1>${words.topics}</h1>
  <p class="standfirst">${words.topicsAbout}</p>
</header>
<ul class="index">
  <#list newsroom.topics as topic>
  <li><a href="${root}${topic.uri}">${parts.topic(topic.name)}</a> <span class="meta">${topic.count}</span></li>
  </#list>
</ul>
</@layout.page>
