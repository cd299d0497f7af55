package dev.registrynotifications.endpoint;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.registrynotifications.config.BatchConfig;
import dev.registrynotifications.config.RetryConfig;
import dev.registrynotifications.endpoint.SimulatedEndpoint.Attempt;
import dev.registrynotifications.endpoint.SimulatedEndpoint.Reply;
import dev.registrynotifications.endpoint.SimulatedEndpoint.Temper;
import dev.registrynotifications.endpoint.attempt.DeliveryResult;
import dev.registrynotifications.endpoint.attempt.DeliveryResult.Answered;
import dev.registrynotifications.endpoint.attempt.DeliveryResult.Failed;
import dev.registrynotifications.endpoint.lane.Schedule;
import dev.registrynotifications.event.Action;
import dev.registrynotifications.journal.EventKey;
import dev.registrynotifications.journal.EventLog;
import dev.registrynotifications.journal.LoggedEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A day of a registry whose three endpoints differ in temper, on a seeded random: one is flaky, one
 * is slow, one is dead for hours. Then some hours to get over it.
 */
class DaySimulationTest {

  private static final Duration DAY = Duration.ofHours(24);
  private static final Duration AFTERWARDS = Duration.ofHours(4);
  private static final Duration DEAD_FROM = Duration.ofHours(3);
  private static final Duration DEAD_UNTIL = Duration.ofHours(9);
  private static final Duration REFUSAL = Duration.ofMillis(1);
  private static final Duration TIMEOUT = Duration.ofSeconds(1);
  private static final int REPOSITORIES = 20;
  private static final int MEAN_PAUSE_MILLISECONDS = 6_000;
  private static final DeliveryResult REFUSED = new Failed("it can't be connected to");

  private final ManualAlarmClock time = new ManualAlarmClock();
  private final EventLog log = EventLog.inMemory(1L << 30, time);
  private final List<SimulatedEndpoint> endpoints = new ArrayList<>();
  private final Map<String, Integer> appendedOf = new HashMap<>();
  private int appended;

  @ParameterizedTest
  @ValueSource(longs = {1, 20261124, 77})
  void bringsEveryEventToEveryEndpointInTheOrderOfItsRepository(long seed) {
    SimulatedEndpoint flaky = endpoint("flaky", single(1), new Flaky(new Random(seed)));
    SimulatedEndpoint slow = endpoint("slow", single(4), new Slow(new Random(seed + 1)));
    SimulatedEndpoint dead = endpoint("dead", batches(), DaySimulationTest::deadForHours);

    pass(new Random(seed + 2));

    assertThat(appended).isGreaterThan(10_000);
    for (SimulatedEndpoint endpoint : endpoints) {
      assertThat(delivered(endpoint)).hasSize(appended);
      assertThat(endpoint.deadLetters()).isEmpty();
      assertThat(endpoint.stats().getPending()).isZero();
      assertThat(outOfOrder(endpoint)).isEmpty();
      assertThat(overlapping(endpoint)).isEmpty();
    }
    assertThat(flaky.attempts().size()).isGreaterThan(appended);
    assertThat(slow.attempts().size()).isGreaterThanOrEqualTo(appended);
    assertThat(dead.attempts().size()).isLessThan(appended);
  }

  @Test
  void neverLetsOnesFateTouchTheOthers() {
    List<Attempt> alone = attemptsOfFlaky(false);
    List<Attempt> besideTheDead = attemptsOfFlaky(true);

    assertThat(besideTheDead).hasSameSizeAs(alone);
    for (int i = 0; i < alone.size(); i++) {
      assertThat(besideTheDead.get(i).begin()).isEqualTo(alone.get(i).begin());
      assertThat(besideTheDead.get(i).end()).isEqualTo(alone.get(i).end());
    }
  }

  private static List<Attempt> attemptsOfFlaky(boolean withOthers) {
    DaySimulationTest day = new DaySimulationTest();
    SimulatedEndpoint flaky = day.endpoint("flaky", single(2), new Flaky(new Random(5)));
    if (withOthers) {
      day.endpoint("dead", single(8), DaySimulationTest::deadForHours);
      day.endpoint("never", batches(), (now, events) -> new Reply(REFUSED, REFUSAL));
    }
    day.pass(new Random(6));
    return flaky.attempts();
  }

