package org.newsbake.jbake;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.function.Function;
import org.jbake.model.DocumentTypes;
import org.jbake.template.ModelExtractors;
import org.jbake.template.NoModelExtractorException;
import org.jbake.template.TemplateEngineAdapter;
import org.jbake.template.model.TemplateModel;

/**
 * The model extractors that others put on the classpath, in JBake's way: a file {@code
 * META-INF/org.jbake.template.ModelExtractors.properties} of class names and the names that they
 * answer. JBake's own are answered from the edition, and never called.
 */
final class Extractors {

  private static final String DESCRIPTOR = "META-INF/org.jbake.template.ModelExtractors.properties";
  private static final String JBAKE = "org.jbake.template.model.";

  private final EditionStore store;
  private final Set<String> names;

  Extractors(EditionStore store, List<String> types) {
    this.store = store;
    names = names();
    if (!names.isEmpty()) {
      // Extractors ask JBake's registry for the types of the site.
      DocumentTypes.resetDocumentTypes();
      types.forEach(DocumentTypes::addDocumentType);
    }
  }

  private static Set<String> names() {
    Set<String> names = new HashSet<>();
    try {
      ClassLoader loader = Extractors.class.getClassLoader();
      for (URL descriptor : Collections.list(loader.getResources(DESCRIPTOR))) {
        Properties properties = new Properties();
        try (InputStream in = descriptor.openStream()) {
          properties.load(in);
        }
        properties.forEach(
            (className, keys) -> {
              if (!className.toString().startsWith(JBAKE)) {
                names.addAll(Arrays.asList(keys.toString().split(",")));
              }
            });
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + DESCRIPTOR, e);
    }
    return names;
  }

  boolean has(String name) {
    return names.contains(name) && ModelExtractors.getInstance().containsKey(name);
  }

  /** What the extractor of a name gives for a page. */
  Object get(String name, Function<String, Object> shared, Map<String, Object> own) {
    TemplateModel model = new TemplateModel();
    model.put("config", shared.apply("config"));
    model.put("version", shared.apply("version"));
    model.putAll(own);
    try {
      return ModelExtractors.getInstance()
          .extractAndTransform(store, name, model, new TemplateEngineAdapter.NoopAdapter());
    } catch (NoModelExtractorException e) {
      throw new IllegalStateException("no extractor for " + name, e);
    }
  }
}
