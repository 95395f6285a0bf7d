tags-index
<#include "all.ftl">
