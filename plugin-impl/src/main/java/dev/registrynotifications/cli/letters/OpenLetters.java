package dev.registrynotifications.cli.letters;

import dev.registrynotifications.management.DeadLetterView;
import dev.registrynotifications.management.EndpointMXBean;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What becomes of dead letters that are sent again: one that is delivered is gone, one that is
 * refused again has another time. Beyond a thousand, it watches the oldest thousand: each look
 * fetches them all.
 */
final class OpenLetters {

  private static final int MOST = 1_000;

  private final EndpointMXBean endpoint;
  private final Map<Long, String> timeBySequence = new HashMap<>();
  private int refused;
  private int delivered;

  private OpenLetters(EndpointMXBean endpoint, List<DeadLetterView> letters) {
    this.endpoint = endpoint;
    letters.forEach(letter -> timeBySequence.put(letter.getSequence(), letter.getTime()));
  }

  /** As they are before they are sent. */
  static OpenLetters all(EndpointMXBean endpoint) {
    return new OpenLetters(endpoint, endpoint.listDeadLetters(MOST));
  }

  /** As it is before it is sent. */
  static OpenLetters one(EndpointMXBean endpoint, long sequence) {
    return new OpenLetters(endpoint, find(endpoint, sequence));
  }

  private static List<DeadLetterView> find(EndpointMXBean endpoint, long sequence) {
    DeadLetterView letter = endpoint.findDeadLetter(sequence);
    return letter == null ? List.of() : List.of(letter);
  }

  /** Looks once more; returns whether nothing is left to wait for. */
  boolean isSettled() {
    Map<Long, String> now = new HashMap<>();
    if (!timeBySequence.isEmpty()) {
      endpoint
          .listDeadLetters(MOST)
          .forEach(letter -> now.put(letter.getSequence(), letter.getTime()));
    }
    timeBySequence.entrySet().removeIf(before -> isSettled(before, now));
    return timeBySequence.isEmpty();
  }

  /** One that is refused again goes behind all others, so that the list may not have it. */
  private boolean isSettled(Map.Entry<Long, String> before, Map<Long, String> now) {
    if (before.getValue().equals(now.get(before.getKey()))) {
      return false;
    }
    DeadLetterView letter = endpoint.findDeadLetter(before.getKey());
    if (letter == null) {
      delivered++;
      return true;
    }
    boolean again = !letter.getTime().equals(before.getValue());
    refused += again ? 1 : 0;
    return again;
  }

  int waiting() {
    return timeBySequence.size();
  }

  int delivered() {
    return delivered;
  }

  int refused() {
    return refused;
  }
}
