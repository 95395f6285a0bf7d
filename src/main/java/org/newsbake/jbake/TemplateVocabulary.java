package org.newsbake.jbake;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.RandomAccess;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jbake.app.configuration.JBakeConfiguration;
import org.jbake.model.DocumentModel;
import org.jbake.template.model.TemplateModel;
import org.jbake.util.DataFileUtil;
import org.newsbake.edition.Addresses;
import org.newsbake.edition.Edition;
import org.newsbake.edition.Entry;
import org.newsbake.edition.Page;
import org.newsbake.edition.Page.ArticlePage;
import org.newsbake.edition.Page.GroupPage;
import org.newsbake.edition.Page.ListPage;
import org.newsbake.edition.Page.Pagination;
import org.newsbake.edition.Page.TagPage;
import org.newsbake.edition.Page.UnavailablePage;
import org.newsbake.edition.Page.WithdrawnPage;
import org.newsbake.edition.PageKind;
import org.newsbake.edition.Stories;
import org.newsbake.edition.Story;
import org.newsbake.render.PageRenderer;
import org.newsbake.render.Trace;
import org.newsbake.render.Vocabulary;

/**
 * JBake's template vocabulary over an edition. What does not depend on the page is made once, when
 * a page first asks for it; {@link #of} adds what does. Immutable and thread-safe.
 */
public final class TemplateVocabulary {

  private final Documents documents;
  private final Map<String, Supplier<Object>> shared = new HashMap<>();
  private final Extractors extractors;
  private final EditionStore store;
  private final boolean newsroom;
  private final Stories stories;
  private final SiteModel site;
  private final Function<Entry, List<Entry>> related;
  private final Function<Story, String> structuredData;

  /**
   * @param related gives {@code content.related}
   * @param structuredData gives {@code story.json_ld}
   */
  TemplateVocabulary(
      Project project,
      Stories stories,
      Function<Entry, List<Entry>> related,
      Function<Story, String> structuredData) {
    newsroom = project.newsroom();
    this.stories = stories;
    this.related = related;
    this.structuredData = structuredData;
    Edition edition = stories.edition();
    JBakeConfiguration configuration = project.configuration();
    List<String> types = project.documentTypes();
    String dataType = configuration.getDataFileDocType();
    documents =
        new Documents(
            stories,
            new Addresses(project.siteOptions().addresses()),
            types,
            dataType,
            new Documents.Files(
                configuration.getContentFolder().getPath(),
                configuration.getDataFolder().getPath()),
            project.newsroom(),
            structuredData);
    store = new EditionStore(documents);
    extractors = new Extractors(store, types);

    site = new SiteModel(stories, project.siteOptions().machines().feeds(), documents);
    share("newsroom", () -> site.newsroom());
    share("config", () -> Collections.unmodifiableMap(configuration.asHashMap()));
    share("version", () -> configuration.getVersion());
    share("db", () -> new Vocabulary.Service(store));
    share("data", () -> new Vocabulary.Service(new DataFileUtil(store, dataType)));
    share("published_date", () -> Date.from(edition.instant()));
    share("published_posts", () -> documents.published("post"));
    share("published_pages", () -> documents.published("page"));
    share("published_content", () -> concatenated(types, documents::published));
    share(
        "all_content",
        () ->
            concatenated(
                types.stream().filter(type -> !type.equals(dataType)).toList(), documents::all));
    share("alltags", () -> new ArrayList<>(documents.tags()));
    share("tags", () -> tags(configuration));
    share("tag_posts", () -> List.of());
    share("tagged_documents", () -> List.of());
    for (String type : List.of("page", "post", "index", "archive", "feed")) {
      share(type + "s", () -> documents.all(type));
    }
    // JBake gives a type its two lists unless there is a list of the first name already.
    for (String type : types) {
      if (!shared.containsKey(type + "s")) {
        share(type + "s", () -> documents.all(type));
        share("published_" + type + "s", () -> documents.published(type));
      }
    }
  }

  /** Makes a value when a page first asks for it, for all pages. */
  private void share(String name, Supplier<Object> making) {
    shared.put(name, new Shared(making));
  }

  private Object shared(String name) {
    Supplier<Object> value = shared.get(name);
    return value == null ? null : value.get();
  }

  /** A value that is made once. */
  private static final class Shared implements Supplier<Object> {
    private final Supplier<Object> making;
    private volatile Object value;

    Shared(Supplier<Object> making) {
      this.making = making;
    }

    @Override
    public Object get() {
      if (value == null) {
        synchronized (this) {
          if (value == null) {
            value = Trace.aside(making);
          }
        }
      }
      return value;
    }
  }

  private List<TemplateModel> tags(JBakeConfiguration configuration) {
    List<TemplateModel> tags = new ArrayList<>();
    for (String tag : documents.tags()) {
      TemplateModel model = new TemplateModel();
      model.setName(tag);
      model.setUri(configuration.getTagPathName() + "/" + tag + configuration.getOutputExtension());
      model.setTaggedPosts(documents.postsWithTag(tag));
      model.setTaggedDocuments(documents.documentsWithTag(tag));
      tags.add(model);
    }
    // JBake puts each tag before the others.
    Collections.reverse(tags);
    return tags;
  }

