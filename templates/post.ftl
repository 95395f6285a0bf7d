<#ftl output_format="HTML">
<#import "layout.ftl" as layout>
<#assign root = content.rootpath>
<#assign tags = content.tags![]>
<#if content.source??>
  <#-- An unknown agency stops the build here: a story must not appear without its notice. -->
  <#assign source = data.get("sources.yaml")[content.source]>
</#if>
<@layout.page title=content.title root=root description=content.summary!"" address=content.uri>
<article class="story">
  <header>
    <#if content.section?? || tags?has_content>
    <p class="kicker">${content.section!""} <span class="tags">${tags?join(", ")}</span></p>
    </#if>
    <h1>${content.title}</h1>
    <#if content.image??>
    <figure class="lead">
      <img src="${root}${content.image.src}" alt="${content.image.alt!""}" width="1200" height="675">
      <#if content.image.caption?? || content.image.credit??>
      <figcaption>${content.image.caption!""} <small>${content.image.credit!""}</small></figcaption>
      </#if>
    </figure>
    </#if>
    <p class="byline">
      <#if content.author??>
      By <b>${content.author}</b><#if source??>, ${source.name}</#if><br>
      </#if>
      <#if content.dateline??>${content.dateline}, </#if><@layout.day of=content.date/>
    </p>
  </header>
  <div class="body">
${content.body?no_esc}
  </div>
  <#if source?? || tags?has_content>
  <footer>
    <#if source??>
    <p class="notice">${source.notice} <a href="${source.url}">More about ${source.name}</a></p>
    </#if>
    <#if tags?has_content>
    <p class="topics">More on
      <#list tags as tag>
      <@layout.tagLink tag=tag root=root/><#sep>,</#sep>
      </#list>
    </p>
    </#if>
  </footer>
  </#if>
</article>
<#if content.previousContent?? || content.nextContent??>
<nav class="pager" aria-label="Stories before and after">
  <#if content.previousContent??>
  <a rel="prev" href="${root}${content.previousContent.uri}"><small>Before</small> ${content.previousContent.title}</a>
  </#if>
  <#if content.nextContent??>
  <a rel="next" href="${root}${content.nextContent.uri}"><small>After</small> ${content.nextContent.title}</a>
  </#if>
</nav>
</#if>
</@layout.page>
