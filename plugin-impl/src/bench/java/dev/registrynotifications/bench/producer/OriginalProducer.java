package dev.registrynotifications.bench.producer;

import dev.registrynotifications.bench.run.Effort;
import dev.registrynotifications.bench.webhook.Webhook;
import java.io.BufferedReader;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The original's. What is pending stays in its memory, so a process can't take many events; there
 * are some processes, one after the other, and the one in the middle counts.
 *
 * @param program what was built of its sources
 * @param how told to its bridge, or written to its broadcaster when the event was made before
 * @param effort how long, at most
 */
record OriginalProducer(Path program, String how, Effort effort) implements Producer {

  private static final int MAX_PROCESSES = 3;
  private static final double NANOS_PER_MICRO = 1_000;

  @Override
  public EventCost measure(Load load) throws IOException {
    List<EventCost> costs = new ArrayList<>();
    long end = System.nanoTime() + effort.measured().toNanos();
    do {
      costs.add(run(load));
    } while (costs.size() < MAX_PROCESSES && System.nanoTime() < end);
    costs.sort(Comparator.comparingDouble(EventCost::wall));
    return costs.get(costs.size() / 2);
  }

  private EventCost run(Load load) throws IOException {
    try (Webhook down = Webhook.refusing()) {
      Process process =
          new ProcessBuilder(command(load, down)).redirectError(Redirect.INHERIT).start();
      try {
        return cost(process.inputReader());
      } finally {
        process.destroyForcibly().onExit().join();
      }
    }
  }

  /** A pending event takes 2.6 kB for each endpoint. */
  private List<String> command(Load load, Webhook down) {
    int events = load.endpoints() == 1 ? 300_000 : 30_000;
    return List.of(
        program.toString(),
        "-url=" + down.url(),
        "-how=" + how,
        "-endpoints=" + load.endpoints(),
        "-threads=" + load.threads(),
        "-events=" + events,
        "-warm-up=" + events / 10);
  }

  private static EventCost cost(BufferedReader lines) throws IOException {
    Map<String, Double> figures = new HashMap<>();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      String[] words = line.split(" ", 2);
      figures.put(words[0], Double.valueOf(words[1]));
    }
    return new EventCost(
        figure(figures, "p50") / NANOS_PER_MICRO,
        figure(figures, "p99") / NANOS_PER_MICRO,
        figure(figures, "wall") / NANOS_PER_MICRO,
        figure(figures, "bytes"));
  }

  private static double figure(Map<String, Double> figures, String name) throws IOException {
    Double figure = figures.get(name);
    if (figure == null) {
      throw new IOException("Could not measure the original: it says no " + name);
    }
    return figure;
  }
}
