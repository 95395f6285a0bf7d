${.data_model.content.type} ${.data_model.posts?size} ${.vars.content.type} ${"content.type"?eval} <#assign i = r"${content.type}"?interpret><@i/>
