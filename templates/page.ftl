<#ftl output_format="HTML">
<#import "layout.ftl" as layout>
<#import "parts.ftl" as parts>
<#assign story = content.story>
<@layout.page title=story.title description=story.standfirst!"" canonical=story.canonical>
<article class="story plain">
  <header>
    <@parts.newer of=story/>
    <h1>${parts.unbroken(story.title)}</h1>
    <#if story.standfirst??>
    <p class="standfirst">${story.standfirst}</p>
    </#if>
  </header>
  <div class="body">
${parts.flow(story.body)?no_esc}
  </div>
  <#if story.notice??>
  <footer>
    <@parts.notice of=story/>
  </footer>
  </#if>
</article>
</@layout.page>
