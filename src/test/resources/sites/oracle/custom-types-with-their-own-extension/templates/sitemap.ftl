<#macro line name list>
${name}: <#list list as it>${it.uri!it.name!}<#sep> </#list>
</#macro>
<@line "recipes" recipes/>
<@line "published_recipes" published_recipes/>
<@line "short_briefs" short_briefs/>
<@line "published_short_briefs" published_short_briefs/>
<@line "posts" posts/>
<@line "archives" archives/>
<@line "feeds" feeds/>
<@line "masterindexs" masterindexs/>
<@line "published_masterindexs" published_masterindexs/>
<@line "datas" datas/>
<@line "sitemaps" sitemaps/>
<@line "facts" facts/>
<@line "published_facts" published_facts/>
<@line "published_content" published_content/>
<@line "all_content" all_content/>
<@line "db.getAllContent" db.getAllContent("recipe")/>
<@line "db.getPublishedContent" db.getPublishedContent("recipe")/>
${db.getDocumentCount("recipe")} ${db.getPublishedCount("recipe")} ${db.getDocumentCount("fact")} ${db.getPublishedCount("fact")} ${db.getDocumentCount("nothing")}
<#if published_archives??>published_archives</#if>
<#if published_tags??>published_tags</#if>
<#if published_sitemaps??>published_sitemaps</#if>
<#if nothings??>nothings</#if>
<#list tags as tag>${tag.name} ${tag.uri}<#sep>, </#list>
${data.get("fact.yaml").name} ${data.get("draft.yml").name}
