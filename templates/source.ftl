<#ftl output_format="HTML">
<#import "layout.ftl" as layout>
<#import "parts.ftl" as parts>
<#assign source = listing.entity!{}>
<@parts.listingPage label=words.agency>
  <#if source.logo??>
  <img class="logo" src="${root}${source.logo}" width="144" height="144" alt="">
  </#if>
  <#if source.url??>
  <p class="contact"><a href="${source.url}" rel="external">${source.url?remove_beginning("https://")?remove_ending("/")}</a></p>
  </#if>
</@parts.listingPage>
