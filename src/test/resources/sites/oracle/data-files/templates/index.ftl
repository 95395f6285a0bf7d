<#assign menu = data.get("menu.yaml")>
${menu.title} ${menu["title"]} ${menu.type} ${menu.sourceuri} ${menu.file} ${menu.sha1} ${menu.rendered?c} ${menu.body} ${menu.uri}
<#list menu.items as item>${item.name?html} ${item["uri"]} <#list item.sub as s>${s.name}:${s.uri} <#else>no sub</#list> ${item?is_hash?c}
</#list>
<#list menu.numbers as n>${n} ${n?c} ${n?string["0.#"]} </#list>
<#list menu.strings as s>"${s!"null"}" </#list>
<#list menu.booleans as b>${b?c} ${b?string("on", "off")} </#list>
<#list menu.dates as d>${d?string("yyyy-MM-dd HH:mm:ss.SSS Z")} ${d?datetime?iso_utc} </#list>
[${menu.text}] [${menu.folded}] ${menu.nothing!"null"} ${menu.anchor.x} ${menu.alias.y} ${menu.merged.x} ${menu.merged.z} ${menu.umlaut}
${menu.numbers?size} ${menu.numbers[0]} ${menu.numbers?first} ${menu.numbers?last} ${menu.numbers[0..1]?join("+")} ${menu.items?map(i -> i.name)?join(", ")} ${menu.items?filter(i -> i.sub?has_content)?size} ${menu.items?sort_by("name")?reverse?map(i -> i.uri)?join(" ")} ${menu.strings?is_sequence?c} ${menu.strings?is_enumerable?c} ${menu.anchor?is_hash_ex?c}
${menu.date?string("yyyy-MM-dd")} <#list menu.getTags() as t>${t} </#list> <#list menu.tags as t>${t} </#list> ${menu.getType()} ${menu.getOrDefault("none", "default")} ${menu.containsKey("title")?c} ${menu.containsKey("none")?c} <#list menu.anchor.keySet() as k>${k} ${menu.anchor.get(k)} </#list> <#list menu.anchor.entrySet() as e>${e.key}=${e.value} </#list> ${menu.anchor.size()} ${menu.items.size()} ${menu.items.get(0).name} ${menu.isEmpty()?c} ${menu.numbers.contains(1)?c} ${menu.numbers.indexOf(-3)} ${menu.title.length()} ${menu.title.substring(5)} ${menu.title?upper_case} ${menu.items.subList(1, 2)?size} ${menu.strings.get(0).equals("yes")?c}
<#list data.get("list.yml").data as it><#if it?is_hash && !it?is_string>${it.third}<#else>${it}</#if> </#list> ${data.get("list.yml").data?size}
${data.get("json.yaml").json.is?join(" ")} ${data.get("json.yaml").json.is[1]}
${(data.get("missing.yaml").x)!"missing"} <#if data.get("missing.yaml")?has_content>has<#else>has not</#if> ${data.get("keys.yaml").type} ${data.get("keys.yaml").sourceuri} ${data.get("keys.yaml").status} ${data.get("keys.yaml").rendered?c}
<#list factbooks as f>${f.sourceuri} </#list> ${db.getDocumentCount("factbook")} <#list db.getAllContent("factbook") as f>${f.sourceuri} </#list> <#list db.getDocumentByUri("menu.yaml") as f>${f.title} ${f.items[1].sub[0].name}</#list> <#list all_content as c>${c.title} </#list>
<#list factbooks as f><#if f.sourceuri == "menu.yaml">${f.title} <#list f.anchor as k, v>${k}=${v} </#list> <#list f.merged as k, v>${k}=${v} </#list> <#list f.items as i><#list i?keys as k>${k} </#list></#list> ${f.items[0]?keys?join(" ")} ${f.dates[0]?string("yyyy")} ${f.numbers[7]?c}</#if></#list>
${data.get("a.html").title} ${data.get("a.html").status} ${data.get("a.html").date?string("yyyy-MM-dd")}
<#list menu.order.entrySet() as e>${e.key}=${e.value} </#list> <#list menu.order.keySet() as k>${k} </#list> <#list menu.order.values() as v>${v} </#list>
<#list menu.years.keySet() as k><#if k?is_number>number ${k}<#elseif k?is_boolean>boolean<#else>string ${k}</#if> </#list> ${menu.years["2024"]!"no such key"}
<#list factbooks as f><#if f.sourceuri == "menu.yaml"><#list f.order as k, v>${k}=${v} </#list> ${f.order?values?join(" ")}</#if></#list>
