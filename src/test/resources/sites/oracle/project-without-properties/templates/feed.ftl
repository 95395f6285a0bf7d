${content.title!} ${content.status!} ${config.site_host}
