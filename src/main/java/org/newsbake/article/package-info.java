/** One news item as a value, read from its file: front matter and a body in Markdown or HTML. */
package org.newsbake.article;
