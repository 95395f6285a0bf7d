<#ftl output_format="HTML">
<#import "layout.ftl" as layout>
<#import "parts.ftl" as parts>
<@layout.page title=words.corrections description=words.correctionsAbout canonical=newsroom.url + "/" + newsroom.pages.corrections>
<header class="heading">
  <h1>${words.corrections}</h1>
  <p class="standfirst">${words.correctionsAbout}</p>
</header>
<div class="stories">
  <#list newsroom.corrections as correction>
  <#assign story = correction.story.story>
  <article class="teaser"<#if story.language != language> lang="${story.language}" dir="${story.dir}"</#if>>
    <div>
      <h2><a href="${root}${story.uri}">${parts.unbroken(story.title)}</a></h2>
      <p class="summary">${parts.unbroken(correction.text)}</p>
      <p class="meta"><@parts.time of=correction.date with=layout.wordsOf(story.language)/></p>
    </div>
  </article>
  <#else>
  <p>${words.noCorrections}</p>
  </#list>
</div>
</@layout.page>
