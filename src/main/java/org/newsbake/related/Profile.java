package org.newsbake.related;

/**
 * What a text was found to say.
 *
 * @param terms its terms, each once, in the order in which they were found; a {@link Hash} each
 * @param counts how often each occurs, a headline's words more than once; no more than {@link
 *     Short#MAX_VALUE}
 * @param tags its tags, each once, a {@link Hash} each
 * @param length the sum of the counts
 * @param headline stands for its headline; 0 where that is too short to tell it from others
 * @param sketch a sample by which near copies are told
 */
record Profile(
    long[] terms, short[] counts, long[] tags, float length, long headline, int[] sketch) {}
