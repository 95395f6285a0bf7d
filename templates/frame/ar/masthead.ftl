<#ftl output_format="HTML">
<#list [{
  "language": "ar",
  "sections": "الأقسام",
  "latest": "آخر الأخبار"
}] as words>
<#include "../masthead.ftl">
</#list>
