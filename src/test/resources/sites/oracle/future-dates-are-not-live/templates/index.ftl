<#list published_posts as p>${p.title} </#list>
