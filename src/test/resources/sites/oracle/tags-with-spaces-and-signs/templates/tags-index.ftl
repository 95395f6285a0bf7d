content.type ${content.type} rootpath "${content.rootpath}" <#if tag??>tag</#if>
<#list tags as tag>${tag.name} | ${tag.uri} | ${tag.tagged_posts?map(p -> p.title)?join(" ")} | ${tag.tagged_documents?map(p -> p.title)?join(" ")} | ${tag?keys?join(" ")}
</#list>
<#list alltags as tag>${tag}
</#list>
<#list db.tags as tag>${tag}
</#list>
<#list db.getAllTags() as tag>${tag} ${db.getPublishedPostsByTag(tag).size()} ${db.getPublishedDocumentsByTag(tag)?size}
</#list>
${tag_posts?size} ${tagged_documents?size}
