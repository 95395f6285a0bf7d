<#ftl output_format="HTML">
<#import "layout.ftl" as layout>
<@layout.page title=content.title root=content.rootpath description=content.summary!"" address=content.uri>
<article class="story">
  <h1>${content.title}</h1>
  <div class="body">
${content.body?no_esc}
  </div>
</article>
</@layout.page>
