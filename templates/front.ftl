<#ftl output_format="HTML">
<#import "layout.ftl" as layout>
<#import "parts.ftl" as parts>
<@layout.page title=newsroom.title description=newsroom.tagline!"" canonical=newsroom.url + "/" kind="front">
<#-- The day of the newest story, not that of the build: the same stories give the same page. -->
<h1 class="edition"><#if newsroom.latest?has_content><@parts.time of=newsroom.latest[0].story.published form="edition"/><#else>${newsroom.title}</#if></h1>
<div class="opening">
  <#if front.lead??>
  <@parts.teaser of=front.lead.story class="lead" sizes="(min-width: 80rem) 38rem, (min-width: 64rem) 50vw, 100vw" first=true/>
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
  <#if front.latest?has_content>
  <section class="latest" aria-labelledby="latest">
    <h2 id="latest"><#if config.template_latest_file??><a href="${root}${config.latest_path!"latest"}/">${words.latest}</a><#else>${words.latest}</#if></h2>
    <ol>
      <#list front.latest as document>
      <li><p class="meta"><@parts.time of=document.story.published/><#if document.story.section??> <a href="${root}${document.story.section.uri}">${document.story.section.name}</a></#if></p>
        <h3><a href="${root}${document.story.uri}">${document.story.title}</a></h3></li>
      </#list>
    </ol>
  </section>
  </#if>
</div>
<#list front.sections as section>
<section class="block" aria-labelledby="section-${section.key}">
  <h2 id="section-${section.key}"><a href="${root}${section.uri}">${section.name}</a></h2>
  <#list section.stories as document>
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
