<#ftl output_format="HTML">
<#list [(data.get("wording.yaml").ar)!{}] as words>
<#include "../masthead.ftl">
</#list>
