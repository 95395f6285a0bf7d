<#list all_content as c>${c.title} ${c.body}</#list>
