note of ${.current_template_name}: ${content.title!"no title"} <#include "inner/deep.ftl">
