archive
<#include "all.ftl">
