package dev.registrynotifications.comparison.footprint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** How often the threads of a process have given up the processor to wait, so far. */
record ThreadWakeUps(Map<Task, Long> switches) {

  private static final String VOLUNTARY = "voluntary_ctxt_switches:";

  /** A thread of the operating system's, by its number and the kind of its name. */
  private record Task(Path directory, String kind) {}

  /**
   * How often a thread wakes.
   *
   * @param kind its name as the operating system has it, 15 characters, with N for each number
   * @param perSecond how often
   */
  record WakeUps(String kind, double perSecond) {}

  /** Watches for some time. */
  static List<WakeUps> watch(long pid, Duration watched) throws IOException, InterruptedException {
    ThreadWakeUps before = of(pid);
    Thread.sleep(watched.toMillis());
    return of(pid).since(before, watched);
  }

  private static ThreadWakeUps of(long pid) throws IOException {
    Map<Task, Long> switches = new HashMap<>();
    try (Stream<Path> tasks = Files.list(Path.of("/proc", Long.toString(pid), "task"))) {
      for (Path task : tasks.toList()) {
        count(task, switches);
      }
    }
    return new ThreadWakeUps(switches);
  }

  private static void count(Path task, Map<Task, Long> switches) throws IOException {
    try {
      String name = Files.readString(task.resolve("comm")).strip();
      for (String line : Files.readAllLines(task.resolve("status"))) {
        if (line.startsWith(VOLUNTARY)) {
          long count = Long.parseLong(line.substring(VOLUNTARY.length()).strip());
          switches.put(new Task(task, name.replaceAll("\\d+", "N")), count);
        }
      }
    } catch (NoSuchFileException e) {
      // The thread has ended meanwhile.
    }
  }

  private List<WakeUps> since(ThreadWakeUps before, Duration watched) {
    double seconds = watched.toMillis() / 1000.0;
    return switches.entrySet().stream()
        .map(
            entry -> {
              long earlier = before.switches().getOrDefault(entry.getKey(), 0L);
              return new WakeUps(entry.getKey().kind(), (entry.getValue() - earlier) / seconds);
            })
        .toList();
  }
}
