<#ftl output_format="XML">
<?xml version="1.0" encoding="${config.render_encoding}"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
  <url>
    <loc>${config.site_host}/</loc>
  </url>
  <#list published_content as document>
  <url>
    <loc>${config.site_host}/${document.uri}</loc>
    <lastmod>${document.date?string("yyyy-MM-dd")}</lastmod>
  </url>
  </#list>
  <#-- `alltags` is a collection without an order. -->
  <#list alltags?sequence?sort as tag>
  <url>
    <loc>${config.site_host}/${config.tag_path}/${tag?url("UTF-8")}${config.output_extension}</loc>
  </url>
  </#list>
</urlset>
