${content.title} ${content.status} ${content.uri} ${content.rootpath}
<#if content.previousContent??>older ${content.previousContent.title}</#if> <#if content.nextContent??>newer ${content.nextContent.title}</#if>
<#list posts as p>${p.title} ${p.status} ${p.uri}, </#list> | <#list published_posts as p>${p.title}, </#list> | <#list all_content as p>${p.title}, </#list> | <#list published_content as p>${p.title}, </#list> | <#list pages as p>${p.title}, </#list> | <#list memos as p>${p.title}, </#list>
${db.getDocumentCount("post")} ${db.getPublishedCount("post")} <#list alltags as t>${t} </#list> ${tagged_documents?size}
<#list db.getDocumentByUri("two.html") as d>${d.title}</#list>
