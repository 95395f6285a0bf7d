package org.newsbake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jbake.app.ContentStore;
import org.jbake.model.DocumentModel;
import org.jbake.model.DocumentTypes;
import org.jbake.template.ModelExtractor;

/** A model extractor as people put them on JBake's classpath: titles, and what it was told. */
public final class HeadlineExtractor implements ModelExtractor<List<String>> {

  @Override
  @SuppressWarnings("rawtypes")
  public List<String> get(ContentStore db, Map model, String key) {
    List<String> headlines = new ArrayList<>();
    for (DocumentModel document :
        key.equals("headlines") ? db.getPublishedPosts() : db.getPublishedPages()) {
      headlines.add(document.getTitle());
    }
    Map<?, ?> config = (Map<?, ?>) model.get("config");
    headlines.add(String.valueOf(config.get("site_name")));
    headlines.add(String.valueOf(((DocumentModel) model.get("content")).getType()));
    headlines.add(String.valueOf(model.get("tag")));
    headlines.add(String.valueOf(model.get("numberOfPages")));
    headlines.add(String.valueOf(model.get("version")));
    headlines.add(String.join(" ", DocumentTypes.getDocumentTypes()));
    return headlines;
  }
}