  @Test
  void triesADeadEndpointSeldom() {
    SimulatedEndpoint dead = endpoint("dead", single(8), DaySimulationTest::deadForHours);

    pass(new Random(3));

    long whileDead = dead.attempts().stream().filter(attempt -> isDead(attempt.begin())).count();
    long everyFiveMinutes = DEAD_UNTIL.minus(DEAD_FROM).toMinutes() / 5;
    // Before: ten until the breaker opens, of which eight at most are under way at once, and nine
    // while its pauses grow from a second to five minutes.
    assertThat(whileDead).isBetween(everyFiveMinutes / 2, everyFiveMinutes + 10 + 8 + 9);
    assertThat(delivered(dead)).hasSize(appended);
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 303, 400, 401, 403, 404, 408, 413, 415, 422, 425, 500, 502, 503, 504})
  void sortsOutPoisonWhileTheOtherRepositoriesGoOn(int status) {
    SimulatedEndpoint ci =
        endpoint(
            "ci",
            single(1),
            (now, events) -> {
              boolean poison = number(events.get(0)) % 50 == 3;
              return new Reply(new Answered(poison ? status : 200), Duration.ofMillis(5));
            });

    pass(new Random(4));

    Set<Integer> others = delivered(ci);
    List<String> letters = ci.deadLetters();
    assertThat(letters).isNotEmpty().allMatch(text -> Integer.parseInt(text) % 50 == 3);
    assertThat(others.size() + letters.size()).isEqualTo(appended);
    assertThat(outOfOrder(ci)).isEmpty();
  }

  @Test
  void letsOtherRepositoriesGoOnBesideSeveralThatFailSlowly() {
    SimulatedEndpoint ci =
        endpoint(
            "ci",
            single(1),
            (now, events) -> {
              String repository = events.get(0).key().repository();
              boolean poison = Set.of("team-1/app", "team-2/app").contains(repository);
              return poison
                  ? new Reply(new Failed("no answer within 1000 ms"), TIMEOUT)
                  : new Reply(new Answered(200), Duration.ofMillis(5));
            });

    planNext(new Random(11), 600, Duration.ofMinutes(10));
    time.advance(Duration.ofHours(2));

    long healthy =
        taken(ci).stream()
            .filter(event -> !event.key().repository().matches("team-[12]/app"))
            .count();
    assertThat(healthy)
        .isEqualTo(
            appendedOf.entrySet().stream()
                .filter(entry -> !entry.getKey().matches("team-[12]/app"))
                .mapToInt(Map.Entry::getValue)
                .sum());
    assertThat(ci.stats().getDeadLettered()).isPositive();
    assertThat(longestWait(ci)).isLessThan(Duration.ofSeconds(30));
  }

  /** How long it took at the most from an event's coming in to its being taken. */
  private static Duration longestWait(SimulatedEndpoint endpoint) {
    return endpoint.attempts().stream()
        .filter(attempt -> attempt.result().isDelivered())
        .map(
            attempt ->
                Duration.between(
                    attempt.events().get(0).time(), ManualAlarmClock.START.plus(attempt.end())))
        .max(Duration::compareTo)
        .orElseThrow();
  }

  @Test
  void neverSortsOutWhatARateLimitTurnsAway() {
    Random random = new Random(8);
    SimulatedEndpoint limited =
        endpoint(
            "limited",
            single(4),
            (now, events) ->
                new Reply(new Answered(random.nextInt(4) == 0 ? 429 : 200), Duration.ofMillis(20)));

    pass(new Random(9));

    assertThat(delivered(limited)).hasSize(appended);
    assertThat(limited.deadLetters()).isEmpty();
  }

  @Test
  void keepsPoisonFromTakingItsNeighboursInABatchAlong() {
    SimulatedEndpoint ci =
        endpoint(
            "ci",
            new Schedule(
                new BatchConfig(50, 256 * 1024, Duration.ofMinutes(5)),
                1,
                RetryConfig.DEFAULT,
                () -> 0.5),
            (now, events) -> {
              boolean poison = events.stream().anyMatch(event -> number(event) % 100 == 3);
              return new Reply(new Answered(poison ? 422 : 200), Duration.ofMillis(5));
            });

    pass(new Random(10));

    assertThat(ci.deadLetters()).isNotEmpty().allMatch(text -> Integer.parseInt(text) % 100 == 3);
    assertThat(delivered(ci).size() + ci.deadLetters().size()).isEqualTo(appended);
    assertThat(outOfOrder(ci)).isEmpty();
  }

  /** Lets the day pass, with events of all repositories coming in by chance. */
  private void pass(Random random) {
    planNext(random, 2 * MEAN_PAUSE_MILLISECONDS, DAY);
    time.advance(DAY.plus(AFTERWARDS));
  }

  private void planNext(Random random, int longestPause, Duration end) {
    time.plan(
        Duration.ofMillis(1 + random.nextInt(longestPause)),
        () -> {
          if (time.now().compareTo(end) < 0) {
            append("team-" + random.nextInt(REPOSITORIES) + "/app");
            planNext(random, longestPause, end);
          }
        });
  }

  private void append(String repository) {
    EventKey key = new EventKey(Action.PUSH, "x", repository, "");
    endpoints.forEach(endpoint -> endpoint.stats().recordEvent());
    appended++;
    appendedOf.merge(repository, 1, Integer::sum);
    log.append(key, Integer.toString(appended).getBytes(UTF_8));
    endpoints.forEach(SimulatedEndpoint::wake);
  }

  private SimulatedEndpoint endpoint(String name, Schedule schedule, Temper temper) {
    SimulatedEndpoint endpoint = new SimulatedEndpoint(time, log, name, schedule, temper);
    endpoints.add(endpoint);
    return endpoint;
  }

  private static Schedule single(int concurrency) {
    return new Schedule(BatchConfig.SINGLE, concurrency, RetryConfig.DEFAULT, () -> 0.5);
  }

  private static Schedule batches() {
    return new Schedule(BatchConfig.DEFAULT, 1, RetryConfig.DEFAULT, () -> 0.5);
  }

  private static boolean isDead(Duration now) {
    return now.compareTo(DEAD_FROM) >= 0 && now.compareTo(DEAD_UNTIL) < 0;
  }

  private static Reply deadForHours(Duration now, List<LoggedEvent> events) {
    return isDead(now)
        ? new Reply(REFUSED, REFUSAL)
        : new Reply(new Answered(200), Duration.ofMillis(8));
  }

  /** What the endpoint took, in the order in which it got it. */
  private static List<LoggedEvent> taken(SimulatedEndpoint endpoint) {
    return endpoint.attempts().stream()
        .filter(attempt -> attempt.result().isDelivered())
        .flatMap(attempt -> attempt.events().stream())
        .toList();
  }

  private static Set<Integer> delivered(SimulatedEndpoint endpoint) {
    return taken(endpoint).stream().map(DaySimulationTest::number).collect(Collectors.toSet());
  }

  /** What the endpoint took after something later of its repository. */
  private static List<Integer> outOfOrder(SimulatedEndpoint endpoint) {
    Map<String, Integer> last = new HashMap<>();
    List<Integer> wrong = new ArrayList<>();
    for (LoggedEvent event : taken(endpoint)) {
      int number = number(event);
      if (number < last.merge(event.key().repository(), number, Math::max)) {
        wrong.add(number);
      }
    }
    return wrong;
  }

  /** What began while something of the same repository was under way. */
  private static List<Integer> overlapping(SimulatedEndpoint endpoint) {
    Map<String, Duration> busyUntil = new HashMap<>();
    List<Integer> wrong = new ArrayList<>();
    for (Attempt attempt : endpoint.attempts()) {
      Set<String> repositories = new HashSet<>();
      for (LoggedEvent event : attempt.events()) {
        String repository = event.key().repository();
        Duration busy = busyUntil.getOrDefault(repository, Duration.ZERO);
        if (repositories.add(repository) && attempt.begin().compareTo(busy) < 0) {
          wrong.add(number(event));
        }
      }
      repositories.forEach(repository -> busyUntil.put(repository, attempt.end()));
    }
    return wrong;
  }

  private static int number(LoggedEvent event) {
    return Integer.parseInt(SimulatedEndpoint.text(event));
  }

  /** Fails with one in seven, and is away for half a minute about once an hour. */
  private record Flaky(Random random) implements Temper {

    @Override
    public Reply reply(Duration now, List<LoggedEvent> events) {
      if (now.toSeconds() % 3_700 < 30) {
        return new Reply(REFUSED, REFUSAL);
      }
      Duration latency = Duration.ofMillis(2 + random.nextInt(50));
      return switch (random.nextInt(28)) {
        case 0 -> new Reply(new Answered(503), latency);
        case 1 -> new Reply(new Answered(500), latency);
        case 2 -> new Reply(new Answered(429), latency);
        case 3 -> new Reply(new Failed("no answer within 1000 ms"), TIMEOUT);
        default -> new Reply(new Answered(200), latency);
      };
    }
  }

  /** Takes nearly a second, and now and then more than it has. */
  private record Slow(Random random) implements Temper {

    @Override
    public Reply reply(Duration now, List<LoggedEvent> events) {
      int milliseconds = 300 + random.nextInt(750);
      return milliseconds > TIMEOUT.toMillis()
          ? new Reply(new Failed("no answer within 1000 ms"), TIMEOUT)
          : new Reply(new Answered(200), Duration.ofMillis(milliseconds));
    }
  }
}
