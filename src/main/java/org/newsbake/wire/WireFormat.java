package org.newsbake.wire;

/** A format in which agencies send copy. */
public enum WireFormat {
  NEWSML_G2("newsml-g2"),
  NEWSML_1("newsml-1"),
  NITF("nitf"),
  NINJS("ninjs"),
  AP_JSON("ap-json"),
  ANPA("anpa"),
  IPTC_7901("iptc7901"),
  FEED("feed"),
  UNKNOWN("unknown");

  private final String label;

  WireFormat(String label) {
    this.label = label;
  }

  /** Its name in reports and in front matter. */
  @Override
  public String toString() {
    return label;
  }
}
