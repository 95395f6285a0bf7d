package org.newsbake.preview;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.json.simple.JSONValue;
import org.newsbake.Problem;

/** What the script reads. */
final class Json {

  private Json() {}

  /** Maps, lists and texts as JSON on one line. */
  static String of(Object value) {
    return JSONValue.toJSONString(value);
  }

  static List<Map<String, Object>> problems(List<Problem> problems) {
    return problems.stream().map(Json::problem).toList();
  }

  private static Map<String, Object> problem(Problem problem) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("severity", problem.severity().name().toLowerCase(Locale.ROOT));
    json.put("code", problem.code());
    json.put("place", problem.location().toString());
    json.put("line", problem.location().line());
    json.put("column", problem.location().column());
    json.put("found", problem.found());
    json.put("advice", problem.advice());
    json.put("excerpt", problem.excerpt());
    return json;
  }
}
