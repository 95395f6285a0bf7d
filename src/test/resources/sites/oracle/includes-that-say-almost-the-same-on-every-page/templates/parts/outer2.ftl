outer of steady <#include "footer.ftl"><#include "plain.txt" parse=false>
