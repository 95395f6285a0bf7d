content.type ${content.type} rootpath "${content.rootpath}"
config.index_paginate ${config.index_paginate?string("yes", "no")} ${config.index_posts_per_page}
numberOfPages ${numberOfPages!"none"} currentPageNumber ${currentPageNumber!"none"} previousFileName "${previousFileName!"none"}" nextFileName "${nextFileName!"none"}"
<#if previousFileName??>previous exists</#if> <#if nextFileName??>next exists</#if>
<#if (currentPageNumber!0) gt 1>not the first</#if>
<#list published_posts as post>${post.title}<#sep>, </#list>
${published_posts?size} of ${posts?size} and ${published_content?size} and ${db.getPublishedPosts()?size} and ${db.getPublishedCount("post")} and ${all_content?size}
<#list tags as tag>${tag.name} ${tag.tagged_posts?size}<#sep>, </#list>
