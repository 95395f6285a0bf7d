/**
 * What a program keeps between its runs to be faster: files that may be deleted at any time. A file
 * that is damaged, cut or of another version is as good as none.
 */
package org.newsbake.cache;
