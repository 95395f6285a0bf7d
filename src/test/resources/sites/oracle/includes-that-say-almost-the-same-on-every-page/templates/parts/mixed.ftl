<#list (posts + [content]) as c>${c.title!c.type} </#list>
