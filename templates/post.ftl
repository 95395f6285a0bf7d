<#ftl output_format="HTML">
<#import "layout.ftl" as layout>
<#import "parts.ftl" as parts>
<#assign story = content.story>
<@layout.page title=story.title description=story.summary!"" canonical=story.canonical story=story kind="article">
<@parts.breadcrumbs of=story.breadcrumbs/>
<article class="story">
  <header>
    <#if story.mark??>
    <p class="mark">${words.preview} ${words.marks[story.mark]!story.mark}</p>
    </#if>
    <@parts.newer of=story/>
    <h1>${parts.unbroken(story.title)}</h1>
    <#if story.standfirst??>
    <p class="standfirst">${parts.unbroken(story.standfirst)}</p>
    </#if>
  </header>
  <#if story.picture??>
  <figure class="plate">
    <@parts.picture of=story.picture sizes="(min-width: 75rem) 50rem, 100vw" first=true/>
    <#if story.picture.caption?? || story.picture.credit?? || story.picture.source??>
    <figcaption>
      <#if story.picture.caption??>
      ${parts.unbroken(story.picture.caption)}
      </#if>
      <#if story.picture.credit??>
      <span class="credit">${words.credit} <bdi>${story.picture.credit}</bdi></span>
      </#if>
      <#if story.picture.source??>
      <span class="credit">${words.pictureSource} <bdi>${story.picture.source}</bdi></span>
      </#if>
    </figcaption>
    </#if>
  </figure>
  </#if>
  <div class="byline">
    <#list story.authors?filter(author -> author.picture??)>
    <div class="faces">
      <#items as author>
      <@parts.portrait of=author/>
      </#items>
    </div>
    </#list>
    <#if story.authors?has_content>
    <p class="by">${words.by} <@parts.names of=story.authors/></p>
    </#if>
    <#if story.source??>
    <p class="by agency"><@parts.linked of=story.source/></p>
    </#if>
    <p class="meta"><#if story.dateline??><b>${story.dateline}</b> </#if><@parts.time of=story.published form="moment"/></p>
    <#if story.updated??>
    <p class="meta updated">${words.updated} <@parts.time of=story.updated form="moment"/></p>
    </#if>
  </div>
  <div class="body">
${parts.flow(story.body)?no_esc}
  </div>
  <#if story.corrections?has_content || story.notice?? || story.source_url?? || story.tags?has_content>
  <footer>
    <#if story.corrections?has_content>
    <section class="corrections" aria-labelledby="corrections">
      <h2 id="corrections">${(story.corrections?size gt 1)?then(words.corrections, words.correction)}</h2>
      <#list story.corrections as correction>
      <p><@parts.time of=correction.date/> ${parts.unbroken(correction.text)}</p>
      </#list>
    </section>
    </#if>
    <@parts.notice of=story/>
    <#if story.tags?has_content>
    <div class="topics">
      <h2>${words.topics}</h2>
      <ul>
        <#list story.tags as tag>
        <li><@parts.topicLink of=tag/></li>
        </#list>
      </ul>
    </div>
    </#if>
  </footer>
  </#if>
  <#if content.related?has_content>
  <aside class="related" aria-labelledby="related">
    <h2 id="related">${words.related}</h2>
    <ul>
      <#list content.related as document>
      <#assign other = document.story>
      <li<#if other.language != language> lang="${other.language}"</#if>>
        <#if other.picture??>
        <@parts.thumbnail of=other.picture/>
        </#if>
        <a href="${root}${other.uri}"><bdi>${parts.unbroken(other.title)}</bdi></a>
      </li>
      </#list>
    </ul>
  </aside>
  </#if>
</article>
<#if content.previousContent?? || content.nextContent??>
<nav class="pager" aria-label="${words.neighbours}">
  <#if content.previousContent??>
  <a rel="prev" href="${root}${content.previousContent.uri}"><small>${words.previous}</small> <bdi>${parts.unbroken(content.previousContent.title)}</bdi></a>
  </#if>
  <#if content.nextContent??>
  <a rel="next" href="${root}${content.nextContent.uri}"><small>${words.next}</small> <bdi>${parts.unbroken(content.nextContent.title)}</bdi></a>
  </#if>
</nav>
</#if>
</@layout.page>
