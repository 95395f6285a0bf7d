${content.title}
<#if content.previousContent??>older: ${content.previousContent.title} ${content.previousContent.uri}</#if>
<#if content.nextContent??>newer: ${content.nextContent.title} ${content.nextContent.uri}</#if>
<#include "index.ftl">
