<#ftl output_format="HTML">
<#-- A list of one: the way to give words to an include that must not assign anything. -->
<#list [(data.get("wording.yaml").en)!{}] as words>
<#include "../masthead.ftl">
</#list>
