package org.newsbake.related;

import java.util.Comparator;

/**
 * A text among the others of its language.
 *
 * @param text the text
 * @param language its language, without region or script
 * @param number its number among the texts of its language
 * @param key a hash of its path: what is spread evenly and stays with it
 * @param headline stands for its headline; 0 where that is too short to tell it from others
 * @param sketch a sample by which near copies are told
 */
record Member(Text text, String language, int number, long key, long headline, int[] sketch) {

  /** Newest first, then by path. */
  static final Comparator<Member> NEWEST =
      Comparator.comparing((Member member) -> member.text.date())
          .reversed()
          .thenComparing(member -> member.text.path());

  /** Near copies are only looked for among texts that are so much alike in words. */
  private static final float LIKE_COPIES = 0.3f;

  /** Texts of one headline are copies when they are not further apart. */
  private static final float SAME_HEADLINE_DAYS = 3;

  /** Each is itself alone: comparing texts would take long and tell nothing more. */
  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return number;
  }

  boolean isNewerThan(Member other) {
    return NEWEST.compare(this, other) < 0;
  }

  /** The days between two texts. */
  float daysTo(Member other) {
    return Math.abs(text.date().getEpochSecond() - other.text.date().getEpochSecond()) / 86_400f;
  }

  /**
   * Whether two texts are versions of one.
   *
   * @param words the likeness of their words; 1 where it is not known
   */
  boolean isVersionOf(Member other, float words) {
    if (text.guid().isPresent() && text.guid().equals(other.text.guid())) {
      return true;
    }
    return words >= LIKE_COPIES
        && language.equals(other.language)
        && (headline != 0 && headline == other.headline && daysTo(other) <= SAME_HEADLINE_DAYS
            || Sketch.near(sketch, other.sketch));
  }
}
