included: <#list headlines as it>${it} </#list>
