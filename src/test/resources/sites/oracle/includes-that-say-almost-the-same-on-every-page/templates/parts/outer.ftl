outer <#include "footer.ftl"> <#include "top.ftl"> <#include "active.ftl">
