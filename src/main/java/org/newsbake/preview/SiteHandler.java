package org.newsbake.preview;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.content.HttpContent;
import org.eclipse.jetty.http.content.ResourceHttpContent;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.ResourceService;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.resource.Resource;
import org.eclipse.jetty.util.resource.ResourceFactory;
import org.newsbake.bake.LiveSite;
import org.newsbake.bake.SiteSnapshot;
import org.newsbake.edition.Edition;
import org.newsbake.edition.Page;
import org.newsbake.jbake.Project;

/** Answers with the pages and files of the site. */
final class SiteHandler extends Handler.Abstract {

  /** What guests are told of all that is not live. */
  static final String TOKEN_NEEDED =
      "What is not live needs the address with the token that newsbake serve printed.";

  private final SiteUpdates updates;
  private final LiveSite site;
  private final boolean drafts;
  private final Clock clock;
  private final PageCache prints;
  private final ResourceService files = new ResourceService();

  /**
   * @param drafts whether the site has its drafts, which are not for guests
   */
  SiteHandler(SiteUpdates updates, PageCache prints, LiveSite site, boolean drafts, Clock clock) {
    this.site = site;
    this.drafts = drafts;
    this.clock = clock;
    this.updates = updates;
    this.prints = prints;
    files.setAcceptRanges(true);
    files.setEtags(true);
    files.setDirAllowed(false);
    files.setCacheControl("no-cache");
    files.setPrecompressedFormats(List.of());
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    if (!HttpMethod.GET.is(request.getMethod()) && !HttpMethod.HEAD.is(request.getMethod())) {
      response.getHeaders().put(HttpHeader.ALLOW, "GET, HEAD");
      Answers.text(response, callback, HttpStatus.METHOD_NOT_ALLOWED_405, "Only GET and HEAD.");
      return true;
    }
    Optional<String> path = RequestPath.decoded(request.getHttpURI().getPath());
    if (path.isEmpty()) {
      Answers.text(response, callback, HttpStatus.BAD_REQUEST_400, "This is no path of a site.");
      return true;
    }
    boolean guest = AccessCheck.isGuest(request);
    boolean closed = guest && (drafts || site.isElsewhere());
    SiteSnapshot snapshot = updates.newest();
    // Somebody may have moved the instant meanwhile.
    if (closed || guest && (site.isElsewhere() || isAhead(snapshot))) {
      Answers.text(response, callback, HttpStatus.FORBIDDEN_403, TOKEN_NEEDED);
      return true;
    }
    String context = context(snapshot);
    if (!context.isEmpty() && !path.get().startsWith(context)) {
      outside(request, response, callback, path.get(), context);
      return true;
    }
    Target place = Target.of(snapshot, path.get().substring(context.length()));
    if (place instanceof Target.Found found) {
      found(snapshot, found.page(), request, response, callback);
    } else if (place instanceof Target.Folder) {
      redirect(request, response, callback, request.getHttpURI().getPath() + "/");
    } else {
      missing(snapshot, request, response, callback);
    }
    return true;
  }

  private boolean isAhead(SiteSnapshot snapshot) {
    return snapshot
        .edition()
        .map(Edition::instant)
        .filter(instant -> instant.isAfter(clock.instant()))
        .isPresent();
  }

  /** What paths of the site begin with: nothing, or a path that ends with a slash. */
  static String context(SiteSnapshot snapshot) {
    String context =
        snapshot.project().map(Project::server).orElse(Project.Server.DEFAULT).contextPath();
    return context.isEmpty() ? "" : context.substring(1) + "/";
  }

  private void outside(
      Request request, Response response, Callback callback, String path, String context) {
    if (path.isEmpty() || (path + "/").equals(context)) {
      redirect(request, response, callback, "/" + context);
    } else {
      Answers.text(
          response, callback, HttpStatus.NOT_FOUND_404, "The site begins at /" + context + ".");
    }
  }

  private static void redirect(
      Request request, Response response, Callback callback, String address) {
    String query = request.getHttpURI().getQuery();
    Answers.noCache(response);
    Response.sendRedirect(
        request,
        response,
        callback,
        HttpStatus.FOUND_302,
        query == null ? address : address + "?" + query,
        true);
  }

  private void found(
      SiteSnapshot snapshot, Page page, Request request, Response response, Callback callback)
      throws IOException {
    if (page instanceof Page.AssetFile asset) {
      file(snapshot, asset, request, response, callback);
      return;
    }
    print(snapshot, prints.of(snapshot, page), status(page), request, response, callback);
  }

  private static int status(Page page) {
    if (page instanceof Page.UnavailablePage) {
      return HttpStatus.SERVICE_UNAVAILABLE_503;
    }
    return page instanceof Page.WithdrawnPage ? HttpStatus.GONE_410 : HttpStatus.OK_200;
  }

