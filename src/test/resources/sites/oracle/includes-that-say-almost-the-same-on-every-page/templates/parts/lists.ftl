<#list published_posts as p>${p.title} </#list> ${numberOfPages!"-"} ${currentPageNumber!"-"} ${tag!"-"} <#list tag_posts as p>${p.title} </#list>| <#list tagged_documents as p>${p.title} </#list>
