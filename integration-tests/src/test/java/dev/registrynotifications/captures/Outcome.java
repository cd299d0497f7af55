package dev.registrynotifications.captures;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What requests led to, in a form that is the same for each run: the statuses answered, and the
 * bodies of the webhooks.
 *
 * @param statuses the statuses, as {@code 202/201}
 * @param bodies the bodies in the order of their arrival, with placeholders
 */
public record Outcome(String statuses, List<String> bodies) {

  /** Copies the list. */
  public Outcome {
    bodies = List.copyOf(bodies);
  }

  /**
   * Puts placeholders where runs differ. Request ids are numbered, so that events of one request
   * still show that they are; tags deleted by one request are sorted, because the original deletes
   * them in the order of its directory.
   */
  public static Outcome of(String statuses, List<WebhookBody> webhooks) {
    Map<String, String> requests = new LinkedHashMap<>();
    List<WebhookBody> normalised = new ArrayList<>();
    for (WebhookBody webhook : webhooks) {
      String number =
          requests.computeIfAbsent(
              webhook.requestId(), id -> "<request " + (requests.size() + 1) + ">");
      normalised.add(webhook.withRequestId(number).normalised());
    }
    return new Outcome(statuses, texts(normalised));
  }

  /** One text that shows all, for a readable comparison. */
  @Override
  public String toString() {
    return statuses + "\n" + String.join("\n", bodies);
  }

  private static List<String> texts(List<WebhookBody> webhooks) {
    List<String> texts = new ArrayList<>();
    int from = 0;
    while (from < webhooks.size()) {
      int to = from + 1;
      if (webhooks.get(from).isTagDelete()) {
        to = endOfTagDeletes(webhooks, to);
      }
      webhooks.subList(from, to).stream()
          .map(WebhookBody::text)
          .sorted(Comparator.naturalOrder())
          .forEach(texts::add);
      from = to;
    }
    return texts;
  }

  private static int endOfTagDeletes(List<WebhookBody> webhooks, int from) {
    int end = from;
    while (end < webhooks.size() && webhooks.get(end).isTagDelete()) {
      end++;
    }
    return end;
  }
}
