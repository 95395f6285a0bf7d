active ${active!"none"} <#if (posts?size gt 3) && flag??>${other!"no other"}</#if>
