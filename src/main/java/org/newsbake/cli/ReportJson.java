package org.newsbake.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.json.simple.JSONValue;
import org.newsbake.Problem;
import org.newsbake.bake.Report;

/** A report as JSON, for scripts. */
final class ReportJson {

  private ReportJson() {}

  static String of(Report report) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("written", report.written().isPresent());
    json.put("failed", report.failed());
    json.put("contentFiles", report.contentFiles());
    json.put("pages", report.pages());
    json.put("notLive", report.absent());
    json.put("heldBack", report.held());
    json.put("rendered", report.rendered());
    json.put("made", report.made());
    json.put("assets", report.assets());
    report
        .written()
        .ifPresent(
            written -> {
              json.put("filesWritten", written.files());
              json.put("unchanged", written.unchanged());
              json.put("removed", written.removed());
              json.put("foreign", written.foreign());
            });
    report
        .withdrawn()
        .ifPresent(
            withdrawn -> {
              json.put("withdrawnStories", withdrawn.stories());
              json.put("withdrawnPages", withdrawn.pages());
            });
    json.put("errors", report.errors());
    json.put("warnings", report.warnings());
    json.put("problems", problems(report.problems()));
    json.put("milliseconds", report.milliseconds());
    return JSONValue.toJSONString(json) + "\n";
  }

  private static List<Map<String, Object>> problems(List<Problem> problems) {
    return problems.stream()
        .map(
            problem -> {
              Map<String, Object> json = new LinkedHashMap<>();
              json.put("severity", problem.severity().name().toLowerCase(Locale.ROOT));
              json.put("code", problem.code());
              json.put("file", problem.location().file());
              json.put("line", problem.location().line());
              json.put("column", problem.location().column());
              json.put("found", problem.found());
              json.put("advice", problem.advice());
              return json;
            })
        .toList();
  }
}
