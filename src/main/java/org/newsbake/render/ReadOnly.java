package org.newsbake.render;

import freemarker.ext.beans.BeanModel;
import freemarker.ext.beans.BeansWrapper;
import freemarker.ext.beans.CollectionModel;
import freemarker.ext.beans.DateModel;
import freemarker.ext.beans.IteratorModel;
import freemarker.ext.beans.MapModel;
import freemarker.template.TemplateMethodModelEx;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateScalarModel;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.Date;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Java objects whose methods a template may call, except those that change the object. All pages
 * share these objects, and pages are rendered in no order: a change would reach some of them.
 *
 * <p>A method that is not known to read only is refused. The object itself is not copied, because
 * the order of a map's keys shows in pages.
 */
final class ReadOnly {

  /** Names of methods of maps, collections, iterators and entries that change nothing. */
  private static final Pattern READING =
      Pattern.compile(
          "(get|is|has|contains|peek|index|lastIndex)([A-Z].*)?"
              + "|size|keySet|values|entrySet|keys|elements"
              + "|iterator|listIterator|descendingIterator|subList|toArray|reversed"
              + "|next|nextIndex|previous|previousIndex|nextElement"
              + "|first|last|element|stream|parallelStream|spliterator|forEach|forEachRemaining"
              + "|equals|hashCode|toString|compareTo|clone");

  private static final Pattern SETTER = Pattern.compile("set([A-Z].*)?");

  private static final Advice NEW_MAP = new Advice("<#assign x = x + {\"key\": value}>", "map");
  private static final Advice NEW_LIST = new Advice("<#assign x = x + [value]>", "list");
  private static final Advice NEW_DATE =
      new Advice("<#assign x = (x?long + 86400000)?number_to_datetime>", "date");

  /** The names of the methods of a class that may change its objects. */
  private static final ClassValue<Set<String>> CHANGES =
      new ClassValue<>() {
        @Override
        protected Set<String> computeValue(Class<?> type) {
          return Arrays.stream(type.getMethods())
              .filter(method -> method.getDeclaringClass() != Object.class)
              .map(Method::getName)
              .filter(
                  name ->
                      Date.class.isAssignableFrom(type)
                          ? SETTER.matcher(name).matches()
                          : !READING.matcher(name).matches())
              .collect(Collectors.toUnmodifiableSet());
        }
      };

  private ReadOnly() {}

  /** The model of an object that has methods to change it, or {@code null} for other objects. */
  static TemplateModel model(Object value, BeansWrapper wrapper) {
    if (value instanceof Map<?, ?> map) {
      return new ReadOnlyMap(map, wrapper);
    }
    if (value instanceof Collection<?> collection) {
      return new ReadOnlyCollection(collection, wrapper);
    }
    if (value instanceof Iterator<?> iterator) {
      return new ReadOnlyIterator(iterator, wrapper);
    }
    if (value instanceof Map.Entry<?, ?> entry) {
      return new ReadOnlyEntry(entry, wrapper);
    }
    return value instanceof Date date ? new ReadOnlyDate(date, wrapper) : null;
  }

  /**
   * Whether a method writes into an array that it is given, as {@code toArray(array)} does. The
   * array may belong to a document.
   */
  static boolean fillsArray(Method method) {
    return !method.isVarArgs()
        && Arrays.stream(method.getParameterTypes()).anyMatch(Class::isArray);
  }

  /** What a template writes for a value of its own. */
  private record Advice(String directive, String kind) {

    TemplateModelException refusal(String method) {
      return new TemplateModelException(
          "a template cannot call "
              + method
              + "() here: it changes what all pages share. "
              + directive
              + " makes a new "
              + kind
              + ".");
    }
  }

  private interface Reading {
    TemplateModel get(String key) throws TemplateModelException;
  }

  private static TemplateModel get(Object object, String key, Advice advice, Reading reading)
      throws TemplateModelException {
    if (CHANGES.get(object.getClass()).contains(key)) {
      return (TemplateMethodModelEx)
          arguments -> {
            throw advice.refusal(key);
          };
    }
    TemplateModel value = reading.get(key);
    if (object instanceof Collection<?>
        && key.equals("toArray")
        && value instanceof TemplateMethodModelEx method) {
      return (TemplateMethodModelEx)
          arguments -> {
            if (!arguments.isEmpty()) {
              throw advice.refusal(key);
            }
            return method.exec(arguments);
          };
    }
    return value;
  }

  /** A map with its methods and keys. */
  static class ReadOnlyMap extends MapModel {
    ReadOnlyMap(Map<?, ?> map, BeansWrapper wrapper) {
      super(map, wrapper);
    }

    @Override
    public TemplateModel get(String key) throws TemplateModelException {
      return ReadOnly.get(object, key, NEW_MAP, super::get);
    }
  }

  private static final class ReadOnlyCollection extends CollectionModel {
    ReadOnlyCollection(Collection<?> collection, BeansWrapper wrapper) {
      super(collection, wrapper);
    }

    @Override
    public TemplateModel get(String key) throws TemplateModelException {
      return ReadOnly.get(object, key, NEW_LIST, super::get);
    }
  }

  private static final class ReadOnlyIterator extends IteratorModel {
    ReadOnlyIterator(Iterator<?> iterator, BeansWrapper wrapper) {
      super(iterator, wrapper);
    }

    @Override
    public TemplateModel get(String key) throws TemplateModelException {
      return ReadOnly.get(object, key, NEW_LIST, super::get);
    }
  }

  private static final class ReadOnlyEntry extends BeanModel implements TemplateScalarModel {
    ReadOnlyEntry(Map.Entry<?, ?> entry, BeansWrapper wrapper) {
      super(entry, wrapper);
    }

    @Override
    public String getAsString() {
      return object.toString();
    }

    @Override
    public TemplateModel get(String key) throws TemplateModelException {
      return ReadOnly.get(object, key, NEW_MAP, super::get);
    }
  }

  private static final class ReadOnlyDate extends DateModel {
    ReadOnlyDate(Date date, BeansWrapper wrapper) {
      super(date, wrapper);
    }

    @Override
    public TemplateModel get(String key) throws TemplateModelException {
      return ReadOnly.get(object, key, NEW_DATE, super::get);
    }
  }
}
