package dev.registrynotifications.bench;

import static java.util.Objects.requireNonNull;

import dev.registrynotifications.bench.run.ChildJvm;
import dev.registrynotifications.bench.run.Spread;
import dev.registrynotifications.bench.run.Table;
import dev.registrynotifications.bench.run.WorkDirectory;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A million events wait for a dead endpoint. The process is killed, starts again, stops in order,
 * and starts once more. Each life is a process of its own.
 */
final class PendingScenario {

  private static final int EVENTS = 1_000_000;
  private static final int ROUNDS = 3;
  private static final Duration TO_FILL = Duration.ofMinutes(5);
  private static final double MEGABYTE = 1 << 20;

  private final List<Map<String, Double>> filled = new ArrayList<>();
  private final List<Map<String, Double>> killed = new ArrayList<>();
  private final List<Map<String, Double>> stopped = new ArrayList<>();

  void run(PrintStream out) throws IOException {
    for (int round = 0; round < ROUNDS; round++) {
      System.err.printf("# One million pending, round %d of %d%n", round + 1, ROUNDS);
      try (WorkDirectory directory = WorkDirectory.make()) {
        filled.add(life("fill", directory));
        killed.add(life("reopen", directory));
        stopped.add(life("reopen", directory));
      }
    }
    print(out);
  }

  /** Killed when it has said all: {@code reopen} has closed the log by then. */
  private static Map<String, Double> life(String what, WorkDirectory directory) throws IOException {
    Map<String, Double> figures = new HashMap<>();
    try (ChildJvm process = start(what, directory)) {
      while (!figures.containsKey("end")) {
        String[] words = process.line(TO_FILL).split(" ", 2);
        figures.put(words[0], Double.valueOf(words[1]));
      }
    }
    figures.put("disk", (double) directory.bytes());
    return figures;
  }

  private static ChildJvm start(String what, WorkDirectory directory) throws IOException {
    return ChildJvm.start(
        List.of("-Xmx64m"),
        PendingProcess.class,
        what,
        directory.path().toString(),
        Integer.toString(EVENTS));
  }

  private void print(PrintStream out) {
    Table table =
        new Table(
            out,
            "One million pending: %,d events, heap of 64 MB".formatted(EVENTS),
            List.of("what", "after filling", "started after kill -9", "started after a stop"));
    row(table, "disk, bytes an event", "disk", EVENTS);
    row(table, "heap in use, MB", "heap", MEGABYTE);
    row(table, "… with nothing pending, MB", "idleHeap", MEGABYTE);
    row(table, "opened after, ms", "open", 1);
    row(table, "first event read after, ms", "first", 1);
    row(table, "backlog counted after, ms", "exact", 1);
    row(table, "backlog, events", "backlog", 1);
  }

  private void row(Table table, String what, String figure, double unit) {
    table.row(
        List.of(
            what,
            cell(filled, figure, unit),
            cell(killed, figure, unit),
            cell(stopped, figure, unit)));
  }

  private static String cell(List<Map<String, Double>> lives, String figure, double unit) {
    boolean known = lives.stream().allMatch(life -> life.containsKey(figure));
    return known
        ? Spread.of(lives.stream().mapToDouble(life -> requireNonNull(life.get(figure)) / unit))
            .print()
        : "";
  }
}
