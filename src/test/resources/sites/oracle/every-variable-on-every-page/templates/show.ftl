<#-- Shows what a value is for FreeMarker, and what it holds. -->
<#macro show name value="(missing)" depth=3>
<#local is = []>
<#if value?is_string><#local is += ["string"]></#if>
<#if value?is_number><#local is += ["number"]></#if>
<#if value?is_boolean><#local is += ["boolean"]></#if>
<#if value?is_date_like><#local is += ["date_like"]></#if>
<#if value?is_unknown_date_like><#local is += ["unknown_date_like"]></#if>
<#if value?is_sequence><#local is += ["sequence"]></#if>
<#if value?is_indexable><#local is += ["indexable"]></#if>
<#if value?is_enumerable><#local is += ["enumerable"]></#if>
<#if value?is_collection><#local is += ["collection"]></#if>
<#if value?is_hash><#local is += ["hash"]></#if>
<#if value?is_hash_ex><#local is += ["hash_ex"]></#if>
<#if value?is_method><#local is += ["method"]></#if>
<#if value?is_node><#local is += ["node"]></#if>
${name} (${is?join(" ")})<#rt>
<#if value?is_string>: "${value}"
<#elseif value?is_number>: ${value} ${value?c}
<#elseif value?is_boolean>: ${value?c}
<#elseif value?is_date_like>: ${value?string("yyyy-MM-dd'T'HH:mm:ss.SSS Z")}
<#elseif value?is_sequence>, ${value?size} items
<#if depth gt 0><#list value as item><@show name="${name}[${item?index}]" value=item!"(null)" depth=depth-1/></#list></#if>
<#elseif value?is_collection>, a collection
<#if depth gt 0><#list value as item><@show name="${name}[${item?index}]" value=item!"(null)" depth=depth-1/></#list></#if>
<#elseif value?is_hash_ex><#rt>
<#-- The order of the keys of a document is chance in JBake, that of the maps in it is not. -->
<#local keys = value.uri???then(value?keys?sort, value?keys)>
, ${value?size} keys: ${keys?join(" ")}
<#if depth gt 0><#list keys as key><#if key != "rendered"><@show name="${name}.${key}" value=value[key]!"(null)" depth=depth-1/></#if></#list></#if>
<#else>, something else
</#if>
</#macro>
