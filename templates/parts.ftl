<#ftl output_format="HTML">
<#-- What the templates share inside the frame. Import layout.ftl before it. -->
<#import "layout.ftl" as layout>
<#assign usual = .locale>

<#-- A point in time, as the wording's pattern says: moment, day or edition. Only dates are written in another locale: what
     the frame includes is rendered once for the whole site, in the site's locale. -->
<#macro time of form="day" with=words>
<time datetime="${of?datetime?iso_utc}"><#rt>
<#if with.locale?has_content>
<#setting locale=with.locale>
${of?string(with[form])}<#t>
<#setting locale=usual>
<#else>
${of?string(with[form])}<#t>
</#if>
</time><#t>
</#macro>

<#-- A picture in all its widths. `sizes` says how wide it is shown; `first` is for the one at the top of the page. -->
<#macro picture of sizes first=false>
<img src="${root}${(of.renditions[1]!of.renditions[0]!of).uri}" width="${of.width?c}" height="${of.height?c}" alt="${of.alt!}"<#rt>
<#if of.renditions?has_content> srcset="<#list of.renditions as rendition>${root}${rendition.uri} ${rendition.width?c}w<#sep>, </#list>" sizes="${sizes}"</#if><#rt>
<#if first> fetchpriority="high"<#else> loading="lazy" decoding="async"</#if>>
</#macro>

<#-- A small picture: the narrowest is enough on any screen. -->
<#macro thumbnail of>
<img src="${root}${(of.renditions[0]!of).uri}" width="${of.width?c}" height="${of.height?c}" alt="${of.alt!}" loading="lazy" decoding="async">
</#macro>

<#-- The portrait of a member of the staff. The name stands beside it, so that it needs no other text. -->
<#macro portrait of first=false>
<img class="portrait" src="${root}${of.picture}" width="600" height="600" alt=""<#if !first> loading="lazy" decoding="async"</#if>>
</#macro>

<#-- A story in a list. It is written in its own language, whatever that of the page. The link of the headline covers the
     whole teaser. `sizes` asks for a picture in all widths, `small` for a small one. -->
<#macro teaser of level="h2" sizes="" small=false first=false kicker=true summary=true date=true agency=true class="">
<#local foreign = of.language != language>
<#local own = words>
<#if foreign><#local own = layout.wordsOf(of.language)></#if>
<article class="teaser<#if class?has_content> ${class}</#if>"<#if foreign> lang="${of.language}" dir="${of.dir}"</#if>>
  <#if of.picture??>
  <#if small>
  <@thumbnail of=of.picture/>
  <#elseif sizes?has_content>
  <@picture of=of.picture sizes=sizes first=first/>
  </#if>
  </#if>
  <div>
    <#if kicker && of.section??>
    <p class="kicker"><@linked of=of.section/></p>
    </#if>
    <${level}><a href="${root}${of.uri}">${unbroken(of.title)}</a></${level}>
    <#if of.mark??>
    <p class="mark">${own.marks[of.mark]!of.mark}</p>
    </#if>
    <#if summary && of.summary??>
    <p class="summary">${unbroken(of.summary)}</p>
    </#if>
    <#if date>
    <p class="meta"><@time of=of.published with=own/><#if agency && of.source??> <span class="agency">${of.source.name}</span></#if></p>
    </#if>
  </div>
</article>
</#macro>

<#-- The text of a story or page. A table gets a frame of its own, in which it scrolls, also by keyboard, where it is wider
     than the screen; scores and years hold together as in `unbroken`, but not within a tag. -->
<#function flow html>
  <#local text = html>
  <#if text?contains("–")>
    <#local text = text?replace("\\p{Nd}+(–\\p{Nd}+)+(?=[^<>]*(<|$))", '<span class="unbroken">$0</span>', "r")>
  </#if>
  <#if text?contains("<table>")>
    <#return text?replace("<table>", '<div class="scroll" role="group" tabindex="0" aria-label="' + words.table + '"><table>')
        ?replace("</table>", "</table></div>")>
  </#if>
  <#return text>
</#function>

<#-- Text in which no line ends within 1–0 or 1876–1935: browsers break lines after the dash. -->
<#function unbroken text>
  <#if text?contains("–")>
    <#return text?esc?markup_string?replace("\\p{Nd}+(–\\p{Nd}+)+", '<span class="unbroken">$0</span>', "r")?no_esc>
  </#if>
  <#return text>
</#function>

<#-- A tag as readers write it. -->
<#function topic name>
  <#return name?replace("-", " ")?cap_first>
</#function>

<#-- What data/topics.yaml calls a tag in the language of the page, or nothing. -->
<#function nameOf tag>
  <#local entry = (data.get("topics.yaml")[tag])!{}>
  <#if entry?is_hash && entry.names?? && entry.names?is_hash && entry.names[words.code]??>
    <#local name = entry.names[words.code]>
    <#return name?is_string?then(name, "")>
  </#if>
  <#return "">
</#function>

<#-- A name, linked where it has a page. -->
<#macro linked of>
<#if of.uri??><a href="${root}${of.uri}">${of.name}</a><#else>${of.name}</#if><#t>
</#macro>

