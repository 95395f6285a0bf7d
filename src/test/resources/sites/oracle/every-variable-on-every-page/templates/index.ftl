index
<#include "all.ftl">
