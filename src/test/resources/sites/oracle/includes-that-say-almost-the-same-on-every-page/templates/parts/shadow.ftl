<#list posts as content>${content.title} </#list>
