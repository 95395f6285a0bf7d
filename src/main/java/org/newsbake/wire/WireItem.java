package org.newsbake.wire;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One item of the wire, as its sender wrote it.
 *
 * @param format the format that it came in
 * @param identity which item it is, and which version
 * @param story what readers get
 * @param rights what its sender allows
 * @param handling what its sender wants done, and what is for editors only
 * @param pictures the pictures that came with it
 * @param members the guids of the items that it binds, if it is a package
 */
public record WireItem(
    WireFormat format,
    Identity identity,
    Story story,
    Rights rights,
    Handling handling,
    List<WirePicture> pictures,
    List<String> members) {

  public WireItem {
    Objects.requireNonNull(format);
    pictures = List.copyOf(pictures);
    members = List.copyOf(members);
  }

  /** What may become of an item. */
  public enum Publish {
    /** A story; embargo and expiry act by the clock. */
    YES,
    /** Never a page. */
    NO,
    /** A draft at most. */
    HOLD,
    /** Material for a story. */
    PICTURE,
    /** The text of an item that is in another file. */
    PART,
    /** Refused. */
    ERROR
  }

  /** What an item is in its chain of versions. */
  public enum Signal {
    UPDATE,
    CORRECTION,
    ADD,
    KILL,
    HOLD
  }

  /**
   * @param guid what all versions share
   * @param version the version, as sent
   * @param created when this version was made
   * @param firstCreated when the first version was made
   * @param number the number of the message, where the format counts messages
   * @param replaces the version or item that this one stands for
   * @param kills the item that this one removes
   */
  public record Identity(
      Optional<String> guid,
      Optional<String> version,
      Optional<WireTime> created,
      Optional<WireTime> firstCreated,
      Optional<String> number,
      Optional<String> replaces,
      Optional<Target> kills) {}

  /**
   * The item that a kill or a hold means. All that is given must agree.
   *
   * @param guid its guid
   * @param number the number of its message
   * @param slugline its slugline without words of version
   */
  public record Target(Optional<String> guid, Optional<String> number, Optional<String> slugline) {
    @Override
    public String toString() {
      return guid.orElseGet(
          () ->
              number
                  .map(it -> it + slugline.map(slug -> " (slug " + slug + ")").orElse(""))
                  .orElseGet(() -> slugline.map(slug -> "slugline " + slug).orElse("?")));
    }
  }

  /**
   * @param bylines names of people
   * @param dateline the place alone
   * @param body blocks of Markdown
   */
  public record Story(
      Optional<String> headline,
      List<String> bylines,
      Optional<String> dateline,
      Optional<String> language,
      Optional<String> summary,
      Optional<String> slugline,
      List<String> keywords,
      List<Subject> subjects,
      Optional<String> urgency,
      List<String> body) {
    public Story {
      bylines = List.copyOf(bylines);
      keywords = List.copyOf(keywords);
      subjects = List.copyOf(subjects);
      body = List.copyOf(body);
    }
  }

  /** A subject as sent, with its name where there is one. */
  public record Subject(String code, Optional<String> name) {}

  /** Rights, word for word. */
  public record Rights(
      Optional<WireTime> embargo,
      Optional<WireTime> expires,
      List<String> usage,
      Optional<String> holder,
      Optional<String> notice,
      Optional<String> credit) {
    public Rights {
      usage = List.copyOf(usage);
    }
  }

  /**
   * @param pubStatus the status, without its prefix
   * @param publish what may become of the item
   * @param reason why, where that is not a page
   * @param notes for the desk; never for a page
   * @param remarks what was left out, or not understood
   */
  public record Handling(
      String pubStatus,
      Optional<Signal> signal,
      Publish publish,
      Optional<String> reason,
      List<String> notes,
      List<String> remarks) {
    public Handling {
      notes = List.copyOf(notes);
      remarks = List.copyOf(remarks);
    }
  }

  /** The same item as one that is no story. */
  public WireItem refused(String why) {
    Handling never =
        new Handling(
            handling.pubStatus(),
            handling.signal(),
            Publish.NO,
            Optional.of(why),
            handling.notes(),
            handling.remarks());
    return new WireItem(format, identity, story, rights, never, pictures, members);
  }

  /** The same item with what a package gives it. */
  WireItem with(List<String> usage, List<WirePicture> others) {
    Rights more =
        new Rights(
            rights.embargo(),
            rights.expires(),
            usage,
            rights.holder(),
            rights.notice(),
            rights.credit());
    return new WireItem(format, identity, story, more, handling, others, members);
  }
}
