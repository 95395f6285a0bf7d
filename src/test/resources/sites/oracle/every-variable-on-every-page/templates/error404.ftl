error404
<#include "all.ftl">
