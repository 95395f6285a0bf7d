<#ftl output_format="HTML">
<#-- This page stands at the addresses of stories that are gone, so its links start at the root of the host. -->
<#global content = content + {"rootpath": newsroom.base}>
<#import "layout.ftl" as layout>
<#import "parts.ftl" as parts>
<@layout.page title=words.withdrawn>
<header class="heading">
  <h1>${words.withdrawn}</h1>
  <p class="standfirst">${words.withdrawnAbout}</p>
</header>
<@parts.wayOut/>
</@layout.page>
