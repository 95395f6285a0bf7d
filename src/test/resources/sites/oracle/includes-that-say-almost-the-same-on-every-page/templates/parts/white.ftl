  indented
<#t>  trimmed  
  <#lt>left
<#rt>right   
<#nt> none 
