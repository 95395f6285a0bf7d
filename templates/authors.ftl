<#ftl output_format="HTML">
<#import "layout.ftl" as layout>
<#import "parts.ftl" as parts>
<@layout.page title=words.staff description=words.staffAbout canonical=newsroom.url + "/" + newsroom.pages.authors>
<header class="heading">
  <h1>${words.staff}</h1>
  <p class="standfirst">${words.staffAbout}</p>
</header>
<div class="people">
  <#list newsroom.authors as author>
  <#assign person = author.entity!{}>
  <article class="teaser">
    <#if person.picture??>
    <@parts.portrait of=person/>
    </#if>
    <div>
      <h2><@parts.linked of=author/></h2>
      <#if person.role??>
      <p class="kicker">${person.role}</p>
      </#if>
      <#if person.biography??>
      <p class="summary">${person.biography}</p>
      </#if>
      <p class="meta">${words.stories}: ${author.count}</p>
    </div>
  </article>
  </#list>
</div>
</@layout.page>
