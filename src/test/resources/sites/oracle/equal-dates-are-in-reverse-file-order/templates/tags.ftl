<#macro line name list>
${name}: <#list list as it>${it.uri}<#sep> </#list>
</#macro>
<@line name="published_posts" list=published_posts/>
<@line name="posts" list=posts/>
<@line name="pages" list=pages/>
<@line name="published_pages" list=published_pages/>
<@line name="all_content" list=all_content/>
<@line name="published_content" list=published_content/>
<@line name="tagged_documents" list=tagged_documents/>
<@line name="tag_posts" list=tag_posts/>
<@line name="by tag" list=db.getPublishedPostsByTag("all")/>
<@line name="documents by tag" list=db.getPublishedDocumentsByTag("all")/>
<@line name="published posts" list=db.getPublishedPosts()/>
<@line name="published pages" list=db.getPublishedPages()/>
<@line name="published content" list=db.getPublishedContent("post")/>
<@line name="all content" list=db.getAllContent("post")/>
<@line name="newest three" list=published_posts[0..*3]/>
<@line name="oldest three" list=published_posts?reverse[0..*3]/>
alltags: <#list alltags as tag>${tag}<#sep>, </#list>
tags: <#list tags as tag>${tag.name} (${tag.tagged_posts?size}/${tag.tagged_documents?size})<#sep>, </#list>
db.tags: ${db.tags?join(", ")}
