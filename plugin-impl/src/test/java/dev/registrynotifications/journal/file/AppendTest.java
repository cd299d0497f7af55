package dev.registrynotifications.journal.file;

import static dev.registrynotifications.Patience.DEADLINE;
import static dev.registrynotifications.journal.file.LogFixture.append;
import static dev.registrynotifications.journal.file.LogFixture.cursor;
import static dev.registrynotifications.journal.file.LogFixture.drain;
import static dev.registrynotifications.journal.file.LogFixture.fromBeginning;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.google.common.util.concurrent.Uninterruptibles;
import dev.registrynotifications.journal.Cursor;
import dev.registrynotifications.journal.LoggedEvent;
import dev.registrynotifications.journal.segment.Disk;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Threads of the registry at work, with the thread that keeps house beside them. */
class AppendTest {

  private static final int THREADS = 8;

  @TempDir private Path directory;
  private final LogFixture fixture = new LogFixture();

  @Test
  void isNotDisturbedByAnInterruptedThread() throws IOException {
    try (FileEventLog log = fixture.open(LogFixture.syncAlways(directory))) {
      Cursor ci = cursor(log, "ci");

      Thread.currentThread().interrupt();
      append(log, "interrupted");
      boolean stillInterrupted = Thread.interrupted();
      append(log, "next");

      assertThat(stillInterrupted).isTrue();
      assertThat(drain(ci)).containsExactly("interrupted", "next");
    }
  }

  @Test
  void isNotDisturbedByAnInterruptWhileItWaitsForTheDisk() throws Exception {
    CountDownLatch syncing = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    try (FileEventLog log = fixture.open(LogFixture.syncAlways(directory))) {
      fixture.disk.whenSyncing(
          () -> {
            syncing.countDown();
            awaitUninterruptibly(goOn);
          });
      Thread host = new Thread(() -> append(log, "during"), "host");
      host.start();
      assertThat(syncing.await(DEADLINE.toSeconds(), TimeUnit.SECONDS)).isTrue();
      host.interrupt();
      goOn.countDown();
      host.join(DEADLINE.toMillis());

      assertThat(host.isAlive()).isFalse();
      append(log, "next");
      assertThat(drain(fromBeginning(log, "ci"))).containsExactly("during", "next");
      assertThat(log.status().trouble()).isEmpty();
    }
  }

  private static void awaitUninterruptibly(CountDownLatch latch) {
    assertThat(Uninterruptibles.awaitUninterruptibly(latch, DEADLINE)).isTrue();
  }

  @Test
  void syncsOnceForAllThatWait() throws Exception {
    CountDownLatch first = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    ExecutorService hosts = Executors.newFixedThreadPool(THREADS);
    try (FileEventLog log = fixture.open(LogFixture.syncAlways(directory))) {
      fixture.disk.whenSyncing(
          () -> {
            first.countDown();
            awaitUninterruptibly(goOn);
          });
      int before = fixture.disk.syncs();
      List<Future<Long>> appends = new ArrayList<>();
      appends.add(hosts.submit(() -> append(log, "first")));
      assertThat(first.await(DEADLINE.toSeconds(), TimeUnit.SECONDS)).isTrue();
      for (int i = 1; i < THREADS; i++) {
        appends.add(hosts.submit(() -> append(log, "waits")));
      }
      await().atMost(DEADLINE).until(() -> log.status().contents().lastSequence() == THREADS);
      goOn.countDown();
      for (Future<Long> append : appends) {
        append.get(DEADLINE.toSeconds(), TimeUnit.SECONDS);
      }

      assertThat(fixture.disk.syncs() - before).isEqualTo(2);
    } finally {
      hosts.shutdownNow();
    }
  }

  @Test
  void givesEveryEventToReadersAtItsTailWhileSegmentsComeAndTheDiskFailsNowAndThen()
      throws Exception {
    int eventsEach = 2_000;
    FileLogSettings settings =
        new FileLogSettings(directory, 16L * 64 * 1024, Duration.ofHours(24), false, 100_000);
    ExecutorService hosts = Executors.newFixedThreadPool(THREADS);
    try (FileEventLog log = fixture.open(settings)) {
      log.startKeepingHouse();
      Cursor ci = cursor(log, "ci");
      List<Future<?>> appends = new ArrayList<>();
      for (int thread = 0; thread < THREADS / 2; thread++) {
        int number = thread;
        appends.add(hosts.submit(() -> appendAll(log, number, eventsEach)));
      }
      List<String> got = new ArrayList<>();
      await()
          .atMost(DEADLINE)
          .pollInterval(Duration.ofMillis(1))
          .until(
              () -> {
                fixture.disk.failWrites(got.size() / 1000 % 3 == 1 ? "full" : null);
                got.addAll(drain(ci));
                return got.size() >= THREADS / 2 * eventsEach
                    || (appends.stream().allMatch(Future::isDone) && caughtUp(log, ci, got));
              });
      fixture.disk.failWrites(null);
      for (Future<?> append : appends) {
        append.get(DEADLINE.toSeconds(), TimeUnit.SECONDS);
      }

      assertThat(got).hasSize(THREADS / 2 * eventsEach).doesNotHaveDuplicates();
      for (int thread = 0; thread < THREADS / 2; thread++) {
        String prefix = thread + "/";
        assertThat(got.stream().filter(text -> text.startsWith(prefix)))
            .isSortedAccordingTo(Comparator.comparingInt(AppendTest::number));
      }
    } finally {
      hosts.shutdownNow();
    }
  }

