<#list published_posts as p><#if p.title != (content.title)!>${p.title} </#if></#list>
