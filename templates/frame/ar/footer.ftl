<#ftl output_format="HTML">
<#list [{
  "language": "ar",
  "all": "الصحيفة كلها",
  "sections": "الأقسام",
  "stories": "كل الأخبار",
  "latest": "آخر الأخبار",
  "topics": "مواضيع",
  "archive": "الأرشيف",
  "paper": "الصحيفة",
  "staff": "من نحن",
  "agencies": "الوكالات",
  "corrections": "تصويبات",
  "feeds": "خلاصات"
}] as words>
<#include "../footer.ftl">
</#list>
