<#ftl output_format="HTML">
<#list [(data.get("wording.yaml").ar)!{}] as words>
<#include "../footer.ftl">
</#list>
