package dev.registrynotifications.bench.producer;

import dev.registrynotifications.bench.webhook.Webhook;
import java.io.BufferedReader;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The original's. What is pending stays in its memory, so a process can't take many events; there
 * are three processes, one after the other, and the one in the middle counts.
 *
 * @param program what was built of its sources
 * @param how told to its bridge, or written to its broadcaster when the event was made before
 */
record OriginalProducer(Path program, String how) implements Producer {

  private static final int PROCESSES = 3;
  private static final Duration TO_END = Duration.ofMinutes(5);
  private static final double NANOS_PER_MICRO = 1_000;

  @Override
  public EventCost measure(Demand demand) throws IOException, InterruptedException {
    List<EventCost> costs = new ArrayList<>();
    for (int i = 0; i < PROCESSES; i++) {
      costs.add(run(demand));
    }
    costs.sort(Comparator.comparingDouble(EventCost::wall));
    return costs.get(PROCESSES / 2);
  }

  private EventCost run(Demand demand) throws IOException, InterruptedException {
    try (Webhook down = Webhook.refusing()) {
      Process process =
          new ProcessBuilder(command(demand, down)).redirectError(Redirect.INHERIT).start();
      try {
        // It says less than a pipe holds.
        if (!process.waitFor(TO_END.toSeconds(), TimeUnit.SECONDS)) {
          throw new IOException("Could not measure the original within " + TO_END);
        }
        return cost(process.inputReader());
      } finally {
        process.destroyForcibly().onExit().join();
      }
    }
  }

  /** A pending event takes 2.6 kB for each endpoint. */
  private List<String> command(Demand demand, Webhook down) {
    int events = demand.endpoints() == 1 ? 300_000 : 30_000;
    return List.of(
        program.toString(),
        "-url=" + down.url(),
        "-how=" + how,
        "-endpoints=" + demand.endpoints(),
        "-threads=" + demand.threads(),
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
