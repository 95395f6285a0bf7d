<#ftl output_format="HTML">
<#import "layout.ftl" as layout>
<#import "parts.ftl" as parts>
<@parts.listingPage label=words.topic>
  <#if listing.description??>
  <p class="standfirst">${listing.description}</p>
  </#if>
</@parts.listingPage>
