<#ftl output_format="HTML">
<#list [{
  "language": "en",
  "all": "The whole paper",
  "sections": "Sections",
  "stories": "All stories",
  "latest": "Latest news",
  "topics": "Topics",
  "archive": "Archive",
  "paper": "The paper",
  "staff": "Who we are",
  "agencies": "Agencies",
  "corrections": "Corrections",
  "feeds": "Feeds"
}] as words>
<#include "../footer.ftl">
</#list>
