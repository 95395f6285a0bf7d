package org.newsbake.render;

import freemarker.core.InvalidReferenceException;
import freemarker.template.AdapterTemplateModel;
import freemarker.template.TemplateCollectionModel;
import freemarker.template.TemplateException;
import freemarker.template.TemplateHashModelEx2;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateNotFoundException;
import freemarker.template.TemplateScalarModel;
import freemarker.template.TemplateSequenceModel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Models that remember which values of {@link Vocabulary.Traced} maps a template read, for one
 * rendering of one page. What such a map holds belongs to its subject, too, unless it is traced
 * itself.
 */
final class TracedModels extends Models {

  /** A name, a path of names such as {@code post.title}, or {@code post["title"]}. */
  private static final Pattern PATH =
      Pattern.compile("\\(*(?<path>.*\\.)?(?<name>\\w+)\\)*|.*\\[[\"'](?<quoted>[^\"'\\]]+)[\"']]");

  private static final String ELEMENT = "[]";

  private final Reads reads;

  TracedModels(Set<Class<?>> services) {
    this(new Reads(), services);
  }

  private TracedModels(Reads reads, Set<Class<?>> services) {
    super(new TracedServices(reads, services));
    this.reads = reads;
  }

  @Override
  public TemplateModel wrap(Object value) throws TemplateModelException {
    return about(null, value);
  }

  private TemplateModel about(Object around, Object value) throws TemplateModelException {
    Object subject = value instanceof Vocabulary.Traced traced ? traced.subject() : around;
    if (subject == null) {
      return super.wrap(value);
    }
    if (value instanceof Map<?, ?> map) {
      return new TracedHash(new Hash(map, it -> about(subject, it)), reads, subject);
    }
    List<?> list = list(value);
    return list == null
        ? super.wrap(value)
        : new TracedSequence(new Sequence(list, it -> about(subject, it)), reads, subject);
  }

  /** Whose data made a template fail, if those of a traced map did. */
  Optional<Object> culprit(TemplateException failure) {
    return Optional.ofNullable(reads.culprit(failure)).map(Read::subject);
  }

  /** Whose data were read last. */
  Optional<Object> last() {
    return Optional.ofNullable(reads.last).map(Read::subject);
  }

  private record Read(Object subject, TemplateModel value) {}

  /** What was read so far: the last reads are what matters. */
  private static final class Reads {
    private Read last;
    private Read lastMissing;
    private final Map<String, Read> lastByKey = new HashMap<>();
    private final Map<String, Read> lastMissingByKey = new HashMap<>();

    TemplateModel note(Object subject, String key, TemplateModel value) {
      last = new Read(subject, value);
      lastByKey.put(key, last);
      if (value == null) {
        lastMissing = last;
        lastMissingByKey.put(key, last);
      }
      return value;
    }

    private Read culprit(TemplateException failure) {
      String expression = failure.getBlamedExpressionString();
      Matcher path = expression == null ? null : PATH.matcher(expression);
      boolean missing = failure instanceof InvalidReferenceException;
      if (missesTemplate(failure)) {
        return last != null && names(last.value, failure) ? last : null;
      }
      if (path == null || !path.matches()) {
        return last;
      }
      String key = path.group("name") == null ? path.group("quoted") : path.group("name");
      Read read = (missing ? lastMissingByKey : lastByKey).get(key);
      boolean isVariable = path.group("name") != null && path.group("path") == null;
      if (read != null || !isVariable) {
        return read;
      }
      // A loop variable, or an argument of a macro, which has a name of its own.
      if (!missing) {
        return last;
      }
      Read element = lastMissingByKey.get(ELEMENT);
      return element == null && failure.getFTLInstructionStack().contains(" @")
          ? lastMissing
          : element;
    }

    private static boolean missesTemplate(Throwable failure) {
      for (Throwable e = failure; e != null; e = e.getCause()) {
        if (e instanceof TemplateNotFoundException) {
          return true;
        }
      }
      return false;
    }

    private static boolean names(TemplateModel value, TemplateException failure) {
      try {
        return value instanceof TemplateScalarModel text
            && !text.getAsString().isEmpty()
            && failure.getMessage().contains(text.getAsString());
      } catch (TemplateModelException e) {
        return false;
      }
    }
  }

  private record TracedHash(Hash hash, Reads reads, Object subject)
      implements TemplateHashModelEx2, AdapterTemplateModel {

    @Override
    public TemplateModel get(String key) throws TemplateModelException {
      // Making the value may fail.
      reads.last = new Read(subject, null);
      return reads.note(subject, key, hash.get(key));
    }

    @Override
    public boolean isEmpty() {
      return hash.isEmpty();
    }

    @Override
    public int size() {
      return hash.size();
    }

    @Override
    public TemplateCollectionModel keys() throws TemplateModelException {
      return hash.keys();
    }

    @Override
    public TemplateCollectionModel values() throws TemplateModelException {
      return hash.values();
    }

    @Override
    public KeyValuePairIterator keyValuePairIterator() {
      return hash.keyValuePairIterator();
    }

    @Override
    public Object getAdaptedObject(Class<?> hint) {
      return hash.getAdaptedObject(hint);
    }
  }

  private record TracedSequence(Sequence sequence, Reads reads, Object subject)
      implements TemplateSequenceModel, AdapterTemplateModel {

    @Override
    public TemplateModel get(int index) throws TemplateModelException {
      return reads.note(subject, ELEMENT, sequence.get(index));
    }

    @Override
    public int size() {
      return sequence.size();
    }

    @Override
    public Object getAdaptedObject(Class<?> hint) {
      return sequence.getAdaptedObject(hint);
    }
  }

  /** Documents that a template gets from a service, such as JBake's {@code db}. */
  private static final class TracedServices extends Services {
    private final Reads reads;

    TracedServices(Reads reads, Set<Class<?>> services) {
      super(services);
      this.reads = reads;
    }

    @Override
    public TemplateModel wrap(Object value) throws TemplateModelException {
      return value instanceof Vocabulary.Traced traced && value instanceof Map<?, ?> map
          ? new TracedBean(map, this, traced.subject())
          : super.wrap(value);
    }

    private static final class TracedBean extends ReadOnly.ReadOnlyMap {
      private final Reads reads;
      private final Object subject;

      TracedBean(Map<?, ?> map, TracedServices services, Object subject) {
        super(map, services);
        this.reads = services.reads;
        this.subject = subject;
      }

      @Override
      public TemplateModel get(String key) throws TemplateModelException {
        return reads.note(subject, key, super.get(key));
      }
    }
  }
}
