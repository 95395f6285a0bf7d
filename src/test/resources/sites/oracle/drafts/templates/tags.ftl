<#list posts as p>${p.title} ${p.status}, </#list> | <#list published_posts as p>${p.title}, </#list> <#list alltags as t>${t} </#list> ${tagged_documents?size}
