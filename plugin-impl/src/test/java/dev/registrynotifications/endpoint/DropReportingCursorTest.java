package dev.registrynotifications.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.registrynotifications.config.Ignore;
import dev.registrynotifications.event.Action;
import dev.registrynotifications.journal.EventKey;
import dev.registrynotifications.journal.EventLog;
import dev.registrynotifications.journal.LoggedEvent;
import dev.registrynotifications.metrics.EndpointStats;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DropReportingCursorTest {

  private static final EventKey PUSH = new EventKey(Action.PUSH, "x", "a", "");
  private static final EventKey PULL = new EventKey(Action.PULL, "x", "a", "");
  private static final byte[] PAYLOAD = new byte[1000];
  private static final long ROOM_FOR_TWO = 2_500;

  private final Logger logger = Logger.getLogger(DropReportingCursor.class.getName());
  private final RecordingHandler handler = new RecordingHandler();
  private final EndpointStats stats = new EndpointStats();
  private final EventLog log = EventLog.inMemory(ROOM_FOR_TWO);
  private final DropReportingCursor cursor =
      new DropReportingCursor(
          log, "ci", new EventFilter(new Ignore(Set.of(), Set.of("pull"))), stats);

  @BeforeEach
  void listen() {
    logger.addHandler(handler);
  }

  @AfterEach
  void close() {
    logger.removeHandler(handler);
    log.close();
  }

  @Test
  void countsEachLostEventAndLogsOneLineForTheBeginningAndTheEndOfAnEpisode() {
    append(PUSH, 10);
    assertThat(stats.getDropped()).isEqualTo(8);
    assertThat(handler.levels).containsExactly("SEVERE");

    drain();
    assertThat(handler.levels).containsExactly("SEVERE", "INFO");

    append(PUSH, 3);
    assertThat(handler.levels).containsExactly("SEVERE", "INFO", "SEVERE");
  }

  @Test
  void doesNotMindWhatWasNotForTheEndpoint() {
    append(PULL, 10);

    assertThat(stats.getDropped()).isZero();
    assertThat(handler.levels).isEmpty();
  }

  private void append(EventKey key, int events) {
    for (int i = 0; i < events; i++) {
      log.append(key, PAYLOAD);
    }
  }

  private void drain() {
    for (Optional<LoggedEvent> next = cursor.next(); next.isPresent(); next = cursor.next()) {
      cursor.ack(next.get().sequence());
    }
  }

  private static final class RecordingHandler extends Handler {

    private final List<String> levels = new ArrayList<>();

    @Override
    public void publish(LogRecord record) {
      levels.add(record.getLevel().getName());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
