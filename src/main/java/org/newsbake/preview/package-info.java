/** The preview: a server that shows a site as its files are, and the pages that follow them. */
package org.newsbake.preview;
