<#ftl output_format="HTML">
<footer class="colophon">
  <nav aria-label="${words.all}">
    <div>
      <h2>${words.sections}</h2>
      <ul>
        <#list newsroom.sections as section>
        <li><a href="${content.rootpath}${section.uri}">${(section.entity.names[words.code])!section.name}</a></li>
        </#list>
      </ul>
    </div>
    <div>
      <h2>${words.allStories}</h2>
      <ul>
        <#if config.template_latest_file??>
        <li><a href="${content.rootpath}${config.latest_path!"latest"}/">${words.latestNews}</a></li>
        </#if>
        <#if newsroom.topics?has_content>
        <li><a href="${content.rootpath}${config.tag_path}/">${words.topics}</a></li>
        </#if>
        <#if newsroom.dates?has_content>
        <li><a href="${content.rootpath}${config.archive_file?remove_ending("index.html")}">${words.archive}</a></li>
        </#if>
        <#list newsroom.languages as other>
        <li><a href="${content.rootpath}${other.uri}" lang="${other.key}" hreflang="${other.key}">${other.name}</a></li>
        </#list>
      </ul>
    </div>
    <div>
      <h2>${words.paper}</h2>
      <ul>
        <#list published_pages as page>
        <#if page.names?? && page.names[words.code]??>
        <li><a href="${content.rootpath}${page.uri}" hreflang="${newsroom.language}">${page.names[words.code]}</a></li>
        <#else>
        <li><a href="${content.rootpath}${page.uri}" lang="${newsroom.language}">${page.title}</a></li>
        </#if>
        </#list>
        <#if newsroom.authors?has_content && config.authors_file??>
        <li><a href="${content.rootpath}${config.authors_file?remove_ending("index.html")}">${words.staff}</a></li>
        </#if>
        <#if newsroom.sources?has_content && config.sources_file??>
        <li><a href="${content.rootpath}${config.sources_file?remove_ending("index.html")}">${words.agencies}</a></li>
        </#if>
        <#if config.corrections_file??>
        <li><a href="${content.rootpath}${config.corrections_file?remove_ending("index.html")}">${words.corrections}</a></li>
        </#if>
      </ul>
    </div>
    <#if newsroom.feeds?has_content>
    <div>
      <h2>${words.feeds}</h2>
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
