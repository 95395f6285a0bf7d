<#ftl output_format="HTML">
<#import "layout.ftl" as layout>
<#assign root = content.rootpath>
<@layout.page title="Topics" root=root description="All topics of ${config.site_title}.">
<h1>Topics</h1>
<ul class="stories">
  <#-- Other than `alltags`, `tags` knows the stories of each tag. Neither has an order. -->
  <#list tags?sort_by("name") as topic>
  <li><@layout.tagLink tag=topic.name root=root/> <span class="meta">(${topic.tagged_posts?size})</span></li>
  </#list>
</ul>
</@layout.page>