  private static int number(String text) {
    return Integer.parseInt(text.substring(2));
  }

  private static boolean caughtUp(FileEventLog log, Cursor ci, List<String> got) {
    got.addAll(drain(ci));
    return got.size() >= log.status().contents().lastSequence();
  }

  private static void appendAll(FileEventLog log, int thread, int events) {
    for (int i = 0; i < events; i++) {
      append(log, thread + "/" + i);
    }
  }

  @Test
  void isClosedInOrderByAnInterruptedThread() throws IOException {
    Disk real = Disk.ofOperatingSystem();
    FileEventLog log = new FileLogOpener(real, fixture.clock).open(LogFixture.settings(directory));
    append(log, "a");

    Thread.currentThread().interrupt();
    real.syncDirectory(directory);
    log.close();

    assertThat(Thread.interrupted()).isTrue();
    try (FileEventLog next = fixture.open(LogFixture.settings(directory))) {
      assertThat(drain(fromBeginning(next, "ci"))).containsExactly("a");
    }
  }

  @Test
  void goesOnKeepingHouseAfterAnError() throws IOException {
    AtomicInteger syncs = new AtomicInteger();
    try (FileEventLog log = fixture.open(LogFixture.settings(directory))) {
      fixture.disk.whenSyncing(
          () -> {
            if (syncs.incrementAndGet() == 1) {
              throw new OutOfMemoryError("not really");
            }
          });
      log.startKeepingHouse();

      append(log, "a");
      await().atMost(DEADLINE).until(() -> syncs.get() >= 1);
      int before = syncs.get();
      append(log, "b");

      await().atMost(DEADLINE).until(() -> syncs.get() > before);
      assertThat(log.status().trouble()).isEmpty();
    }
  }

  @Test
  void keepsADirectoryToOneLogAndLeavesItUsable() throws IOException {
    FileEventLog log = fixture.open(LogFixture.settings(directory));

    assertThatThrownBy(() -> fixture.open(LogFixture.settings(directory)))
        .isInstanceOf(DirectoryInUseException.class)
        .hasMessageContaining("process " + ProcessHandle.current().pid());
    append(log, "still mine");
    log.close();

    try (FileEventLog next = fixture.open(LogFixture.settings(directory))) {
      assertThat(drain(fromBeginning(next, "ci"))).containsExactly("still mine");
    }
  }

  @Test
  void refusesAnEventThatIsTooLongAndTakesTheNext() throws IOException {
    try (FileEventLog log = fixture.open(LogFixture.settings(directory))) {
      Cursor ci = cursor(log, "ci");
      byte[] tooLong = new byte[17 * 1024 * 1024];

      assertThatThrownBy(() -> log.append(LogFixture.PUSH, tooLong))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("16777216");
      append(log, "next");

      assertThat(drain(ci)).containsExactly("next");
    }
  }

  @Test
  void readsEventsThatAreLongerThanItsBuffer() throws IOException {
    try (FileEventLog log = fixture.open(LogFixture.settings(directory))) {
      Cursor ci = cursor(log, "ci");
      String huge = "x".repeat(3 * 1024 * 1024);
      append(log, "before");
      append(log, huge);
      append(log, "after");

      assertThat(drain(ci)).containsExactly("before", huge, "after");
    }
  }

  @Test
  void lostNothingWhenACourierIsInterrupted() throws Exception {
    try (FileEventLog log = fixture.open(LogFixture.settings(directory))) {
      Cursor ci = cursor(log, "ci");
      append(log, "a");
      append(log, "b");

      Thread.currentThread().interrupt();
      Optional<LoggedEvent> first = ci.next();
      ci.ack(first.orElseThrow().sequence());
      boolean interrupted = Thread.interrupted();
      ci.close();

      assertThat(interrupted).isTrue();
      assertThat(drain(cursor(log, "ci"))).containsExactly("b");
    }
  }
}