  private static void print(
      SiteSnapshot snapshot,
      PageCache.Print print,
      int status,
      Request request,
      Response response,
      Callback callback) {
    if (print.bytes().isEmpty()) {
      Answers.html(
          response,
          callback,
          HttpStatus.INTERNAL_SERVER_ERROR_500,
          "This page has an error",
          AccessCheck.isGuest(request));
      return;
    }
    snapshot
        .project()
        .flatMap(PreviewPolicy::of)
        .ifPresent(
            policy ->
                response
                    .getHeaders()
                    .put(
                        "Content-Security-Policy", PreviewPolicy.widened(policy, origin(request))));
    boolean guest = AccessCheck.isGuest(request);
    String tag = "\"" + print.digest() + "\"";
    Answers.noCache(response);
    if (!guest) {
      // Guests have other bytes, which nobody should keep for later.
      response.getHeaders().put(HttpHeader.ETAG, tag);
    }
    if (!guest && status == HttpStatus.OK_200 && isKnown(request, tag)) {
      response.setStatus(HttpStatus.NOT_MODIFIED_304);
      callback.succeeded();
      return;
    }
    response.setStatus(status);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, print.contentType());
    // What the script tells its page from later ones by.
    response.getHeaders().put("Server-Timing", "newsbake;desc=\"" + print.digest() + "\"");
    byte[] bytes = print.bytes().get();
    if (guest) {
      bytes = ScriptTag.outOf(bytes, charset(snapshot));
    }
    response.getHeaders().put(HttpHeader.CONTENT_LENGTH, bytes.length);
    response.write(true, ByteBuffer.wrap(bytes), callback);
  }

  /** The encoding of the pages that templates make. */
  private static Charset charset(SiteSnapshot snapshot) {
    return snapshot
        .project()
        .map(project -> project.templateOptions().charset())
        .orElse(StandardCharsets.UTF_8);
  }

  private static String origin(Request request) {
    return "http://" + request.getHttpURI().getAuthority();
  }

  private static boolean isKnown(Request request, String tag) {
    return request.getHeaders().getCSV(HttpHeader.IF_NONE_MATCH, true).stream()
        .anyMatch(known -> known.equals("*") || known.replaceFirst("^W/", "").equals(tag));
  }

  private void file(
      SiteSnapshot snapshot,
      Page.AssetFile asset,
      Request request,
      Response response,
      Callback callback)
      throws IOException {
    Path file = asset.source().file();
    Resource resource = ResourceFactory.root().newResource(file.toAbsolutePath());
    if (resource == null || !Files.isReadable(file) || !isInside(snapshot, file)) {
      missing(snapshot, request, response, callback);
      return;
    }
    SiteSnapshot.Copy copy = snapshot.copy(asset);
    if (!copy.published()) {
      missing(snapshot, request, response, callback);
      return;
    }
    HttpContent whole = new ResourceHttpContent(resource, ContentTypes.of(asset.path()));
    HttpContent content = whole;
    if (copy.bytes().isPresent()) {
      content = new SmallFile(whole, copy.bytes().get());
    } else if (Files.size(file) <= SmallFile.MOST) {
      content = new SmallFile(whole, Files.readAllBytes(file));
    }
    files.doGet(
        wantsPart(request, content) ? request : whole(request), response, callback, content);
  }

  /** Whether a part of a file is asked for, and one of this version: RFC 9110, section 14.2. */
  private static boolean wantsPart(Request request, HttpContent content) {
    HttpFields headers = request.getHeaders();
    String range = headers.get(HttpHeader.RANGE);
    String condition = headers.get(HttpHeader.IF_RANGE);
    return range != null
        && range.toLowerCase(Locale.ROOT).startsWith("bytes=")
        && HttpMethod.GET.is(request.getMethod())
        && (condition == null
            || condition.startsWith("\"") && condition.equals(content.getETagValue())
            || isDate(condition, content));
  }

  private static boolean isDate(String condition, HttpContent content) {
    HttpField modified = content.getLastModified();
    return modified != null && condition.equals(modified.getValue());
  }

  /** The same request for a whole file. */
  private static Request whole(Request request) {
    HttpFields headers =
        HttpFields.build(request.getHeaders()).remove(HttpHeader.RANGE).asImmutable();
    return new Request.Wrapper(request) {
      @Override
      public HttpFields getHeaders() {
        return headers;
      }
    };
  }

  /** Whether a file still lies in the project: it may have become a link since it was found. */
  private static boolean isInside(SiteSnapshot snapshot, Path file) throws IOException {
    Path real = file.toRealPath();
    Project project = snapshot.project().orElseThrow();
    for (Path folder : new Path[] {project.folder(), project.content(), project.assets()}) {
      if (Files.exists(folder) && real.startsWith(folder.toRealPath())) {
        return true;
      }
    }
    return false;
  }

  private void missing(SiteSnapshot snapshot, Request request, Response response, Callback callback)
      throws IOException {
    Optional<Page> own = error404(snapshot);
    if (own.isPresent()) {
      PageCache.Print print = prints.of(snapshot, own.get());
      if (print.bytes().isPresent()) {
        print(snapshot, print, HttpStatus.NOT_FOUND_404, request, response, callback);
        return;
      }
    }
    Answers.html(
        response,
        callback,
        HttpStatus.NOT_FOUND_404,
        "There is no such page",
        AccessCheck.isGuest(request));
  }

  private static Optional<Page> error404(SiteSnapshot snapshot) {
    return snapshot
        .project()
        .flatMap(project -> project.siteOptions().error404())
        .flatMap(snapshot::page)
        .filter(Page.Rendered.class::isInstance);
  }

  /**
   * What an address shows.
   *
   * @param raw the path of the address, as a request has it
   */
  Optional<PageCache.Print> shown(SiteSnapshot snapshot, String raw) throws IOException {
    String context = context(snapshot);
    Optional<Page> page =
        RequestPath.decoded(raw)
            .filter(path -> path.startsWith(context))
            .map(path -> Target.of(snapshot, path.substring(context.length())))
            .filter(Target.Found.class::isInstance)
            .map(place -> ((Target.Found) place).page())
            .or(() -> error404(snapshot));
    return page.isEmpty() || page.get() instanceof Page.AssetFile
        ? Optional.empty()
        : Optional.of(prints.of(snapshot, page.get()));
  }
}
