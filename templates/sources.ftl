<#ftl output_format="HTML">
<#import "layout.ftl" as layout>
<#import "parts.ftl" as parts>
<@layout.page title=words.agencies description=words.agenciesAbout canonical=newsroom.url + "/" + newsroom.pages.sources>
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
      <h2><@parts.linked of=source/></h2>
      <#if (source.entity.description)??>
      <p class="summary">${source.entity.description}</p>
      </#if>
      <p class="meta">${words.stories}: ${source.count}</p>
    </div>
  </article>
  </#list>
</div>
</@layout.page>
