package dev.registrynotifications.metrics;

import dev.registrynotifications.journal.ReplayStart;
import dev.registrynotifications.management.AttemptView;
import dev.registrynotifications.management.DeadLetterView;
import dev.registrynotifications.management.EndpointMXBean;
import dev.registrynotifications.management.LatencyView;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One endpoint as JMX shows it. */
record EndpointBean(
    String name,
    Supplier<String> url,
    EndpointStats stats,
    EndpointOperations operations,
    InstantSource clock)
    implements EndpointMXBean {

  @Override
  public String getName() {
    return name;
  }

  @Override
  public String getUrl() {
    return url.get();
  }

  @Override
  public String getState() {
    return stats.getState().words();
  }

  @Override
  public String getStateSince() {
    return stats.getStatus().since().toString();
  }

  @Override
  public String getStateReason() {
    return stats.getStatus().reason();
  }

  @Override
  public String getNextAttempt() {
    return Views.time(stats.getStatus().nextAttempt());
  }

  @Override
  public long getPending() {
    return stats.getPending();
  }

  @Override
  public double getOldestPendingAgeSeconds() {
    return stats
        .getOldestPending()
        .map(since -> Views.seconds(Duration.between(since, clock.instant())))
        .filter(age -> age > 0)
        .orElse(0.0);
  }

  @Override
  public long getEvents() {
    return stats.getEvents();
  }

  @Override
  public long getSuccesses() {
    return stats.answers().getSuccesses();
  }

  @Override
  public long getFailures() {
    return stats.answers().getFailures();
  }

  @Override
  public long getErrors() {
    return stats.answers().getErrors();
  }

  @Override
  public Map<String, Long> getStatuses() {
    return stats.answers().getStatuses();
  }

  @Override
  public long getDelivered() {
    return stats.getDelivered();
  }

  @Override
  public long getRetried() {
    return stats.attempts().getRetried();
  }

  @Override
  public long getBatches() {
    return stats.attempts().getBatches();
  }

  @Override
  public long getBytes() {
    return stats.attempts().getBytes();
  }

  @Override
  public long getDuplicatesAvoided() {
    return stats.getKnown();
  }

  @Override
  public LatencyView getDeliveryLatency() {
    return Views.of(stats.attempts().latencies());
  }

  @Override
  public LatencyView getEndToEndLatency() {
    return Views.of(stats.endToEndLatencies());
  }

  @Override
  public String getLastSuccess() {
    return Views.time(stats.attempts().lastSuccess().map(Attempt::begun));
  }

  @Override
  public String getLastFailure() {
    return Views.time(stats.attempts().lastFailure().map(Attempt::begun));
  }

  @Override
  public String getLastFailureReason() {
    return stats.attempts().lastFailure().map(Attempt::outcome).orElse("");
  }

  @Override
  public List<AttemptView> listAttempts(int most) {
    return stats.attempts().latest(most).stream().map(Views::of).toList();
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
  public void pause() {
    operations.pause();
  }

  @Override
  public void resume() {
    operations.resume();
  }

  @Override
  public void retryNow() {
    operations.retryNow();
  }

  @Override
  public AttemptView ping() {
    return Views.of(operations.ping());
  }

  @Override
  public long skip() {
    return operations.skip();
  }

  @Override
  public boolean cancelReplay() {
    return operations.cancelReplay();
  }

  @Override
  public void replayFrom(long sequence) {
    operations.replay(new ReplayStart.AtSequence(sequence));
  }

  @Override
  public void replaySince(String time) {
    operations.replay(new ReplayStart.Since(Views.time(time)));
  }

  @Override
  public List<DeadLetterView> listDeadLetters(int most) {
    return operations.listDeadLetters(most).stream().map(Views::of).toList();
  }

  @Override
  public @Nullable DeadLetterView findDeadLetter(long sequence) {
    return operations.findDeadLetter(sequence).map(Views::of).orElse(null);
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
