package org.newsbake.wire;

import java.util.List;
import org.newsbake.Problem;

/** What was read in one file. Every file gives items, or a problem that is an error. */
public record Reading(WireFormat format, List<WireItem> items, List<Problem> problems) {
  public Reading {
    items = List.copyOf(items);
    problems = List.copyOf(problems);
  }
}
