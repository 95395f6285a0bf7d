package org.newsbake;

/** How much a {@link Problem} matters: an error keeps the site from being written. */
public enum Severity {
  ERROR,
  WARNING
}
