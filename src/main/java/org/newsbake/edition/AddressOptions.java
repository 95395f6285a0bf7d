package org.newsbake.edition;

import java.util.Map;

/**
 * How the addresses of articles are made.
 *
 * @param outputExtension the extension of pages, such as {@code .html}
 * @param extensionByType the extension of the files of a type, where it is another one
 * @param noExtension whether addresses are to end in {@code /}: {@code uri.noExtension}
 * @param noExtensionPrefix the beginning of the content paths, after a leading slash, that become
 *     folders with an index file; empty for none
 * @param draftSuffix what drafts carry before their extension
 * @param permalinkByType the pattern of the addresses of a type, where it has one
 */
public record AddressOptions(
    String outputExtension,
    Map<String, String> extensionByType,
    boolean noExtension,
    String noExtensionPrefix,
    String draftSuffix,
    Map<String, Permalink> permalinkByType) {

  public AddressOptions {
    extensionByType = Map.copyOf(extensionByType);
    permalinkByType = Map.copyOf(permalinkByType);
  }
}
