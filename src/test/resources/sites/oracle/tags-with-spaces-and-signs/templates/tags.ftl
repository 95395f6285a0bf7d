tag "${tag}" ${tag?url} content.type ${content.type} rootpath "${content.rootpath}" ${content?keys?join(" ")}
<#list tag_posts as post>${post.title} ${post.tags?join("|")} <#else>no posts </#list>
<#list tagged_documents as it>${it.type} ${it.title} </#list>
