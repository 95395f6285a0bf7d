${config.site_name} ${config.site_name2} ${config.site_both} ${config.render_tags}
