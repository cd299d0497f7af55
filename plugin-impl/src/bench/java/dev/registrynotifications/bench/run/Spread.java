package dev.registrynotifications.bench.run;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Several measurements of the same thing, in ascending order. */
@SuppressWarnings("ArrayRecordComponent") // Compared by nobody.
public record Spread(double[] values) {

  /** Leaves out what isn't a number, as rates and ratios aren't when nothing has happened. */
  public static Spread of(DoubleStream values) {
    return new Spread(values.filter(Double::isFinite).sorted().toArray());
  }

  /** A figure of each round. */
  public static <T> Spread of(List<T> rounds, ToDoubleFunction<T> figure) {
    return of(rounds.stream().mapToDouble(figure));
  }

  /** How many times a peer's figure it was, in each round that both had by itself. */
  public static <T> Spread ofRatios(List<T> rounds, List<T> peer, ToDoubleFunction<T> figure) {
    return of(
        IntStream.range(0, Math.min(rounds.size(), peer.size()))
            .mapToDouble(
                i -> figure.applyAsDouble(rounds.get(i)) / figure.applyAsDouble(peer.get(i))));
  }

  public double median() {
    int middle = values.length / 2;
    return values.length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
  }

  /** The median, and the lowest and the highest in brackets; nothing if nothing was measured. */
  public String print() {
    if (values.length == 0) {
      return "";
    }
    return "%s (%s–%s)"
        .formatted(print(median()), print(values[0]), print(values[values.length - 1]));
  }

  /** About three digits, or all before the point. */
  public static String print(double value) {
    int decimals = value >= 100 ? 0 : value >= 10 ? 1 : 2;
    return String.format(Locale.ROOT, "%,." + decimals + "f", value);
  }
}
