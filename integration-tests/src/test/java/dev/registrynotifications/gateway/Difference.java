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

  static final List<Difference> ALL = List.of();

  /**
   * What we are to tell if the original tells that.
   *
   * @throws AssertionError if that is the same in spite of one of the differences
   */
  static List<WebhookBody> appliedTo(List<WebhookBody> originals) {
    List<WebhookBody> expected = new ArrayList<>(originals);
    ALL.forEach(difference -> difference.apply(expected));
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
}
