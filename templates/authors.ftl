<#ftl output_format="HTML">
<#import "layout.ftl" as layout>
<@layout.page title=words.staff description=words.staffAbout canonical=newsroom.url + "/" + config.authors_file?remove_ending("index.html")>
<header class="heading">
  <h1>${words.staff}</h1>
  <p class="standfirst">${words.staffAbout}</p>
</header>
<div class="people">
  <#list newsroom.authors as author>
  <#assign person = author.entity!{}>
  <article class="teaser">
    <#if person.picture??>
    <img class="portrait" src="${root}${person.picture}" width="600" height="600" alt=""<#if author?counter gt 4> loading="lazy" decoding="async"</#if>>
    </#if>
    <div>
      <h2><a href="${root}${author.uri}">${author.name}</a></h2>
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
