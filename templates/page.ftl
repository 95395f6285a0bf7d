<#ftl output_format="HTML">
<#import "layout.ftl" as layout>
<#import "parts.ftl" as parts>
<@layout.page title=content.title description=content.summary!"" canonical=newsroom.url + "/" + content.uri>
<article class="story plain">
  <header>
    <h1>${content.title}</h1>
    <#if content.summary??>
    <p class="standfirst">${content.summary}</p>
    </#if>
  </header>
  <div class="body">
${parts.flow(content.story.body!content.body)?no_esc}
  </div>
</article>
</@layout.page>
