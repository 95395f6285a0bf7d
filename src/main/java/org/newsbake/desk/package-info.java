/** What a newsroom does with what agencies send: decides what becomes of it, and writes that. */
package org.newsbake.desk;
