<#ftl output_format="HTML">
<#import "layout.ftl" as layout>
<@layout.page title=words.agencies description=words.agenciesAbout canonical=newsroom.url + "/" + config.sources_file?remove_ending("index.html")>
<header class="heading">
  <h1>${words.agencies}</h1>
  <p class="standfirst">${words.agenciesAbout}</p>
</header>
<div class="people">
  <#list newsroom.sources as source>
  <article class="teaser">
    <#if (source.entity.logo)??>
    <img class="logo" src="${root}${source.entity.logo}" width="144" height="144" alt="">
    </#if>
    <div>
      <h2><a href="${root}${source.uri}">${source.name}</a></h2>
      <#if (source.entity.description)??>
      <p class="summary">${source.entity.description}</p>
      </#if>
      <p class="meta">${words.stories}: ${source.count}</p>
    </div>
  </article>
  </#list>
</div>
</@layout.page>
