tags
<#include "all.ftl">
