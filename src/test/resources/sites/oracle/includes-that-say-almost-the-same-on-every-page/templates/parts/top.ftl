<#if content.rootpath == "">on top: ${content.title!content.type}<#else>below: ${content.rootpath}</#if>
