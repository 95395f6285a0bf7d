<#list headlines as it>${it} </#list> ${headlines?size} ${headlines_of_pages?join("|")} ${headlines?is_sequence?c}
<#include "part.ftl">
