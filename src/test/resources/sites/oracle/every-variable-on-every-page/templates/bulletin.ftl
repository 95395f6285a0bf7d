bulletin
<#include "all.ftl">
