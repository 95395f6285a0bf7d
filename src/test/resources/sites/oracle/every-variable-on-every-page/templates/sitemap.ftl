sitemap
<#include "all.ftl">
