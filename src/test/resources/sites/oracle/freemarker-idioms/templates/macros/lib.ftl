<#macro page title more=[]>
<title>${title}</title>
<#nested title?upper_case, more?size>
<#list more as m>${m} </#list>
<#return>
never
</#macro>
<#macro attributes rest...><#list rest?keys as k>${k}=${rest[k]} </#list></#macro>
<#function twice x><#return x + x></#function>
<#assign constant = "from the library">