  private static List<DocumentModel> concatenated(
      List<String> types, Function<String, SharedDocuments<DocumentModel>> list) {
    return new Concatenated(types.stream().map(list).toList());
  }

  /** Lists behind each other, of which nothing is read before it is asked for. */
  private static final class Concatenated extends AbstractList<DocumentModel>
      implements RandomAccess {
    private final List<SharedDocuments<DocumentModel>> lists;

    Concatenated(List<SharedDocuments<DocumentModel>> lists) {
      this.lists = lists;
    }

    @Override
    public DocumentModel get(int index) {
      int rest = Objects.checkIndex(index, size());
      for (SharedDocuments<DocumentModel> list : lists) {
        if (rest < list.size()) {
          return list.get(rest);
        }
        rest -= list.size();
      }
      throw new IndexOutOfBoundsException(index);
    }

    @Override
    public int size() {
      return lists.stream().mapToInt(SharedDocuments::size).sum();
    }
  }

  /** The vocabulary of one page. */
  public Vocabulary of(Page.Rendered page) {
    if (page instanceof ArticlePage article) {
      return vocabulary(Map.of("content", content(article)));
    }
    Map<String, Object> names = new HashMap<>();
    if (page instanceof TagPage tagPage) {
      names.put("content", simple("tag", tagPage.rootPath()));
      names.put("tag", tagPage.tag());
      names.put("tag_posts", documents.postsWithTag(tagPage.tag()));
      names.put("tagged_documents", documents.documentsWithTag(tagPage.tag()));
      names.put(
          "listing", tagPage.listing().map(site::listing).orElseGet(() -> site.listing(tagPage)));
    } else if (page instanceof GroupPage group) {
      names.put("content", simple(group.listing().group().kind().word(), group.rootPath()));
      names.put("listing", site.listing(group.listing()));
    } else if (page instanceof WithdrawnPage withdrawn) {
      names.put("content", simple("withdrawn", withdrawn.rootPath()));
    } else if (page instanceof UnavailablePage unavailable) {
      names.put("content", simple("unavailable", unavailable.rootPath()));
    } else if (page instanceof ListPage list) {
      names.put("content", simple(list.kind(), list.rootPath()));
      list.pagination().ifPresent(pagination -> paginate(names, pagination));
      if (list.kind().equals(PageKind.FRONT.word())) {
        names.put("front", site.front());
      }
    }
    return vocabulary(names);
  }

  /**
   * The story whose data make the template of a page fail, if those of one story do.
   *
   * @param renderer has failed to render the page
   */
  public Optional<Entry> culprit(PageRenderer renderer, Page.Rendered page) {
    return renderer.culprit(page.template(), of(page)).map(Entry.class::cast);
  }

  /** The names that all pages have, and a page's root path. */
  public Vocabulary ofAllPages(String rootPath) {
    return vocabulary(Map.of("content", simple("", rootPath)));
  }

  private Vocabulary vocabulary(Map<String, Object> own) {
    return new Vocabulary() {
      @Override
      public Object get(String name) {
        if (extractors.has(name)) {
          return extractors.get(name, TemplateVocabulary.this::shared, own);
        }
        Object value = own.get(name);
        return value == null ? shared(name) : value;
      }

      @Override
      public boolean isForeign(String name) {
        return extractors.has(name);
      }

      @Override
      public boolean isShared(String name) {
        return shared.containsKey(name) && !own.containsKey(name) && !extractors.has(name);
      }
    };
  }

  private DocumentModel content(ArticlePage page) {
    int number = documents.number(page.entry());
    DocumentModel content =
        new StoryDocument(
            page.entry(),
            page.entry().article(),
            number,
            Map.of(
                "story",
                () -> new StoryModel(stories.of(page.entry()), number, structuredData),
                "related",
                () -> related(page.entry())));
    content.putAll(documents.of(page.entry()));
    if (newsroom || !page.entry().article().details().related().isEmpty()) {
      // They are the first of its related stories, and not for templates.
      content.remove("related");
    }
    content.setPreviousContent(page.previous().map(documents::link).orElse(null));
    content.setNextContent(page.next().map(documents::link).orElse(null));
    return content;
  }

  private List<DocumentModel> related(Entry entry) {
    return related.apply(entry).stream().map(documents::of).toList();
  }

  private void paginate(Map<String, Object> names, Pagination pagination) {
    names.put("numberOfPages", pagination.pages());
    names.put("currentPageNumber", pagination.number());
    Optional<String> previous = pagination.previous();
    previous.ifPresent(file -> names.put("previousFileName", file));
    pagination.next().ifPresent(file -> names.put("nextFileName", file));
    List<DocumentModel> posts = documents.published("post");
    int end = (int) Math.min(posts.size(), (long) pagination.start() + pagination.limit());
    names.put("published_posts", posts.subList(pagination.start(), end));
  }

  private static DocumentModel simple(String type, String rootPath) {
    DocumentModel content = new DocumentModel();
    content.setType(type);
    content.setRootPath(rootPath);
    return content;
  }
}
