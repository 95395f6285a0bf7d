${.now?is_date?c} ${.template_name?has_content?c} ${.current_template_name} ${.main_template_name}
