package org.newsbake.render;

import freemarker.core.Environment;
import freemarker.ext.beans.BeansWrapper;
import freemarker.ext.beans.ClassMemberAccessPolicy;
import freemarker.ext.beans.DefaultMemberAccessPolicy;
import freemarker.ext.beans.MemberAccessPolicy;
import freemarker.template.AdapterTemplateModel;
import freemarker.template.Configuration;
import freemarker.template.DefaultObjectWrapper;
import freemarker.template.ObjectWrapper;
import freemarker.template.SimpleHash;
import freemarker.template.TemplateCollectionModel;
import freemarker.template.TemplateHashModel;
import freemarker.template.TemplateHashModelEx2;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateScalarModel;
import freemarker.template.TemplateSequenceModel;
import java.io.File;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Date;
import java.util.Iterator;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;
import java.util.Set;

/**
 * Java values as templates see them.
 *
 * <p>What can be seen is what FreeMarker's own wrapper of incompatible_improvements 2.3.0 shows, as
 * JBake uses it. That one copies a list or a map each time it is named; these models read the
 * original, so that naming a list of all articles on every page costs nothing. FreeMarker's newer
 * adapters do not copy either, but show Java's methods beside the keys.
 */
class Models extends DefaultObjectWrapper {

  private final BeansWrapper services;

  /** A wrapper that lets templates call methods of objects of these classes, and of no others. */
  Models(Set<Class<?>> services) {
    this(new Services(services));
  }

  /**
   * @param services wraps services
   */
  Models(BeansWrapper services) {
    super(Configuration.DEFAULT_INCOMPATIBLE_IMPROVEMENTS);
    setMemberAccessPolicy(DefaultMemberAccessPolicy.getInstance(Configuration.VERSION_2_3_33));
    this.services = services;
  }

  @Override
  public TemplateModel wrap(Object value) throws TemplateModelException {
    if (value instanceof Map<?, ?> map) {
      return new Hash(map, this);
    }
    List<?> list = list(value);
    if (list != null) {
      return new Sequence(list, this);
    }
    if (value instanceof Vocabulary.Service service) {
      return services.wrap(service.object());
    }
    if (value instanceof File file) {
      return new FileName(file);
    }
    return super.wrap(value);
  }

  /** A collection or an array as a list, or {@code null} where it is neither. */
  static List<?> list(Object value) {
    if (value instanceof Collection<?> collection) {
      return collection instanceof List<?> list && list instanceof RandomAccess
          ? list
          : new ArrayList<>(collection);
    }
    return value instanceof Object[] array ? Arrays.asList(array) : null;
  }

  /** What a map has for a key, in FreeMarker's way. */
  static Object value(Map<?, ?> map, String key) {
    Object value = map.get(key);
    return value == null && key.length() == 1 ? map.get(key.charAt(0)) : value;
  }

  /** The names of a page. A name that the vocabulary does not know is missing. */
  TemplateHashModel root(Vocabulary vocabulary) {
    return new TemplateHashModel() {
      @Override
      public TemplateModel get(String name) throws TemplateModelException {
        Object value = vocabulary.get(name);
        return value == null ? null : wrap(value);
      }

      @Override
      public boolean isEmpty() {
        return false;
      }
    };
  }

  /** What services give, in the way of FreeMarker's bean wrapper, and {@link ReadOnly}. */
  static class Services extends BeansWrapper {
    Services(Set<Class<?>> services) {
      super(Configuration.DEFAULT_INCOMPATIBLE_IMPROVEMENTS);
      setMemberAccessPolicy(new ServiceAccess(services));
    }

    @Override
    public TemplateModel wrap(Object value) throws TemplateModelException {
      // JBake's document list cannot be looked into without the classes of its database.
      Object shown = value instanceof LinkedList<?> list ? new Listing(list) : value;
      TemplateModel model = ReadOnly.model(shown, this);
      return model == null ? super.wrap(value) : model;
    }
  }

  record Hash(Map<?, ?> map, ObjectWrapper models)
      implements TemplateHashModelEx2, AdapterTemplateModel {

    @Override
    public TemplateModel get(String key) throws TemplateModelException {
      Object value = value(map, key);
      return value == null ? null : models.wrap(value);
    }

    @Override
    public boolean isEmpty() {
      return map.isEmpty();
    }

    @Override
    public int size() {
      return map.size();
    }

    @Override
    public TemplateCollectionModel keys() throws TemplateModelException {
      return copy().keys();
    }

    @Override
    public TemplateCollectionModel values() throws TemplateModelException {
      return copy().values();
    }

    @Override
    public KeyValuePairIterator keyValuePairIterator() {
      return copy().keyValuePairIterator();
    }

    /** What FreeMarker makes of a map: its keys may stand in another order than the map's own. */
    private SimpleHash copy() {
      return new SimpleHash(map, models);
    }

    @Override
    public Object getAdaptedObject(Class<?> hint) {
      return map;
    }
  }

  record Sequence(List<?> list, ObjectWrapper models)
      implements TemplateSequenceModel, AdapterTemplateModel {

    @Override
    public TemplateModel get(int index) throws TemplateModelException {
      if (index < 0 || index >= list.size()) {
        return null;
      }
      return models.wrap(list.get(index));
    }

    @Override
    public int size() {
      return list.size();
    }

    @Override
    public Object getAdaptedObject(Class<?> hint) {
      return list;
    }
  }

  /** A folder of the configuration: its names, and nothing that touches a disk. */
  private record FileName(File file) implements TemplateScalarModel, TemplateHashModel {

    @Override
    public String getAsString() {
      return file.toString();
    }

    @Override
    public TemplateModel get(String key) throws TemplateModelException {
      String value =
          switch (key) {
            case "path" -> file.getPath();
            case "name" -> file.getName();
            case "parent" -> file.getParent();
            case "absolutePath" -> file.getAbsolutePath();
            default -> null;
          };
      return value == null
          ? null
          : Environment.getCurrentEnvironment().getObjectWrapper().wrap(value);
    }

    @Override
    public boolean isEmpty() {
      return false;
    }
  }

  /** Methods of services and of the plain values that they give; of nothing else. */
  private static final class ServiceAccess implements MemberAccessPolicy {

    private static final Set<String> NEVER = Set.of("getClass", "wait", "notify", "notifyAll");

    private static final List<Class<?>> PLAIN =
        List.of(
            Collection.class,
            Map.class,
            Map.Entry.class,
            Iterator.class,
            CharSequence.class,
            Number.class,
            Boolean.class,
            Date.class);

    private final Set<Class<?>> services;

    ServiceAccess(Set<Class<?>> services) {
      this.services = services;
    }

    @Override
    public ClassMemberAccessPolicy forClass(Class<?> type) {
      boolean open =
          services.contains(type) || PLAIN.stream().anyMatch(plain -> plain.isAssignableFrom(type));
      return new ClassMemberAccessPolicy() {
        @Override
        public boolean isMethodExposed(Method method) {
          return open && !NEVER.contains(method.getName()) && !ReadOnly.fillsArray(method);
        }

        @Override
        public boolean isConstructorExposed(Constructor<?> constructor) {
          return false;
        }

        @Override
        public boolean isFieldExposed(Field field) {
          return false;
        }
      };
    }

    @Override
    public boolean isToStringAlwaysExposed() {
      return true;
    }
  }
}
