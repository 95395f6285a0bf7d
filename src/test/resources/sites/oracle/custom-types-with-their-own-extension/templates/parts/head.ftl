Head for ${content.title!} (${content.type}), ${.current_template_name} of ${.main_template_name}
