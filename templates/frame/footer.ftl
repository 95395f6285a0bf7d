<#ftl output_format="HTML">
<footer class="colophon">
  <nav aria-label="${words.all!'The whole paper'}">
    <div>
      <h2>${words.sections!"Sections"}</h2>
      <ul>
        <#list newsroom.sections?filter(section -> section.uri??) as section>
        <li><a href="${content.rootpath}${section.uri}">${(section.entity.names[words.code!"en"])!section.name}</a></li>
        </#list>
      </ul>
    </div>
    <div>
      <h2>${words.allStories!"All stories"}</h2>
      <ul>
        <#if newsroom.pages.latest??>
        <li><a href="${content.rootpath}${newsroom.pages.latest}">${words.latestNews!"Latest news"}</a></li>
        </#if>
        <#if newsroom.pages.tags?? && newsroom.topics?has_content>
        <li><a href="${content.rootpath}${newsroom.pages.tags}">${words.topics!"Topics"}</a></li>
        </#if>
        <#if newsroom.pages.archive?? && newsroom.dates?has_content>
        <li><a href="${content.rootpath}${newsroom.pages.archive}">${words.archive!"Archive"}</a></li>
        </#if>
        <#list newsroom.languages as other>
        <li><a href="${content.rootpath}${other.uri}" lang="${other.key}" hreflang="${other.key}">${other.name}</a></li>
        </#list>
      </ul>
    </div>
    <div>
      <h2>${words.paper!"The paper"}</h2>
      <ul>
        <#list published_pages as page>
        <#if page.story.names[words.code!"en"]??>
        <li><a href="${content.rootpath}${page.story.uri}" hreflang="${newsroom.language}">${page.story.names[words.code!"en"]}</a></li>
        <#else>
        <li><a href="${content.rootpath}${page.story.uri}" lang="${newsroom.language}">${page.story.title}</a></li>
        </#if>
        </#list>
        <#if newsroom.pages.authors?? && newsroom.authors?has_content>
        <li><a href="${content.rootpath}${newsroom.pages.authors}">${words.staff!"Who we are"}</a></li>
        </#if>
        <#if newsroom.pages.sources?? && newsroom.sources?has_content>
        <li><a href="${content.rootpath}${newsroom.pages.sources}">${words.agencies!"Agencies"}</a></li>
        </#if>
        <#if newsroom.pages.corrections??>
        <li><a href="${content.rootpath}${newsroom.pages.corrections}">${words.corrections!"Corrections"}</a></li>
        </#if>
      </ul>
    </div>
    <#if newsroom.feeds?has_content>
    <div>
      <h2>${words.feeds!"Feeds"}</h2>
      <ul>
        <#list newsroom.feeds as feed>
        <li><a href="${content.rootpath}${feed.uri}" lang="en">${(feed.format == "json")?then("JSON Feed", (feed.format == "rss")?then("RSS", "Atom"))}</a></li>
        </#list>
      </ul>
    </div>
    </#if>
  </nav>
  <p class="imprint" lang="${newsroom.language}"><b><bdi>${newsroom.title}</bdi></b> <bdi>${config.site_imprint!newsroom.tagline!}</bdi></p>
</footer>
