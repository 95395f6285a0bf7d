feed
<#include "all.ftl">
