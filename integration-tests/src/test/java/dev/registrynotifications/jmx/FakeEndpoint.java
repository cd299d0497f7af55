package dev.registrynotifications.jmx;

import dev.registrynotifications.management.AttemptView;
import dev.registrynotifications.management.DeadLetterView;
import dev.registrynotifications.management.EndpointMXBean;
import dev.registrynotifications.management.LatencyView;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import javax.management.JMException;
import javax.management.ObjectName;
import org.jspecify.annotations.Nullable;

/** A process with one bean, that ends when its input does. */
final class FakeEndpoint implements EndpointMXBean {

  private final String name;

  private FakeEndpoint(String name) {
    this.name = name;
  }

  public static void main(String[] args) throws JMException, IOException {
    ObjectName name =
        new ObjectName("dev.registrynotifications:type=Endpoint,name=" + ObjectName.quote(args[0]));
    ManagementFactory.getPlatformMBeanServer().registerMBean(new FakeEndpoint(args[0]), name);
    System.out.println("ready");
    System.in.read();
  }

  @Override
  public String getName() {
    return name;
  }

  @Override
  public String getUrl() {
    return "http://127.0.0.1/";
  }

  @Override
  public String getState() {
    return "delivering";
  }

  @Override
  public long getPending() {
    return 1;
  }

  @Override
  public long getEvents() {
    return 2;
  }

  @Override
  public long getSuccesses() {
    return 3;
  }

  @Override
  public long getFailures() {
    return 4;
  }

  @Override
  public long getErrors() {
    return 5;
  }

  @Override
  public Map<String, Long> getStatuses() {
    return Map.of("200 OK", 3L);
  }

  @Override
  public long getFiltered() {
    return 6;
  }

  @Override
  public long getDropped() {
    return 7;
  }

  @Override
  public boolean isPendingExact() {
    return true;
  }

  @Override
  public long getDeadLettered() {
    return 8;
  }

  @Override
  public int getDeadLetters() {
    return 1;
  }

  @Override
  public long getReplayed() {
    return 9;
  }

  @Override
  public boolean isReplaying() {
    return false;
  }

  @Override
  public int getInFlight() {
    return 0;
  }

  @Override
  public int getParked() {
    return 0;
  }

  @Override
  public boolean isWindowFull() {
    return false;
  }

  @Override
  public String getStateSince() {
    return "2026-11-24T08:00:00Z";
  }

  @Override
  public String getStateReason() {
    return "";
  }

  @Override
  public String getNextAttempt() {
    return "";
  }

  @Override
  public double getOldestPendingAgeSeconds() {
    return 1.5;
  }

  @Override
  public long getDelivered() {
    return 10;
  }

  @Override
  public long getRetried() {
    return 11;
  }

  @Override
  public long getBatches() {
    return 12;
  }

  @Override
  public long getBytes() {
    return 13;
  }

  @Override
  public long getDuplicatesAvoided() {
    return 14;
  }

  @Override
  public LatencyView getDeliveryLatency() {
    return new LatencyView(3, 1, 2, 3, 4);
  }

  @Override
  public LatencyView getEndToEndLatency() {
    return new LatencyView(3, 5, 6, 7, 8);
  }

  @Override
  public String getLastSuccess() {
    return "2026-11-24T08:30:00Z";
  }

  @Override
  public String getLastFailure() {
    return "";
  }

  @Override
  public String getLastFailureReason() {
    return "";
  }

  @Override
  public List<AttemptView> listAttempts(int most) {
    return List.of(attempt());
  }

  private static AttemptView attempt() {
    return new AttemptView(
        "2026-11-24T08:30:00Z", 2.5, "id-5", 5, 1, "push", "team/app", "v1", true, 200, "");
  }

  @Override
  public void pause() {}

  @Override
  public void resume() {}

  @Override
  public void retryNow() {}

  @Override
  public AttemptView ping() {
    return attempt();
  }

  @Override
  public long skip() {
    throw new IllegalStateException("nothing is pending");
  }

  @Override
  public boolean cancelReplay() {
    return false;
  }

  @Override
  public @Nullable DeadLetterView findDeadLetter(long sequence) {
    return null;
  }

  @Override
  public void replayFrom(long sequence) {
    throw new IllegalStateException("nothing to replay");
  }

  @Override
  public void replaySince(String time) {
    throw new IllegalArgumentException("\"" + time + "\" is no time");
  }

  @Override
  public List<DeadLetterView> listDeadLetters(int most) {
    return List.of(
        new DeadLetterView(
            5, "push", "team/app", "v1", "{}", "2026-11-24T08:30:00Z", 3, 422, "it answered 422"));
  }

  @Override
  public boolean redriveDeadLetter(long sequence) {
    return sequence == 5;
  }

  @Override
  public int redriveDeadLetters() {
    return 1;
  }

  @Override
  public int purgeDeadLetters() {
    return 1;
  }
}
