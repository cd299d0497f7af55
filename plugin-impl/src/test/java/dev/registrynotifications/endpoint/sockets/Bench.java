package dev.registrynotifications.endpoint.sockets;

import static dev.registrynotifications.Patience.DEADLINE;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.registrynotifications.config.EndpointConfigBuilder;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.awaitility.core.ThrowingRunnable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Where endpoints meet servers. It stops them, and asserts what all tests have in common: after
 * each, that no event is lost; and when a class is through, that no thread and no connection is
 * left behind.
 *
 * <p>Not earlier, because each wait for a client of JDK 17 to end takes up to three seconds: all of
 * a class end in the same ones.
 */
final class Bench implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {

  private final int tolerated;
  private final List<FaultyServer> allServers = new ArrayList<>();
  private final List<FaultyServer> servers = new ArrayList<>();
  private @Nullable Trial trial;
  private @Nullable Leftovers leftovers;

  Bench() {
    this(0);
  }

  /** Says how many connections will be left behind at the most. */
  Bench(int tolerated) {
    this.tolerated = tolerated;
  }

  FaultyServer serve(Script... scripts) throws IOException {
    return add(FaultyServer.start(scripts));
  }

  /** Takes a server that was started elsewhere. */
  FaultyServer add(FaultyServer server) {
    servers.add(server);
    allServers.add(server);
    return server;
  }

  /** Starts an endpoint; one in a test. */
  Trial start(EndpointConfigBuilder config) {
    Trial started = prepare(config);
    started.start();
    return started;
  }

  /** Makes an endpoint that the test starts; one in a test. */
  Trial prepare(EndpointConfigBuilder config) {
    trial = new Trial(config.build());
    return trial;
  }

  @Override
  public void beforeAll(ExtensionContext context) throws IOException {
    leftovers = Leftovers.fromNowOn();
  }

  @Override
  public void afterEach(ExtensionContext context) {
    try {
      if (trial != null) {
        trial.stop();
        assertNothingIsLost(trial);
      }
    } finally {
      trial = null;
      servers.clear();
    }
  }

  private void assertNothingIsLost(Trial stopped) {
    List<String> left = stopped.left();
    Set<String> known = new LinkedHashSet<>(left);
    stopped.deadLetters().forEach(letter -> known.add(Trial.id(letter.event())));
    servers.forEach(server -> known.addAll(server.taken()));
    assertThat(known)
        .as("events that were taken, are dead letters, or are still in the log")
        .containsExactlyInAnyOrderElementsOf(stopped.appended());
    assertThat(left).as("pending events").hasSize((int) stopped.stats().getPending());
  }

  @Override
  public void afterAll(ExtensionContext context) throws IOException {
    Leftovers found = requireNonNull(leftovers);
    awaitAfterCollection(
        () -> {
          assertThat(found.newThreads()).as("threads").isEmpty();
          assertThat(openConnections()).as("open connections").isLessThanOrEqualTo(tolerated);
        });
    for (FaultyServer server : allServers) {
      server.close();
    }
    awaitAfterCollection(
        () -> assertThat(found.newSockets()).as("sockets").hasSizeLessThanOrEqualTo(tolerated));
  }

  private int openConnections() {
    return allServers.stream().mapToInt(FaultyServer::openConnections).sum();
  }

  private static void awaitAfterCollection(ThrowingRunnable assertion) {
    await()
        .atMost(DEADLINE)
        .pollInterval(Duration.ofMillis(100))
        .untilAsserted(
            () -> {
              System.gc();
              assertion.run();
            });
  }
}
