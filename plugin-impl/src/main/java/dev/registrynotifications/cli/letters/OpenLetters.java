package dev.registrynotifications.cli.letters;

import dev.registrynotifications.management.DeadLetterView;
import dev.registrynotifications.management.EndpointMXBean;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * What becomes of dead letters that are sent again: one that is delivered is gone, one that is
 * refused again has another time. Beyond a thousand, it watches the oldest thousand: to know them,
 * each is fetched once with its event.
 */
final class OpenLetters {

  private static final int MOST = 1_000;
  private static final int MOST_IN_A_LOOK = 20;

  private final EndpointMXBean endpoint;
  private final Deque<Letter> open = new ArrayDeque<>();
  private int refused;
  private int delivered;

  private OpenLetters(EndpointMXBean endpoint, List<DeadLetterView> letters) {
    this.endpoint = endpoint;
    letters.forEach(letter -> open.add(new Letter(letter.getSequence(), letter.getTime())));
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

  /** Looks at a few of them, in turn; returns whether nothing is left to wait for. */
  boolean isSettled() {
    look(MOST_IN_A_LOOK);
    return open.isEmpty();
  }

  /** Looks at all of them once. */
  void lookAtAll() {
    look(open.size());
  }

  /** Ends after so many that are open still. */
  private void look(int most) {
    int stillOpen = 0;
    for (int left = open.size(); left > 0 && stillOpen < most; left--) {
      Letter letter = open.remove();
      if (!isSettled(letter)) {
        open.add(letter);
        stillOpen++;
      }
    }
  }

  private boolean isSettled(Letter before) {
    DeadLetterView now = endpoint.findDeadLetter(before.sequence());
    if (now == null) {
      delivered++;
      return true;
    }
    boolean again = !now.getTime().equals(before.time());
    refused += again ? 1 : 0;
    return again;
  }

  int waiting() {
    return open.size();
  }

  int delivered() {
    return delivered;
  }

  int refused() {
    return refused;
  }

  /** How many are watched, or were. */
  int watched() {
    return open.size() + delivered + refused;
  }

  /** One that isn't settled yet. */
  private record Letter(long sequence, String time) {}
}
