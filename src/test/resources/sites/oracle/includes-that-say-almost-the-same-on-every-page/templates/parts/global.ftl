<#ftl strip_text=true>
<#global fromInclude = "global ${content.type}">
