/**
 * The only door to JBake: its properties become options, an edition becomes its template
 * vocabulary, and its engines read the markups that Newsbake does not read itself.
 */
package org.newsbake.jbake;
