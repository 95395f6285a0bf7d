<#list published_persons as p>${p.title} ${p.body} ${p.address.street} </#list> <#list tags as t>${t.name} </#list>
