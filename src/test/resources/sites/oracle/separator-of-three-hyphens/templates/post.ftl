<h1>${content.title}</h1><p>${content.date?string("yyyy-MM-dd HH:mm")} ${content.tags?join("|")}</p>
${content.body}
