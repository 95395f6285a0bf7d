<#assign seen = (seen!0) + 1>seen ${seen}
