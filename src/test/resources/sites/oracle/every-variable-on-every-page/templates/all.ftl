<#import "show.ftl" as s>
<@s.show name="content" value=content/>
<@s.show name="content.rendered" value=content.rendered!/>
<@s.show name="version" value=version/>
<@s.show name="tag" value=tag!/>
<@s.show name="tag_posts" value=tag_posts depth=2/>
<@s.show name="tagged_documents" value=tagged_documents depth=2/>
<@s.show name="published_posts" value=published_posts/>
<@s.show name="published_pages" value=published_pages/>
<@s.show name="published_content" value=published_content/>
<@s.show name="all_content" value=all_content/>
<@s.show name="posts" value=posts/>
<@s.show name="pages" value=pages/>
<@s.show name="indexs" value=indexs/>
<@s.show name="archives" value=archives/>
<@s.show name="feeds" value=feeds/>
<@s.show name="bulletins" value=bulletins/>
<@s.show name="published_bulletins" value=published_bulletins/>
<@s.show name="place-names" value=.data_model["place-names"]/>
<@s.show name="published_place-names" value=.data_model["published_place-names"]/>
<@s.show name="masterindexs" value=masterindexs!/>
<@s.show name="published_masterindexs" value=published_masterindexs!/>
<@s.show name="published_archives" value=published_archives!/>
<@s.show name="datas" value=datas!/>
<@s.show name="published_datas" value=published_datas!/>
<@s.show name="tagsindexs" value=tagsindexs!/>
<@s.show name="sitemaps" value=sitemaps!/>
<@s.show name="tags" value=tags/>
<#list alltags as name>${name?counter} ${name}<#sep>, </#list>
<@s.show name="published_date" value=published_date?is_unknown_date_like/>
<@s.show name="currentPageNumber" value=currentPageNumber!/>
<@s.show name="numberOfPages" value=numberOfPages!/>
<@s.show name="previousFileName" value=previousFileName!/>
<@s.show name="nextFileName" value=nextFileName!/>
<@s.show name="title" value=title!/>
<#list config?keys?filter(key -> key?matches("(site|template|render|index|markdown|tag|build|git|db|asciidoctor|uri|img|header|default|draft|date|feed|archive|sitemap|error404|asset|content|data|destination|freemarker|thymeleaf|example|ignore|output|server)_.*|version")) as key>
<@s.show name="config.${key}" value=config[key]/>
</#list>
<#list ["sourceFolder", "destinationFolder", "contentFolder", "templateFolder", "assetFolder", "dataFolder"] as key>
config.${key}: ${config[key]} ${config[key].name} ${config[key].path} ${config[key].parent} ${config[key].absolutePath}
</#list>
<#assign tides = data.get("tides.yaml")>
${tides.harbour} ${tides.high} ${tides.gauges?join("+")} ${tides.type} ${tides.sourceuri} ${tides.file} ${tides.sha1}
