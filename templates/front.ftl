<#ftl output_format="HTML">
<#import "layout.ftl" as layout>
<#import "parts.ftl" as parts>
<@layout.page title=newsroom.title description=newsroom.tagline!"" canonical=newsroom.url + "/" kind="front">
<#assign above = front.top>
<#if front.lead??><#assign above = [front.lead] + above></#if>
<#-- The day of the newest story, not that of the build: the same stories give the same page. -->
<h1 class="edition"><#if newsroom.latest?has_content><@parts.time of=newsroom.latest[0].story.published form="edition"/><#else>${newsroom.title}</#if></h1>
<div class="opening">
  <#if front.lead??>
  <@parts.teaser of=front.lead.story class="lead" sizes="(min-width: 100rem) 46rem, (min-width: 80rem) 38rem, (min-width: 64rem) 50vw, 100vw" first=true/>
  </#if>
  <#if front.top?has_content>
  <div class="beside">
    <#list front.top[0..*2] as document>
    <@parts.teaser of=document.story sizes="(min-width: 64rem) 18rem, (min-width: 40rem) 48vw, 100vw" summary=!document.story.picture??/>
    </#list>
  </div>
  <#if front.top?size gt 2>
  <div class="below">
    <#list front.top[2..] as document>
    <@parts.teaser of=document.story small=true summary=false/>
    </#list>
  </div>
  </#if>
  </#if>
  <#if !front.lead??>
  <p>${words.none}</p>
  </#if>
  <#assign corrections = newsroom.corrections?filter(correction -> correction.story.story.language == language)>
  <#if front.latest?has_content || corrections?has_content>
  <div class="latest">
    <#if front.latest?has_content>
    <section aria-labelledby="latest">
      <h2 id="latest"><#if newsroom.pages.latest??><a href="${root}${newsroom.pages.latest}">${words.latest}</a><#else>${words.latest}</#if></h2>
      <ol>
        <#list parts.newest(front.latest, above) as document>
        <#assign story = document.story>
        <li><p class="meta"><@parts.time of=story.published/><#if story.section??> <@parts.linked of=story.section/></#if></p>
          <h3><a href="${root}${story.uri}">${parts.unbroken(story.title)}</a></h3></li>
        </#list>
      </ol>
    </section>
    </#if>
    <#if corrections?has_content>
    <section aria-labelledby="corrections">
      <h2 id="corrections"><#if newsroom.pages.corrections??><a href="${root}${newsroom.pages.corrections}">${words.corrections}</a><#else>${words.corrections}</#if></h2>
      <ol>
        <#list corrections[0..*2] as correction>
        <#assign story = correction.story.story>
        <li><p class="meta"><@parts.time of=correction.date/></p>
          <h3><a href="${root}${story.uri}">${parts.unbroken(story.title)}</a></h3>
          <p class="summary">${parts.unbroken(correction.text)}</p></li>
        </#list>
      </ol>
    </section>
    </#if>
  </div>
  </#if>
</div>
<#list front.sections as section>
<section class="block" aria-labelledby="section-${section.key}">
  <h2 id="section-${section.key}"><@parts.linked of=section/></h2>
  <#list parts.newest(section.stories, above) as document>
  <#if document?is_first>
  <@parts.teaser of=document.story level="h3" class="first" sizes="(min-width: 64rem) 22rem, (min-width: 40rem) 48vw, 100vw" kicker=false/>
  <div class="rest">
  <#else>
  <@parts.teaser of=document.story level="h3" kicker=false summary=false date=false/>
  </#if>
  <#if document?is_last>
  </div>
  </#if>
  </#list>
</section>
</#list>
<script type="application/ld+json">{"@context":"https://schema.org","@type":"WebSite","@id":"${newsroom.url?json_string?no_esc}/#website","url":"${newsroom.url?json_string?no_esc}/","name":"${newsroom.title?json_string?no_esc}","description":"${(newsroom.tagline!"")?json_string?no_esc}","inLanguage":"${newsroom.language?json_string?no_esc}","publisher":{"@type":"NewsMediaOrganization","@id":"${newsroom.url?json_string?no_esc}/#publisher","name":"${newsroom.title?json_string?no_esc}","url":"${newsroom.url?json_string?no_esc}/"}}</script>
</@layout.page>
