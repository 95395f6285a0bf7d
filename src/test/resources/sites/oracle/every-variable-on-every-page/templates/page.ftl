page
<#include "all.ftl">
