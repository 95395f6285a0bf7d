<#macro box>[<#nested> ${content.rootpath} ${posts?size}]</#macro>
