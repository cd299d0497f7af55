package dev.registrynotifications.cli.text;

/** What an event is about, as people write it. */
public final class Reference {

  private Reference() {}

  /** A repository, with a tag if there is one. */
  public static String of(String repository, String tag) {
    return tag.isEmpty() ? repository : repository + ":" + tag;
  }
}
