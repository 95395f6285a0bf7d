<#setting locale="fr_FR">${.locale} <#list posts as p>${p.title} ${p.date?string("EEEE, d. MMMM yyyy")} ${p.date?date} ${p.date?long} </#list> ${1234567.5}
