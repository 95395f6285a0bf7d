/**
 * Which texts are alike: words, vectors, an inverted index, topics, near copies, the ranking and
 * its explanation. It knows its own small record, {@link org.newsbake.related.Text}, and nothing of
 * articles.
 */
package org.newsbake.related;
