package org.newsbake.related;

import org.newsbake.related.Explanation.Reason;

/** A text with what it is ranked by, and why it is where it is; see {@link Explanation.Link}. */
record Scored(
    Member member,
    Reason reason,
    Member of,
    float score,
    float words,
    float topics,
    float recency,
    float section,
    float own) {

  static Scored unscored(Member member, Reason reason) {
    return new Scored(member, reason, null, 0, 0, 0, 1, 1, 1);
  }

  Scored because(Reason other, Member copied) {
    return new Scored(member, other, copied, score, words, topics, recency, section, own);
  }
}
