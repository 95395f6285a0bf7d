deep <#include "../note2.ftl"> <#include "*/shared.ftl">
