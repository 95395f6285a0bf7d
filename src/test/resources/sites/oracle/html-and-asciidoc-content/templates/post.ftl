${content.title} ${content.type} ${content.status} ${content.date?string("yyyy-MM-dd HH:mm:ss.SSS")} <#list content.tags as t>"${t}" </#list> ${content.summary!} ${content.author!} ${content["jbake-summary"]!} ${content.custom!} ${content.doctitle!} <#if content.og??>${content.og?is_string?c} ${content.og?is_hash?c} <#if content.og?is_hash>${content.og.image!}</#if></#if>
${content.body}
<#list all_content as c>${c.title} ${c.uri} ${c.type} ${c.status} </#list>
<#if content.previousContent??>${content.previousContent.title}</#if>
<#list tags as t>${t.name} </#list>
<#list content?keys?sort as k><#if !["docdatetime", "doctime", "localdatetime", "localtime", "docdate", "localdate", "localyear", "docyear"]?seq_contains(k)>${k} </#if></#list>
