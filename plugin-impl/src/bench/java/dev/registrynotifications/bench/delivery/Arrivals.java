package dev.registrynotifications.bench.delivery;

import dev.registrynotifications.endpoint.attempt.Delivery;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

/** Notes when each event came to a webhook first, by its sequence in the log. */
record Arrivals(Map<Long, Long> times) implements Consumer<String> {

  private static final Pattern SEQUENCE =
      Pattern.compile(Delivery.SEQUENCE_HEADER + ": [^;]*; (\\d+)-");

  Arrivals() {
    this(new ConcurrentHashMap<>());
  }

  @Override
  public void accept(String head) {
    long now = System.nanoTime();
    Matcher matcher = SEQUENCE.matcher(head);
    if (!matcher.find()) {
      throw new IllegalArgumentException("Could not read a request: it has no sequence");
    }
    times.putIfAbsent(Long.valueOf(matcher.group(1)), now);
  }

  /** How long each of them took, in nanoseconds, from the times when they were appended. */
  LongStream since(Map<Long, Long> appended) {
    return appended.entrySet().stream().mapToLong(e -> time(e.getKey()) - e.getValue());
  }

  private long time(long sequence) {
    Long time = times.get(sequence);
    if (time == null) {
      throw new IllegalStateException("event " + sequence + " has not arrived");
    }
    return time;
  }
}