<#-- A tag in the language of the page, if data/topics.yaml has it, else as in the site's. -->
<#macro topicLink of>
<#local foreign = language != newsroom.language>
<#local own = foreign?then(nameOf(of.name), "")>
<#local label = own?has_content?then(own, topic(of.name))>
<#if of.uri??>
<a href="${root}${of.uri}" rel="tag"<#if foreign && !own?has_content> lang="${newsroom.language}"</#if>>${label}</a><#t>
<#else>
<span<#if foreign && !own?has_content> lang="${newsroom.language}"</#if>>${label}</span><#t>
</#if>
</#macro>

<#-- The stories of a list, but for earlier versions of what it has already, or what stands before it: agencies send a
     story more than once. -->
<#function newest stories before=[]>
  <#local guids = before?map(document -> document.story.guid!"")>
  <#local kept = []>
  <#list stories as document>
    <#local guid = document.story.guid!"">
    <#if guid == "" || !guids?seq_contains(guid)>
      <#local guids += [guid]>
      <#local kept += [document]>
    </#if>
  </#list>
  <#return kept>
</#function>

<#-- Names of people, linked where they have a page. -->
<#macro names of>
<#list of as person><#if person.uri??><a href="${root}${person.uri}" rel="author">${person.name}</a><#else>${person.name}</#if><#sep><#if person?counter == of?size - 1>${words.and}<#else>${words.comma}</#if></#sep></#list><#t>
</#macro>

<#-- Links to feeds. -->
<#macro feedLinks of>
<#if of?has_content>
<p class="feeds">${words.feeds}: <#list of as feed><a href="${root}${feed.uri}" type="${feed.type}">${(feed.format == "json")?then("JSON", (feed.format == "rss")?then("RSS", "Atom"))}</a><#sep>${words.comma}</#sep></#list></p>
</#if>
</#macro>

<#-- What the source of a story asks for, and where the story comes from. -->
<#macro notice of>
<#if of.notice?? || of.source?? || of.source_url??>
<div class="notice">
  <#if of.notice??>
  <p>${of.notice}</p>
  </#if>
  <#if of.source_url?? || (of.source.uri)??>
  <p><#if of.source_url??><a href="${of.source_url}" rel="external">${words.original}</a> </#if><#if (of.source.uri)??><a href="${root}${of.source.uri}">${words.aboutSource} ${of.source.name}</a></#if></p>
  </#if>
</div>
</#if>
</#macro>

<#-- Where the newest version of the story is, if this is an older one. -->
<#macro newer of>
<#if of.newer??>
<p class="notice">${words.newerVersion} <a href="${root}${of.newer.uri}">${of.newer.title}</a></p>
</#if>
</#macro>

<#-- Where the page stands: `of` is a list of {name, uri}. The last one is the page itself, whose headline follows. -->
<#macro breadcrumbs of>
<nav class="breadcrumbs" aria-label="${words.breadcrumbs}">
  <ol>
    <#list of[0..<of?size - 1] as crumb>
    <li><a href="${root + crumb.uri}<#if !(root + crumb.uri)?has_content>./</#if>"<#if crumb.name == newsroom.title && language != newsroom.language> lang="${newsroom.language}"</#if>>${crumb.name}</a></li>
    </#list>
  </ol>
</nav>
</#macro>

<#-- The stories of a listing, the newest of all with a large picture, and the way to the newer and older ones. -->
<#macro stories of kicker=true>
<div class="stories">
  <#list of.stories as document>
  <#if document?is_first && of.number == 0 && document.story.picture??>
  <@teaser of=document.story class="top" sizes="(min-width: 64rem) 44rem, (min-width: 40rem) 60vw, 100vw" first=true kicker=kicker agency=of.kind != "source"/>
  <#else>
  <@teaser of=document.story small=true kicker=kicker agency=of.kind != "source"/>
  </#if>
  <#else>
  <p>${words.none}</p>
  </#list>
</div>
<#if of.newer?? || of.older??>
<nav class="pager" aria-label="${words.pages}">
  <#if of.newer??>
  <a rel="prev" href="${root}${of.newer}">${words.newer}</a>
  </#if>
  <#if of.older??>
  <a rel="next" href="${root}${of.older}">${words.older}</a>
  </#if>
</nav>
</#if>
</#macro>

<#-- A listing's page, frame and all: `label` above the title, `about` and what is nested below it. -->
<#macro listingPage title=listing.title?cap_first label="" about=listing.description!"" kicker=true>
<#local part = (listing.number gt 0)?then(", ${words.part} ${listing.number}", "")>
<@layout.page title=title + part description=about canonical=listing.url feeds=listing.feeds>
<header class="heading">
  <#if label?has_content>
  <p class="label">${label}</p>
  </#if>
  <h1>${title}<#if part?has_content><small>${part}</small></#if></h1>
  <#if about?has_content>
  <p class="standfirst">${about}</p>
  </#if>
  <#nested>
</header>
<@stories of=listing kicker=kicker/>
<@feedLinks of=listing.feeds/>
</@layout.page>
</#macro>

<#-- Where to go from a page that holds nothing. -->
<#macro wayOut>
<#if newsroom.latest?has_content>
<section aria-labelledby="instead">
  <h2 class="rule" id="instead">${words.tryThese}</h2>
  <ul class="index plain">
    <#list newest(newsroom.latest)[0..*8] as document>
    <li><a href="${root}${document.story.uri}">${unbroken(document.story.title)}</a></li>
    </#list>
  </ul>
</section>
</#if>
</#macro>
