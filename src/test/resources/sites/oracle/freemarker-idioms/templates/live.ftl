<#macro mine>[<#nested>]</#macro>
<#assign inline = content.body?interpret>
<@inline/>
${"1 + 2"?eval} ${"content.title"?eval}
