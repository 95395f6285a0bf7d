<#ftl output_format="HTML">
<#-- This page stands in for a story that is held back because of an error, so its links start at the root of the host. -->
<#global content = content + {"rootpath": newsroom.base}>
<#import "layout.ftl" as layout>
<#import "parts.ftl" as parts>
<@layout.page title=words.unavailable>
<header class="heading">
  <h1>${words.unavailable}</h1>
  <p class="standfirst">${words.unavailableAbout}</p>
</header>
<@parts.wayOut/>
</@layout.page>
