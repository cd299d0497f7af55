package dev.registrynotifications.comparison.deliver;

import dev.registrynotifications.comparison.deliver.Case.Origin;
import dev.registrynotifications.comparison.receiver.Behaviour;
import java.time.Duration;
import java.util.List;

/** All cases, in the order in which a round has them: each of ours after what it is compared to. */
final class Cases {

  private static final String ORIGINAL = "original, 1 endpoint";
  private static final String SERIAL_FAR = "ours, serial, 50 ms away";
  private static final Behaviour FAR = Behaviour.after(Duration.ofMillis(50));

  /** One event after the other, with nothing set. */
  static final Case SERIAL = ours("ours, serial", "", ORIGINAL);

  private Cases() {}

  static List<Case> all() {
    return List.of(
        original(1),
        SERIAL,
        new Case(
            "ours, serial, without connection reuse",
            Origin.JOURNAL,
            1,
            "",
            Behaviour.hangingUp(),
            ORIGINAL),
        ours("ours, `concurrency: 8`", "concurrency: 8", ORIGINAL),
        new Case(
            "ours, `batch: {maxEvents: 64}`",
            Origin.LARGE_JOURNAL,
            1,
            "batch: {maxEvents: 64}",
            Behaviour.PROMPT,
            ORIGINAL),
        original(4),
        ours(4),
        original(16),
        ours(16),
        far(SERIAL_FAR, ""),
        far("ours, `concurrency: 16`, 50 ms away", "concurrency: 16"));
  }

  private static Case original(int endpoints) {
    String name = originalName(endpoints);
    return new Case(name, Origin.ORIGINAL, endpoints, "", Behaviour.PROMPT, name);
  }

  private static String originalName(int endpoints) {
    return endpoints == 1 ? ORIGINAL : "original, %d endpoints".formatted(endpoints);
  }

  private static Case ours(String name, String keys, String peer) {
    return new Case(name, Origin.JOURNAL, 1, keys, Behaviour.PROMPT, peer);
  }

  private static Case ours(int endpoints) {
    return new Case(
        "ours, %d endpoints".formatted(endpoints),
        Origin.JOURNAL,
        endpoints,
        "",
        Behaviour.PROMPT,
        originalName(endpoints));
  }

  private static Case far(String name, String keys) {
    return new Case(name, Origin.JOURNAL, 1, keys, FAR, SERIAL_FAR);
  }
}
