<#ftl output_format="HTML">
<#list [(data.get("wording.yaml").en)!{}] as words>
<#include "../footer.ftl">
</#list>
