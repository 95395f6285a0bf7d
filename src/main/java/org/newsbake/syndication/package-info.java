/**
 * What other programs read of a site: RSS, Atom, JSON Feed, sitemaps, robots.txt and structured
 * data. It knows its own small records only; another layer fills them. Same records in, same bytes
 * out: no clock, no locale, no time zone of the machine.
 */
package org.newsbake.syndication;
