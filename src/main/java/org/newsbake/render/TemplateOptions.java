package org.newsbake.render;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * How templates are found and run.
 *
 * @param folder the folder that holds all templates; none outside it is ever read
 * @param name the folder as problems name it
 * @param charset the encoding of the templates and of the pages: {@code render.encoding}
 * @param outputEncoding what FreeMarker's {@code ?url} and {@code .output_encoding} use
 * @param locale the language of numbers and dates, unless a template sets another one
 * @param zone the zone of dates, unless a template sets another one
 * @param otherEngines the extensions of templates that are for JBake's other template engines
 * @param services the classes whose objects templates may call methods of
 */
public record TemplateOptions(
    Path folder,
    String name,
    Charset charset,
    String outputEncoding,
    Locale locale,
    ZoneId zone,
    List<String> otherEngines,
    Set<Class<?>> services) {

  public TemplateOptions {
    otherEngines = List.copyOf(otherEngines);
    services = Set.copyOf(services);
  }
}
