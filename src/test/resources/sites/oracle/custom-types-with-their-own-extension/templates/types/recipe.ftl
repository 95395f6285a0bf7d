<#include "../parts/head.ftl">
${content.title}: ${content.body}
<#include "/parts/head.ftl">
