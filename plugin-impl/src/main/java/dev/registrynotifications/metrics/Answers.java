package dev.registrynotifications.metrics;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * How attempts ended, counted as CNCF distribution's {@code EndpointMetrics} does. Safe for use by
 * several threads; each figure is right by itself, together they are a moment apart.
 */
public final class Answers {

  private final LongAdder successes = new LongAdder();
  private final LongAdder failures = new LongAdder();
  private final LongAdder errors = new LongAdder();
  private final Map<Integer, LongAdder> statuses = new ConcurrentHashMap<>();

  /** An attempt was answered with a status that counts as success. */
  public void recordSuccess(int status) {
    recordStatus(status);
    successes.increment();
  }

  /** An attempt was answered with a status that doesn't. */
  public void recordFailure(int status) {
    recordStatus(status);
    failures.increment();
  }

  /** An attempt got no answer. */
  public void recordError() {
    errors.increment();
  }

  private void recordStatus(int status) {
    statuses.computeIfAbsent(status, unused -> new LongAdder()).increment();
  }

  public long getSuccesses() {
    return successes.sum();
  }

  public long getFailures() {
    return failures.sum();
  }

  public long getErrors() {
    return errors.sum();
  }

  /** How often each status was answered, by its line, as in {@code 200 OK}. */
  public Map<String, Long> getStatuses() {
    Map<String, Long> byLine = new TreeMap<>();
    statuses.forEach((status, count) -> byLine.put(StatusLine.of(status), count.sum()));
    return byLine;
  }
}
