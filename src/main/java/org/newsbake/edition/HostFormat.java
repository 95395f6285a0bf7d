package org.newsbake.edition;

/** Files that tell web hosts what pages cannot say. */
public enum HostFormat {
  /** Redirects for Netlify, Cloudflare Pages and others that took up their format. */
  REDIRECTS("_redirects"),
  /** Headers for the same hosts. */
  HEADERS("_headers"),
  /** Redirects, what is gone, and headers, for Apache. */
  HTACCESS(".htaccess"),
  /** Lines for a {@code map} block of nginx: redirects. */
  NGINX_REDIRECTS("nginx-redirects.map"),
  /** Lines for a {@code map} block of nginx: what is gone. */
  NGINX_GONE("nginx-gone.map");

  private final String file;

  HostFormat(String file) {
    this.file = file;
  }

  /** The name of its file, at the site's root. */
  public String file() {
    return file;
  }
}
