<#ftl output_format="HTML">
<header class="masthead">
  <p class="nameplate"><a href="${content.rootpath?has_content?then(content.rootpath, "./")}" rel="home"><bdi lang="${newsroom.language}">${newsroom.title}</bdi></a></p>
  <#if newsroom.tagline?has_content>
  <p class="tagline" lang="${newsroom.language}" dir="${newsroom.dir}">${newsroom.tagline}</p>
  </#if>
  <nav class="sections" aria-label="${words.sections!'Sections'}">
    <ul>
      <#if newsroom.pages.latest??>
      <li><a href="${content.rootpath}${newsroom.pages.latest}">${words.latest!"Latest"}</a></li>
      </#if>
      <#list newsroom.sections?filter(section -> section.uri??) as section>
      <li><a href="${content.rootpath}${section.uri}">${(section.entity.names[words.code!"en"])!section.name}</a></li>
      </#list>
      <#list newsroom.languages as other>
      <li><a href="${content.rootpath}${other.uri}" lang="${other.key}" hreflang="${other.key}">${other.name}</a></li>
      </#list>
    </ul>
  </nav>
</header>
