"${tag}" ${content.rootpath} <#list tagged_documents as it>${it.uri} </#list>
<#list alltags as it>"${it}" </#list>
<#list tags as it>"${it.name}" ${it.uri} </#list>
