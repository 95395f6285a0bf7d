<#if content.rootpath?has_content>${section!"no section"}<#else>${chapter!"no chapter"}</#if>
