package org.newsbake.edition;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.newsbake.article.Article;
import org.newsbake.article.DataFile;
import org.newsbake.article.Samples;
import org.newsbake.article.SourceFile;

/** A site of 20 November 2026 being made for a test: articles alone, and what the test adds. */
final class SampleSite {

  private String extension = ".html";
  private Optional<String> folders = Optional.empty();
  private String zone = "UTC";
  private final Map<String, String> extensionByType = new HashMap<>();
  private final Map<String, String> patternByType = new HashMap<>();
  private final Map<PageKind, String> paths = new EnumMap<>(PageKind.class);
  private final List<SourceFile> assets = new ArrayList<>();
  private final List<DataFile> data = new ArrayList<>();
  private Optional<String> index = Optional.empty();
  private Optional<String> tags = Optional.empty();
  private boolean tagIndex;
  private SiteOptions.Machines machines = SiteOptions.Machines.NONE;

  SampleSite extension(String all) {
    extension = all;
    return this;
  }

  SampleSite extension(String type, String own) {
    extensionByType.put(type, own);
    return this;
  }

  /** Addresses below a prefix end in a slash. */
  SampleSite withoutExtension(String prefix) {
    folders = Optional.of(prefix);
    return this;
  }

  SampleSite zone(String id) {
    zone = id;
    return this;
  }

  SampleSite permalink(String pattern) {
    return permalink("post", pattern);
  }

  SampleSite permalink(String type, String pattern) {
    new Permalink(pattern, ZoneId.of(zone));
    patternByType.put(type, pattern);
    return this;
  }

  SampleSite kind(PageKind kind, String path) {
    paths.put(kind, path);
    return this;
  }

  SampleSite index(String file) {
    index = Optional.of(file);
    return this;
  }

  SampleSite tags(String folder, boolean withIndex) {
    tags = Optional.of(folder);
    tagIndex = withIndex;
    return this;
  }

  SampleSite asset(String path) {
    assets.add(new SourceFile(Path.of("asset"), path, "assets/asset"));
    return this;
  }

  SampleSite data(DataFile... files) {
    data.addAll(List.of(files));
    return this;
  }

  SampleSite machines(SiteOptions.Machines all) {
    machines = all;
    return this;
  }

  Addresses addresses() {
    return new Addresses(addressOptions(), new Newsroom(data));
  }

  Edition edition(Article... articles) {
    return Edition.at(List.of(articles), data, addresses(), Samples.november(20), false);
  }

  Site site(Article... articles) {
    return Sites.site(options(), edition(articles), assets);
  }

  Stories stories(Article... articles) {
    Edition edition = edition(articles);
    Site site = Sites.site(options(), edition, assets);
    return new Stories(new PlannedSite(edition, site, Pictures.NONE, options()), Samples::words);
  }

  private AddressOptions addressOptions() {
    Map<String, Permalink> permalinks = new HashMap<>();
    patternByType.forEach(
        (type, pattern) -> permalinks.put(type, new Permalink(pattern, ZoneId.of(zone))));
    return new AddressOptions(
        extension, extensionByType, folders.isPresent(), folders.orElse(""), "-draft", permalinks);
  }

  private SiteOptions options() {
    Map<PageKind, String> all = new EnumMap<>(paths);
    tags.ifPresent(folder -> all.put(PageKind.TAG, folder));
    return new SiteOptions(
        Sites.PUBLICATION,
        addressOptions(),
        Map.of(),
        index,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        tags,
        tagIndex,
        all,
        20,
        Optional.empty(),
        machines);
  }
}
