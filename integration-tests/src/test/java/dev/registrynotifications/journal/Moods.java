package dev.registrynotifications.journal;

import dev.registrynotifications.receiver.Answer;
import dev.registrynotifications.receiver.Answers;
import java.time.Duration;
import java.util.List;
import java.util.Random;

/** How webhooks behave that aren't well, by a seed. */
final class Moods {

  private static final Duration SLOW = Duration.ofMillis(30);
  private static final int OF_TEN = 10;

  private final Random random;

  Moods(long seed) {
    random = new Random(seed);
  }

  /** Well, moody, slow or down; each as often. */
  synchronized Answers next() {
    return List.<Answers>of(
            post -> Answer.OK,
            post -> moody(),
            post -> Answer.OK.after(SLOW),
            post -> Answer.status(503))
        .get(random.nextInt(4));
  }

  private synchronized Answer moody() {
    return switch (random.nextInt(OF_TEN)) {
      case 0 -> Answer.status(503);
      case 1 -> Answer.status(404).after(SLOW);
      case 2 -> Answer.drop();
      case 3 -> Answer.OK.after(SLOW);
      default -> Answer.OK;
    };
  }
}
