package dev.registrynotifications.metrics;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.registrynotifications.journal.DeadLetter;
import dev.registrynotifications.journal.EventKey;
import dev.registrynotifications.journal.ReplayStart;
import dev.registrynotifications.management.DeadLetterView;
import dev.registrynotifications.management.EndpointMXBean;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;

/** One endpoint as JMX shows it. */
record EndpointBean(String name, String url, EndpointStats stats, EndpointOperations operations)
    implements EndpointMXBean {

  @Override
  public String getName() {
    return name;
  }

  @Override
  public String getUrl() {
    return url;
  }

  @Override
  public String getState() {
    return stats.getState().words();
  }

  @Override
  public long getPending() {
    return stats.getPending();
  }

  @Override
  public long getEvents() {
    return stats.getEvents();
  }

  @Override
  public long getSuccesses() {
    return stats.getSuccesses();
  }

  @Override
  public long getFailures() {
    return stats.getFailures();
  }

  @Override
  public long getErrors() {
    return stats.getErrors();
  }

  @Override
  public Map<String, Long> getStatuses() {
    return stats.getStatuses();
  }

  @Override
  public long getFiltered() {
    return stats.getFiltered();
  }

  @Override
  public long getDropped() {
    return stats.getDropped();
  }

  @Override
  public boolean isPendingExact() {
    return stats.isPendingExact();
  }

  @Override
  public long getDeadLettered() {
    return stats.getDeadLettered();
  }

  @Override
  public int getDeadLetters() {
    return operations.countDeadLetters();
  }

  @Override
  public long getReplayed() {
    return stats.getReplayed();
  }

  @Override
  public boolean isReplaying() {
    return stats.isReplaying();
  }

  @Override
  public int getInFlight() {
    return stats.getInFlight();
  }

  @Override
  public int getParked() {
    return stats.getParked();
  }

  @Override
  public boolean isWindowFull() {
    return stats.isWindowFull();
  }

  @Override
  public void resume() {
    operations.resume();
  }

  @Override
  public void replayFrom(long sequence) {
    operations.replay(new ReplayStart.AtSequence(sequence));
  }

  @Override
  public void replaySince(String time) {
    operations.replay(new ReplayStart.Since(instant(time)));
  }

  private static Instant instant(String time) {
    try {
      return Instant.parse(time);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          "\"" + time + "\" is no time; write it as in 2026-11-24T08:30:00Z", e);
    }
  }

  @Override
  public List<DeadLetterView> listDeadLetters(int most) {
    return operations.listDeadLetters(most).stream().map(EndpointBean::view).toList();
  }

  private static DeadLetterView view(DeadLetter letter) {
    EventKey key = letter.event().key();
    return new DeadLetterView(
        letter.event().sequence(),
        key.action().word(),
        key.repository(),
        key.tag(),
        new String(letter.event().payload(), UTF_8),
        letter.time().toString(),
        letter.attempts(),
        letter.lastStatus(),
        letter.reason());
  }

  @Override
  public boolean redriveDeadLetter(long sequence) {
    return operations.redrive(sequence);
  }

  @Override
  public int redriveDeadLetters() {
    return operations.redriveAll();
  }

  @Override
  public int purgeDeadLetters() {
    return operations.purge();
  }
}
