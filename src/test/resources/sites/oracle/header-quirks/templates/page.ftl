<#list content?keys?sort as key>
<#if content[key]??>
<#assign value = content[key]>
${key}: <#if value?is_boolean>${value?c}<#elseif value?is_date_like>${value?string("yyyy-MM-dd HH:mm:ss.SSS")}<#elseif value?is_sequence>[<#list value as it>"${it!"null"}"<#sep>, </#list>]<#elseif value?is_hash>hash: <#list value as k, v><#if !v??>${k} null<#elseif v?is_string || v?is_number>${k}=${v}<#elseif v?is_boolean>${k} ${v?c}<#elseif v?is_sequence>${k} list of ${v?size} <#list v as x><#if !x??>null<#elseif x?is_boolean>${x?c}<#else>${x}</#if> </#list><#else>${k} map <#list v as k2, v2>${k2} <#else>empty</#list></#if><#sep>; <#else>empty</#list><#else>${value}</#if>
<#else>
${key}: null
</#if>
</#list>
