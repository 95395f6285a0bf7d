post
<#include "all.ftl">
