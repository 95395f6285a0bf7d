<h1>${content.title}</h1>
<#if true>
[${content.body}]
</#if>
${config.site_name}