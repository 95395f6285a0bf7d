rootpath "${content.rootpath}" uri "${content.uri!}" noExtensionUri "${content.noExtensionUri!"none"}"
<#list all_content as it>${it.rootpath}|${it.uri}|${it.noExtensionUri}
</#list>
<#if content.previousContent??>${content.previousContent.uri} ${content.previousContent.noExtensionUri}</#if>
<#if content.nextContent??>${content.nextContent.uri} ${content.nextContent.noExtensionUri}</#if>
<#list tags as tag>${tag.uri} ${tag.tagged_posts?map(p -> p.noExtensionUri)?join(" ")}
</#list>
<#list db.getDocumentByUri("news/lamp/index.html") as it>${it.title}</#list>
