1 <#include "parts/footer.ftl">
2 <#include "parts/lists.ftl">
3 <#include "parts/top.ftl">
4 <#include "parts/top2.ftl">
5 <#include "parts/active.ftl">
<#assign active = content.type flag = true other = content.rootpath>
6 <#include "parts/active.ftl">
<#list posts as p><#include "parts/card.ftl"></#list>
<#list posts as post><#include "parts/card.ftl"></#list>
<#list posts[0..*2] as content><#include "parts/footer.ftl"> <#include "parts/top.ftl"> <#include "parts/card.ftl"></#list>
7 <#include "parts/others.ftl">
8 <#include "parts/counter.ftl"> <#include "parts/counter.ftl">
<#include "parts/box.ftl"><@box>x</@box>
<#import "parts/box.ftl" as b><@b.box>y</@b.box>
<#function shout x><#return x?upper_case + content.type></#function>
9 <#include "parts/function.ftl">
10 <#include "parts/outer.ftl">
11 <#include "parts/outer2.ftl">
12 <#include "parts/special.ftl">
13 <#include "parts/special2.ftl">
<#macro m x posts="hidden"><#include "parts/local.ftl"> <#include "parts/top3.ftl"><#if posts?is_string>${posts}</#if></#macro><@m x="1"/>
<#macro m2 posts><#include "parts/footer.ftl"></#macro><@m2 posts=posts?reverse/>
14 <#include "parts/shadow.ftl">
15 <#include "parts/mixed.ftl">
16 <#include "parts/attempt.ftl">
18 <#include "parts/white.ftl">19
<#include "parts/global.ftl">${fromInclude}
<#assign captured><#include "parts/footer.ftl"></#assign>${captured?length} ${captured}
<#setting locale="de_DE"><#include "parts/footer.ftl"><#setting locale="en">
<#setting number_format="0.00"><#include "parts/footer.ftl"><#setting number_format="number">
<#setting time_zone="Asia/Tokyo"><#include "parts/footer.ftl"><#setting time_zone="UTC">
<#setting boolean_format="yes,no"><#include "parts/footer.ftl"><#setting boolean_format="true,false">
<#setting url_escaping_charset="ISO-8859-1"><#include "parts/footer.ftl"><#setting url_escaping_charset="UTF-8">
<#setting date_format="yyyy"><#include "parts/footer.ftl"><#setting date_format="">
<#compress>   <#include "parts/footer.ftl">   </#compress>
<#escape x as x?html><#include "parts/footer.ftl"></#escape>
<#include "parts/" + content.type + ".ftl" ignore_missing=true>
<#assign posts = posts?reverse><#include "parts/footer.ftl"> <#include "parts/top2.ftl">
<#assign section = content.type chapter = content.rootpath + "!"><#include "parts/top3.ftl">
<#assign config = {"site_host": "hidden"}><#include "parts/footer.ftl">
<#assign content = {"rootpath": "shadow/", "title": "Shadow", "type": "shadow"}><#include "parts/footer.ftl"> <#include "parts/top.ftl">
