package dev.registrynotifications.jmx;

import dev.registrynotifications.management.DeadLetterView;
import dev.registrynotifications.management.EndpointMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import javax.management.JMException;
import javax.management.ObjectName;

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
  public void resume() {}

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
