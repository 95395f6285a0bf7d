package org.newsbake.jbake;

import java.io.File;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.configuration2.CompositeConfiguration;
import org.apache.commons.configuration2.interpol.DefaultLookups;
import org.apache.commons.configuration2.interpol.Lookup;
import org.jbake.app.JBakeException;
import org.jbake.app.configuration.ConfigUtil;
import org.jbake.app.configuration.DefaultJBakeConfiguration;
import org.newsbake.Problem;

/**
 * What {@code ${env:NAME}} and its like in {@code jbake.properties} may read. JBake fills in the
 * environment, the system's properties and files of the machine; who bakes a project of others
 * would publish their secrets. So nothing is filled in but {@code ${other.key}}, unless the site
 * asks for it by {@code config.lookups}.
 */
final class Lookups {

  static final String KEY = "config.lookups";

  /** Those that a site may ask for: they reach no network and run nothing. */
  static final List<String> CHOICES = List.of("const", "date", "env", "file", "java", "sys");

  private static final Pattern REFERENCE = Pattern.compile("(\\$?)\\$\\{([\\w.-]+)(:?)");

  private static final Set<String> PREFIXES =
      Arrays.stream(DefaultLookups.values())
          .map(DefaultLookups::getPrefix)
          .collect(Collectors.toCollection(TreeSet::new));

  private Lookups() {}

  /**
   * Reads a project's properties with JBake's own classes, and fills in what the site asks for.
   *
   * @param output where to write the site, or {@code null} for where the project says
   */
  static DefaultJBakeConfiguration read(File folder, File output) throws JBakeException {
    DefaultJBakeConfiguration read =
        (DefaultJBakeConfiguration)
            new ConfigUtil().loadConfig(folder, new File(folder, ProjectReader.FILE));
    CompositeConfiguration properties = read.getCompositeConfiguration();
    properties.setPrefixLookups(Map.of());
    Map<String, Lookup> allowed = new TreeMap<>();
    for (String name : allowed(properties)) {
      Arrays.stream(DefaultLookups.values())
          .filter(lookup -> lookup.getPrefix().equals(name))
          .forEach(lookup -> allowed.put(name, lookup.getLookup()));
    }
    properties.setPrefixLookups(allowed);
    DefaultJBakeConfiguration configuration = new DefaultJBakeConfiguration(folder, properties);
    configuration.setDestinationFolder(output);
    configuration.setClearCache(false);
    return configuration;
  }

  private static List<String> allowed(CompositeConfiguration properties) {
    return Arrays.stream(properties.getStringArray(KEY))
        .map(String::trim)
        .filter(CHOICES::contains)
        .toList();
  }

  /**
   * What a file asks for and does not get.
   *
   * @param properties what was read, with what is allowed in it
   * @param written the values of the file as they are written, by key
   * @param values says where they stand
   */
  static List<Problem> problems(
      CompositeConfiguration properties, Map<String, String> written, PropertyValues values) {
    List<String> allowed = allowed(properties);
    List<Problem> problems = new ArrayList<>();
    Predicate<String> isSystem = name -> System.getProperty(name) != null;
    written.forEach(
        (key, value) -> {
          Matcher reference = REFERENCE.matcher(value);
          while (reference.find()) {
            String name = reference.group(2);
            boolean prefixed = !reference.group(3).isEmpty() && PREFIXES.contains(name);
            boolean system = !written.containsKey(name) && isSystem.test(name);
            if (!reference.group(1).isEmpty() || prefixed && allowed.contains(name)) {
              continue;
            }
            if (prefixed || reference.group(3).isEmpty() && system) {
              problems.add(off(key, reference.group(), prefixed ? name : "sys", values));
            }
          }
        });
    return problems;
  }

  private static Problem off(String key, String reference, String lookup, PropertyValues values) {
    String advice =
        CHOICES.contains(lookup)
            ? "Write the value itself, or allow it with " + KEY + "=" + lookup + "."
            : "Write the value itself.";
    String sys =
        reference.endsWith(":") ? "" : " and refer to it as ${sys:" + reference.substring(2) + "}.";
    return Problem.error(
            "config-lookup",
            values.location(key, reference),
            key + " would be filled in from this machine: " + reference + "….",
            sys.isEmpty() ? advice : advice.substring(0, advice.length() - 1) + sys)
        .showing(values.line(key));
  }
}
