<#ftl output_format="HTML">
<#import "layout.ftl" as layout>
<#assign root = content.rootpath>
<@layout.page title="Topic: ${tag}" root=root description="Stories of ${config.site_title} about ${tag}.">
<h1>Topic: ${tag}</h1>
<#list tag_posts as story>
<@layout.teaser story=story root=root/>
</#list>
<p><a href="${root}${config.tag_path}/index${config.output_extension}">All topics</a></p>
</@layout.page>
