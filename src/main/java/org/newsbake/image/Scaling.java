package org.newsbake.image;

/** Whether smaller versions of a picture can be made. */
public enum Scaling {
  POSSIBLE,
  /** It has more pixels than are decoded. */
  TOO_LARGE,
  /** Its colours are those of print: cyan, magenta, yellow and black. */
  PRINT_COLOURS,
  /** Its format has none, or it moves. */
  NONE
}
