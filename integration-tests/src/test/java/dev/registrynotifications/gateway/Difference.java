package dev.registrynotifications.gateway;

import dev.registrynotifications.captures.WebhookBody;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * Where the gateway tells otherwise than the original, and can't but do so, or means to.
 *
 * @param step of which requests
 * @param reason why
 * @param ours what we tell instead of what the original does
 */
record Difference(String step, String reason, UnaryOperator<List<WebhookBody>> ours) {

  private static final String REFUSED =
      "the original tells of a pull although it sent nothing but a refusal";
  private static final String CONVERTED =
      "the original tells what it read to make a manifest of 2015 of a newer one, in vain: the"
          + " client only gets the refusal";

  /** What hostile clients find out. */
  static final List<Difference> OF_HOSTILE_CLIENTS =
      List.of(
          new Difference(
              "cut download",
              "the original takes a download that broke off for a pull",
              Difference::nothing),
          new Difference("a range of letters", REFUSED, Difference::nothing),
          new Difference(
              "a protocol that breaks URLs",
              "the original makes a URL of any protocol, one that leads nowhere here",
              originals -> replaced(originals, "\"://://", "\"http://")));

  /** What {@link Session} shows. */
  static final List<Difference> OF_THE_SESSION =
      List.of(
          new Difference("pull of a range behind the end", REFUSED, Difference::nothing),
          new Difference("pull of no range", REFUSED, Difference::nothing),
          new Difference("pull on a condition", REFUSED, Difference::nothing),
          new Difference(
              "pull of a manifest of a type that it isn't of", REFUSED, Difference::nothing),
          new Difference(
              "pull of a manifest of a Docker image of a type that it isn't of",
              CONVERTED,
              Difference::nothing),
          new Difference(
              "pull of a manifest of a Docker list of a type that it isn't of",
              CONVERTED,
              Difference::nothing),
          new Difference(
              "head of an image of old",
              "a head shows nothing of what an image points at, and the image was pushed before the"
                  + " gateway was there",
              Difference::withoutReferences),
          new Difference(
              "delete a manifest with a tag that never went by",
              "nothing in a delete names the tags that go with it",
              originals -> originals.subList(0, 1)),
          new Difference(
              "forwarded for a real one",
              "the gateway tells the original its client by X-Forwarded-For, which goes before"
                  + " X-Real-Ip",
              originals -> replaced(originals, "\"127.0.0.1\"", "\"203.0.113.9\"")),
          new Difference(
              "forwarded by several protocols",
              "the original makes URLs of the whole list, which lead nowhere",
              originals -> replaced(originals, "https, http:", "https:")));

  /**
   * What we are to tell if the original tells that.
   *
   * @throws AssertionError if that is the same in spite of one of the differences
   */
  static List<WebhookBody> appliedTo(List<WebhookBody> originals, List<Difference> differences) {
    List<WebhookBody> expected = new ArrayList<>(originals);
    differences.forEach(difference -> difference.apply(expected));
    return expected;
  }

  private void apply(List<WebhookBody> events) {
    Predicate<WebhookBody> isOfStep = event -> event.userAgent().equals(step);
    List<WebhookBody> originals = events.stream().filter(isOfStep).toList();
    List<WebhookBody> instead = ours.apply(originals);
    if (instead.equals(originals)) {
      throw new AssertionError("no longer a difference: " + step + ", where " + reason);
    }
    int place = events.indexOf(originals.get(0));
    events.removeIf(isOfStep);
    events.addAll(place, instead);
  }

  private static List<WebhookBody> nothing(List<WebhookBody> originals) {
    return List.of();
  }

  private static List<WebhookBody> withoutReferences(List<WebhookBody> originals) {
    return originals.stream()
        .map(event -> event.text().replaceAll(",\n {12}\"references\": \\[(?s:.*?)\n {12}]", ""))
        .map(WebhookBody::new)
        .toList();
  }

  private static List<WebhookBody> replaced(
      List<WebhookBody> originals, String part, String instead) {
    return originals.stream()
        .map(event -> new WebhookBody(event.text().replace(part, instead)))
        .toList();
  }
}
