${content.title} <#list content.tags as tag>"${tag}" </#list>
