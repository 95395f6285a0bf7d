<#if content.rootpath?has_content>below<#else>on top ${content.uri!"list"} <#list posts as p>${p.title} </#list></#if>
