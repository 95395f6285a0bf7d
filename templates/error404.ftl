<#ftl output_format="HTML">
<#-- A server answers with this page at any depth, so its links start at the root of the host. -->
<#global content = content + {"rootpath": newsroom.base}>
<#import "layout.ftl" as layout>
<#import "parts.ftl" as parts>
<@layout.page title=words.missing>
<header class="heading">
  <h1>${words.missing}</h1>
  <p class="standfirst">${words.missingAbout}</p>
</header>
<@parts.wayOut/>
</@layout.page>
