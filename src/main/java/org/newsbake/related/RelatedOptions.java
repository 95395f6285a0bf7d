package org.newsbake.related;

/**
 * How related texts are chosen.
 *
 * @param count how many there are for each text, from 0; 0 for none
 * @param ownBoost by which share the newsroom's own texts are lifted over an agency's, from 0 (not
 *     at all) to 1 (twice the score)
 */
public record RelatedOptions(int count, double ownBoost) {

  /** What holds where nothing is said: seven links, own texts first when scores are close. */
  public static final RelatedOptions DEFAULT = new RelatedOptions(7, 0.05);

  /** No links at all. */
  public static final RelatedOptions NONE = new RelatedOptions(0, 0);

  /** The most links that a list may have. */
  public static final int MOST = 50;

  public RelatedOptions {
    if (count < 0 || count > MOST) {
      throw new IllegalArgumentException("from 0 to " + MOST + " links: " + count);
    }
    if (!(ownBoost >= 0 && ownBoost <= 1)) {
      throw new IllegalArgumentException("from 0 to 1: " + ownBoost);
    }
  }
}
