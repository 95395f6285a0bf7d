<#attempt>${content.title}<#recover>no title</#attempt>
