${content.title!} äöü ${content.body!} ${data.get("words.yaml").word}
${"Grüße aus Zürich"?url} ${"Grüße"?url("UTF-8")} ${"Grüße"?url_path} ${.output_encoding} ${config.site_name}
<#list posts as post>${post.title} </#list>
