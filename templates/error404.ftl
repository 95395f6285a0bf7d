<#ftl output_format="HTML">
<#import "layout.ftl" as layout>
<#-- A server answers with this page at any depth, so its links start at the root of the host. -->
<#assign root = "/">
<@layout.page title="Page not found" root=root>
<h1>Page not found</h1>
<p>There is no page at this address. It may have moved, or the link may be wrong.</p>
<p>Try the <a href="${root}${config.index_file}">latest news</a>, the
  <a href="${root}${config.archive_file}">archive</a> or the
  <a href="${root}${config.tag_path}/index${config.output_extension}">topics</a>.</p>
</@layout.page>
