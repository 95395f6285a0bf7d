<#ftl output_format="HTML">
<#import "layout.ftl" as layout>
<#import "parts.ftl" as parts>
<#assign person = listing.entity!{}>
<@parts.listingPage label=person.role!"" about=person.biography!"">
  <#if person.picture??>
  <@parts.portrait of=person first=true/>
  </#if>
  <#if person.email?? || person.sameAs??>
  <p class="contact">
    <#if person.email??>
    <a href="mailto:${person.email}">${person.email}</a>
    </#if>
    <#list person.sameAs![] as address>
    <#if address?is_string && address?matches("https?://.*")>
    <a href="${address}" rel="me">${address?remove_beginning("https://")?remove_ending("/")}</a>
    </#if>
    </#list>
  </p>
  </#if>
</@parts.listingPage>
