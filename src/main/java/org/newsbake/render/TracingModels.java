package org.newsbake.render;

import freemarker.template.AdapterTemplateModel;
import freemarker.template.TemplateCollectionModel;
import freemarker.template.TemplateHashModel;
import freemarker.template.TemplateHashModelEx2;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateSequenceModel;
import java.util.List;
import java.util.Map;

/**
 * The names of a page as models that note which values the page reads. Maps about subjects note
 * that themselves.
 */
final class TracingModels {

  private final Models models;
  private final Facets facets;

  /**
   * @param models makes the models
   */
  TracingModels(Models models, Facets facets) {
    this.models = models;
    this.facets = facets;
  }

  TemplateHashModel root(Vocabulary vocabulary) {
    return new TemplateHashModel() {
      @Override
      public TemplateModel get(String name) throws TemplateModelException {
        Trace trace = Trace.current();
        Object value = vocabulary.get(name);
        if (trace == null) {
          return value == null ? null : models.wrap(value);
        }
        if (vocabulary.isForeign(name)) {
          trace.read(facets.number(new Facets.Facet.Everything("the model extractor of " + name)));
          return value == null ? null : models.wrap(value);
        }
        if (value instanceof Vocabulary.Service) {
          trace.read(facets.number(new Facets.Facet.OfService(name)));
          return models.wrap(value);
        }
        boolean own = value != null && !vocabulary.isShared(name);
        return noted(value, facets.root(own).to(name));
      }

      @Override
      public boolean isEmpty() {
        return false;
      }
    };
  }

  private TemplateModel noted(Object value, Facets.Place place) throws TemplateModelException {
    Trace trace = Trace.current();
    if (trace != null) {
      trace.read(place.number());
    }
    return model(value, place);
  }

  private TemplateModel model(Object value, Facets.Place place) throws TemplateModelException {
    if (value == null) {
      return null;
    }
    if (value instanceof Vocabulary.Traced) {
      return models.wrap(value);
    }
    if (value instanceof Map<?, ?> map) {
      return new Hash(map, place);
    }
    List<?> list = Models.list(value);
    return list == null ? models.wrap(value) : new Sequence(list, place);
  }

  private static void read(Facets.Place place, Facets.Whole whole) {
    Trace trace = Trace.current();
    if (trace != null) {
      trace.read(place.to(whole).number());
    }
  }

  private final class Hash implements TemplateHashModelEx2, AdapterTemplateModel {
    private final Map<?, ?> map;
    private final Facets.Place place;

    Hash(Map<?, ?> map, Facets.Place place) {
      this.map = map;
      this.place = place;
    }

    private Models.Hash all() {
      read(place, Facets.Whole.CONTENTS);
      return new Models.Hash(map, models);
    }

    @Override
    public TemplateModel get(String key) throws TemplateModelException {
      return noted(Models.value(map, key), place.to(key));
    }

    @Override
    public boolean isEmpty() {
      return all().isEmpty();
    }

    @Override
    public int size() {
      return all().size();
    }

    @Override
    public TemplateCollectionModel keys() throws TemplateModelException {
      return all().keys();
    }

    @Override
    public TemplateCollectionModel values() throws TemplateModelException {
      return all().values();
    }

    @Override
    public KeyValuePairIterator keyValuePairIterator() {
      return all().keyValuePairIterator();
    }

    @Override
    public Object getAdaptedObject(Class<?> hint) {
      return all().getAdaptedObject(hint);
    }
  }

  private final class Sequence implements TemplateSequenceModel, AdapterTemplateModel {
    private final List<?> list;
    private final Facets.Place place;

    Sequence(List<?> list, Facets.Place place) {
      this.list = list;
      this.place = place;
    }

    @Override
    public TemplateModel get(int index) throws TemplateModelException {
      if (index < 0 || index >= list.size()) {
        read(place, Facets.Whole.SIZE);
        return null;
      }
      Object value = list.get(index);
      Trace trace = Trace.current();
      if (list instanceof Vocabulary.Subjects && trace != null) {
        trace.read(place.position(index, list.size()));
        return models.wrap(value);
      }
      return noted(value, place.to(index));
    }

    @Override
    public int size() {
      read(place, Facets.Whole.SIZE);
      return list.size();
    }

    @Override
    public Object getAdaptedObject(Class<?> hint) {
      read(place, Facets.Whole.CONTENTS);
      return list;
    }
  }
}
