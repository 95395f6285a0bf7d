{"title": "${content.title?json_string}", "uri": "${content.uri}"}
