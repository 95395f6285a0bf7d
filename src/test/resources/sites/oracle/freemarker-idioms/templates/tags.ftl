<#ftl strip_whitespace=true attributes={"x": 1}>
<#list published_posts?filter(p -> p.date?string("yyyy") == "2026") as post>
  ${post.title} ${post.date?date?string.long}
</#list>
<#list alltags?map(t -> t?upper_case) as t>${t} </#list>
<#list tags?sort_by("name") as t>${t.name} ${t.tagged_posts?size} </#list>
<#assign byYear = {}>
<#list published_posts as p><#assign y = p.date?string("yyyy")><#assign byYear += {y: (byYear[y]![]) + [p]}></#list>
<#list byYear as y, ps>${y}: ${ps?map(p -> p.title)?join(", ")}
</#list>
<#list published_posts as p><#assign month = p.date?string("MMMM yyyy")><#if month != last!><h2>${month}</h2></#if><#assign last = month>${p.title}
</#list>
<#list (published_posts + published_pages)?sort_by("title") as p>${p.title} </#list>
<#list published_content as c>${c.type} </#list>
