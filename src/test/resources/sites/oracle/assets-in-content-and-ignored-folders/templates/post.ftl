${content.title} ${content.rootpath}
