package dev.registrynotifications.cli.letters;

import static org.assertj.core.api.Assertions.assertThat;

import dev.registrynotifications.cli.Printed;
import dev.registrynotifications.cli.ScriptedBean;
import dev.registrynotifications.cli.waiting.Waiting;
import dev.registrynotifications.management.DeadLetterView;
import dev.registrynotifications.management.EndpointMXBean;
import dev.registrynotifications.management.NotificationsMXBean;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Waiting for dead letters ends, and what it ends with is true of all of them. */
class RedriveWaitTest {

  private static final String GIVEN_UP = "2026-11-24T08:30:00Z";
  private static final String REFUSED_AGAIN = "2026-11-24T09:30:00Z";

  private final Map<Long, String> letters = new TreeMap<>();
  private final Printed printed = new Printed();
  private String state = "delivering";
  private String configurationTime = "2026-11-24T07:00:00Z";
  private int fetched;

  @Test
  void endsWhenEachIsDeliveredOrRefusedAgain() throws InterruptedException {
    keep(2);
    RedriveWait wait = waitForAll();

    int code =
        await(
            wait,
            2,
            () -> {
              letters.remove(1L);
              letters.put(2L, REFUSED_AGAIN);
            });

    assertThat(code).isEqualTo(1);
    assertThat(printed.err()).containsExactly("2 still to come");
    assertThat(printed.out()).containsExactly("1 delivered, 1 refused again.");
  }

  @Test
  void endsWhenTheEndpointIsPaused() throws InterruptedException {
    keep(2);
    RedriveWait wait = waitForAll();

    int code =
        await(
            wait,
            2,
            () -> {
              letters.remove(1L);
              state = "paused";
            });

    assertThat(code).isEqualTo(1);
    assertThat(printed.out()).containsExactly("1 delivered, 0 refused again, 1 still to come.");
    assertThat(printed.err())
        .last()
        .isEqualTo("ci is paused: nothing is sent to it before it goes on");
  }

  @Test
  void endsWhenAReloadMayHaveForgottenTheOrder() throws InterruptedException {
    keep(1);
    RedriveWait wait = waitForAll();

    int code = await(wait, 1, () -> configurationTime = "2026-11-24T10:00:00Z");

    assertThat(code).isEqualTo(1);
    assertThat(printed.out()).containsExactly("0 delivered, 0 refused again, 1 still to come.");
    assertThat(printed.err())
        .last()
        .asString()
        .startsWith("The configuration has changed meanwhile");
  }

  @Test
  void waitsOnWhileAnotherEndpointTakesThePlace() throws InterruptedException {
    keep(1);
    RedriveWait wait = waitForAll();
    Queue<Runnable> happenings =
        new ArrayDeque<>(
            List.of(
                () -> state = "stopped",
                () -> state = "delivering",
                () -> state = "stopped",
                letters::clear));

    int code = await(wait, 1, () -> happenings.remove().run());

    assertThat(code).isZero();
    assertThat(printed.out()).containsExactly("1 delivered, 0 refused again.");
  }

  @Test
  void doesNotSayThatAllIsWellOfWhatItDidNotWatch() throws InterruptedException {
    keep(1_500);
    RedriveWait wait = waitForAll();

    int code = await(wait, 1_500, () -> letters.keySet().removeIf(sequence -> sequence <= 1_000));

    assertThat(code).isEqualTo(1);
    assertThat(printed.out()).containsExactly("1000 delivered, 0 refused again.");
    assertThat(printed.err())
        .last()
        .asString()
        .startsWith("Only the oldest 1000 dead letters were watched");
  }

  @Test
  void fetchesFewWhileItWaits() throws InterruptedException {
    keep(1_000);
    RedriveWait wait = waitForAll();
    fetched = 0;

    await(wait, 1_000, letters::clear);

    assertThat(fetched).isLessThan(50);
  }

  private void keep(int count) {
    LongStream.rangeClosed(1, count).forEach(sequence -> letters.put(sequence, GIVEN_UP));
  }

  private RedriveWait waitForAll() {
    EndpointMXBean endpoint = endpoint();
    return new RedriveWait(notifications(), endpoint, OpenLetters.all(endpoint));
  }

  /** Waits, while that happens after the first look. */
  private int await(RedriveWait wait, int count, Runnable meanwhile) throws InterruptedException {
    return wait.await(
        count, printed.terminal(), new Waiting(printed.terminal(), time -> meanwhile.run()));
  }

  private NotificationsMXBean notifications() {
    return ScriptedBean.of(NotificationsMXBean.class)
        .answering("getConfigurationTime", () -> configurationTime)
        .bean();
  }

  private EndpointMXBean endpoint() {
    return ScriptedBean.of(EndpointMXBean.class)
        .answering("getName", () -> "ci")
        .answering("getState", () -> state)
        .answeringTo("listDeadLetters", most -> list((Integer) most.get(0)))
        .answeringTo("findDeadLetter", sequence -> find((Long) sequence.get(0)))
        .bean();
  }

  private List<DeadLetterView> list(int most) {
    return letters.keySet().stream().limit(most).map(this::letter).toList();
  }

  private @Nullable DeadLetterView find(long sequence) {
    return letters.containsKey(sequence) ? letter(sequence) : null;
  }

  private DeadLetterView letter(long sequence) {
    fetched++;
    String time = letters.getOrDefault(sequence, GIVEN_UP);
    return new DeadLetterView(sequence, "push", "team/app", "", "{}", time, 1, 422, "refused");
  }
}
