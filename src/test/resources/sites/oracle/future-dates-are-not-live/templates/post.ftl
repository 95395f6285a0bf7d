${content.title} <#if content.nextContent??>${content.nextContent.title}</#if>
