package dev.registrynotifications.comparison.receiver;

import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * What a receiver has got since it began to listen.
 *
 * @param requests how many requests
 * @param connections how many connections were accepted
 * @param bytes of all bodies
 * @param events in all bodies
 * @param paths how many paths had requests
 * @param mostEvents how many events the path with the most of them had
 * @param ids how many different ids the events had, if they are remembered
 * @param between the first request and the last
 * @param sinceLast how long ago the last request came
 * @param cpu what its process has used since it was started
 */
public record Tally(
    long requests,
    long connections,
    long bytes,
    long events,
    long paths,
    long mostEvents,
    long ids,
    Duration between,
    Duration sinceLast,
    Duration cpu) {

  private static final int NUMBERS = 10;

  static Tally parse(String line) {
    long[] numbers = Arrays.stream(line.split(" ", -1)).mapToLong(Long::parseLong).toArray();
    if (numbers.length != NUMBERS) {
      throw new IllegalArgumentException("Could not read a tally: " + line);
    }
    return new Tally(
        numbers[0],
        numbers[1],
        numbers[2],
        numbers[3],
        numbers[4],
        numbers[5],
        numbers[6],
        Duration.ofNanos(numbers[7]),
        Duration.ofNanos(numbers[8]),
        Duration.ofNanos(numbers[9]));
  }

  String text() {
    return LongStream.of(
            requests,
            connections,
            bytes,
            events,
            paths,
            mostEvents,
            ids,
            between.toNanos(),
            sinceLast.toNanos(),
            cpu.toNanos())
        .mapToObj(Long::toString)
        .collect(Collectors.joining(" "));
  }
}
