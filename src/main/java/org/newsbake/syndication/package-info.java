/**
 * What other programs read of a site: RSS, Atom, JSON Feed, sitemaps, robots.txt, structured data
 * and files for web hosts.
 *
 * <p>{@link org.newsbake.syndication.Syndicator} is the way in: it asks the stories of a site for
 * what is to be told, and fills small records of this package with it ({@code Story}, {@code
 * Channel}, {@code Picture}, …), which is all that the formats know. Same site in, same bytes out:
 * no clock, no locale, no time zone of the machine.
 */
package org.newsbake.syndication;
