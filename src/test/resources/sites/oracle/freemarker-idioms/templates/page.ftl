<#import "macros/lib.ftl" as lib>
<#assign seq = published_posts>
<@lib.page title=content.title more=["a", "b"]; upper, count>${upper} ${count}</@lib.page>
<@lib.attributes b="1" a="2"/> ${lib.twice("x")} ${lib.constant}
<#escape x as x?html>${content.title} <#noescape>${content.title}</#noescape> ${content.body}</#escape>
${content.title?html} ${content.title?xhtml} ${content.title?xml} ${content.title?rtf} ${content.title?js_string} ${content.title?json_string} ${content.title?url} ${content.uri?url_path}
<#noparse>${not parsed}</#noparse> <#compress>  many    spaces  
   and lines </#compress>
<#-- a comment -->
<#if content.tags?seq_contains("sea")>sea<#elseif content.tags?size == 1>one<#else>else</#if>
<#switch content.tags?first!"none"><#case "sea">sea first<#break><#case "birds">birds first<#break><#default>default</#switch>
<#list content.tags as tag>${tag_index} ${tag} ${tag_has_next?c} ${tag?index} ${tag?counter} ${tag?item_parity} ${tag?is_first?c}<#sep>; <#else>none</#list>
<#list 1..3 as i>${i}<#if i == 2><#break></#if></#list> <#list 5..*2 as i>${i} </#list> <#list 3..1 as i>${i} </#list>
${seq?size} ${seq?first.title} ${seq?last.title} ${seq[1].title} ${seq[0..*2]?size} ${seq[1..]?size} ${(seq[99].title)!"no such"} ${(seq[99])!"no item"}
${seq?map(p -> p.title)?join(", ")} | ${seq?filter(p -> p.tags?seq_contains("sea"))?map(p -> p.uri)?join(" ")} | ${seq?sort_by("title")?map(p -> p.title)?join(" ")} | ${seq?sort_by("date")?reverse?map(p -> p.title)?join(" ")} | ${seq?sort_by("uri")?map(p -> p.uri)?join(" ")}
${seq?take_while(p -> p.date?string("yyyy") == "2026")?map(p -> p.title)?join(" ")} ${seq?drop_while(p -> p.date?string("yyyy") == "2026")?size} ${seq?map(p -> p.date?datetime)?min?string("yyyy-MM-dd")} ${seq?map(p -> p.title?length)?max}
<#list seq?chunk(2) as row><#list row as p>${p.title} </#list>| </#list> <#list seq?chunk(3, {"title": "-"}) as row><#list row as p>${p.title} </#list>| </#list>
<#assign years = seq?map(p -> p.date?string("yyyy"))><#list years as y><#if years?seq_index_of(y) == y?index>${y} </#if></#list>
${(seq?map(p -> p.tags?size))?join("+")} ${seq?seq_index_of("x")}
<#attempt>${content.nothing.at.all}<#recover>recovered: ${.error?keep_before("\n")}</#attempt>
<#attempt>before ${seq[77].title} never<#recover>recovered again</#attempt>
${content.nothing!"default"} ${(content.nothing.at.all)!"deep default"} <#if content.nothing??>there<#else>missing</#if> ${content.title?has_content?c} ${content.nothing?has_content?c} ${content.tags?has_content?c} ${""?has_content?c} <#if content.previousContent??>prev ${content.previousContent.title}</#if>
${content.date?string("EEE, d MMM yyyy HH:mm:ss Z")} ${content.date?string("dd MMMM yyyy")} ${content.date?date} ${content.date?time} ${content.date?datetime} ${content.date?date?string.short} ${content.date?date?string.medium} ${content.date?date?string.long} ${content.date?date?string.full} ${content.date?datetime?string.long_short} ${content.date?date?iso_utc} ${content.date?datetime?iso_utc} ${content.date?datetime?string.xs} ${content.date?datetime?string.iso} ${content.date?long} ${content.date?long?c} ${content.date?date?string("yyyy")?number + 1}
${(content.date?long / 1000)?round} ${(content.date?long - 86400000)?number_to_date} ${.now?is_date?c} ${(.now?long gt 1700000000000)?c} ${(published_date?long gt 1700000000000)?c} ${published_date?string("yyyy")?length} ${(published_date?datetime gt content.date?datetime)?c} ${"2026-02-03"?date("yyyy-MM-dd")?string("EEEE")} ${"3/2/26"?date("d/M/yy")?string("yyyy-MM-dd")}
<#setting locale="de_DE">${content.date?string("EEEE, d. MMMM yyyy")} ${1234567.891} ${content.date?date} <#setting locale="en">
<#setting time_zone="Asia/Tokyo">${content.date?string("yyyy-MM-dd HH:mm Z")} ${content.date?datetime?string.xs} <#setting time_zone="UTC">
<#setting number_format="0.00">${3.14159} ${10} <#setting number_format="number">${10000} ${10000?c} ${10000?string} ${0.5?string.percent} ${1234.5?string("#,##0.00")} ${1234.5?string.currency} ${1234567?string.computer} ${12?string("000")} ${3.7?int} ${3.2?ceiling} ${3.7?floor} ${3.5?round} ${-3?abs} ${7 % 3} ${7 / 2}
<#setting boolean_format="yes,no">${true} ${false?string} ${true?string("on", "off")} ${true?c} <#setting boolean_format="true,false">
<#setting datetime_format="yyyy/MM/dd HH:mm"><#setting date_format="dd/MM/yyyy">${content.date?datetime} ${content.date?date} <#setting datetime_format=""><#setting date_format="">
<#setting url_escaping_charset="ISO-8859-1">${"ä ö/ü?&=+"?url} ${"ä"?url("UTF-8")}
${content?keys?seq_contains("title")?c} ${content?is_hash?c} ${content?is_sequence?c} ${content.tags?is_sequence?c} ${content.tags?is_hash?c} ${content.title?is_string?c} ${content.date?is_date?c} ${content.date?is_date_only?c} ${content.date?is_unknown_date_like?c} ${seq?is_sequence?c} ${seq?is_enumerable?c} ${config?is_hash_ex?c} ${data?is_hash?c} ${db?is_hash?c} ${db.getTags?is_method?c}
<#assign h = {"b": 1, "a": [1, 2], "c": {"d": 4}}> <#list h as k, v>${k}: <#if v?is_number>${v}<#elseif v?is_sequence>${v?join("/")}<#else><#list v as k2, v2>${k2}-${v2}</#list></#if><#sep>, </#list> ${h?keys?join(" ")} ${h?values?size} ${(h + {"e": 5})?keys?join(" ")} <#list h?keys?sort as k>${k}</#list>
<#list content.og!{} as k, v>${k}<#else>no og</#list>
<#assign captured>${content.title}!</#assign>${captured} <#assign captured += "?">${captured} <#assign n = 1 n2 = 2>${n + n2} <#assign n++><#assign n += 5>${n}
<#global shared = "global">${shared} ${.globals.shared} ${.main.h.b} ${.vars.h.b} ${.namespace.h.b}
<#macro later a b=a>${a}${b}</#macro><@later "p" "q"/><@later a="r"/> <@later "s"/>
${.version} ${.locale} ${.lang} ${.output_encoding!"none"} ${.output_format} ${.auto_esc?c} ${.template_name} ${.main_template_name} ${.current_template_name} ${.url_escaping_charset!"none"} ${.incompatible_improvements} ${.time_zone!"none"}
${"a-b-c"?split("-")?reverse?join(".")} ${"Hello"?replace("l", "L")} ${"abc"?cap_first} ${"ABC"?lower_case} ${"  x "?trim} ${"a,b;c"?replace("[,;]", "|", "r")} ${"x1y22"?matches("\\d+")?size} <#list "x1y22"?matches("(\\d)(\\d)?") as m>${m} ${m?groups[1]} </#list> ${"abc"?contains("b")?c} ${"abc"?index_of("c")} ${"abc"?starts_with("a")?c} ${"abc"[1]} ${"abcdef"[1..3]} ${"abcdef"[2..]} ${"abc"?left_pad(5, "*")} ${"word word"?word_list?size} ${"abc"?keep_after("a")} ${"abc"?remove_ending("c")} ${"long text here"?truncate(8)} ${"a"?ensure_starts_with("b")} ${"12"?number + 1} ${"true"?boolean?c} ${"\x41\n"?trim} ${r"raw \n ${x}"} ${"con" + "cat"} ${"inter ${1 + 1} polated"} #{3.14159; m2M3}
${config.site_menu?size} ${config.site_menu[0]} ${config.site_menu?join("/")} ${config.site_count} ${config.site_count?number} ${config.site_open?boolean?string("open", "closed")} ${config["site.host"]!"dots become underscores"}
<#assign t = data.get("things.yaml")>${t.nested.a} <#list t.list?sort as x>${x} </#list> ${t.when?string("yyyy-MM-dd HH:mm")} ${t.time?string("yyyy-MM-dd HH:mm")} ${t.open?c} ${t.nothing!"null"} ${t.float} ${t.big} ${t.big?c} ${t.list?size} ${t.list[0]} ${t.nested?is_hash?c} ${data.get("none.yaml").x!"no file"}
<#include "macros/note.ftl"> <#include "/macros/note2.ftl"> <#include "missing.ftl" ignore_missing=true> ${.get_optional_template("missing.ftl").exists?c} ${.get_optional_template("shared.ftl").exists?c}
<#assign opt = .get_optional_template("shared.ftl")><@opt.include/>
<#flush><#t>
<#lt>  left<#rt>
  right
<#function fact n><#if n lte 1><#return 1></#if><#return n * fact(n - 1)></#function>${fact(10)} ${fact(20)} ${1/3} ${100000000000000000000} ${0.1 + 0.2} ${1000000 * 1000000}
<#assign x = "outer"><#macro scope><#local x = "inner">${x}</#macro><@scope/> ${x} ${(true && !false || false)?c} ${(1 < 2)?c} ${(1 == 1.0)?c} ${("a" != "b")?c} ${(1 lte 2 && 2 gte 1)?then("yes", "no")} ${switchy!}
