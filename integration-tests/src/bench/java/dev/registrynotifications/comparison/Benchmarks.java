package dev.registrynotifications.comparison;

import dev.registrynotifications.bench.run.Effort;
import dev.registrynotifications.bench.run.Interruption;
import dev.registrynotifications.bench.run.Report;
import dev.registrynotifications.comparison.backlog.BacklogBenchmark;
import dev.registrynotifications.comparison.deliver.DeliverBenchmark;
import dev.registrynotifications.comparison.footprint.FootprintBenchmark;
import dev.registrynotifications.comparison.host.HostBenchmark;
import dev.registrynotifications.container.LayerBenchmark;
import java.io.PrintStream;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The program: measures all parts, or those that are named, and prints the figures in Markdown. */
@Command(
    name = "bench-peers",
    mixinStandardHelpOptions = true,
    description = "Measures the plugin in a registry, beside docker-registry on the same machine.")
public final class Benchmarks implements Callable<Integer> {

  private static final Map<String, Part> PARTS = parts();

  private final PrintStream out;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "PART", description = "What to measure; default: everything.")
  private List<String> wanted = List.of();

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "5",
      description = "How often each is measured, in turn; default ${DEFAULT-VALUE}.")
  private int rounds;

  @Option(
      names = "--warm-up",
      paramLabel = "SECONDS",
      defaultValue = "10",
      description = "How long each runs before; default ${DEFAULT-VALUE}.")
  private int warmUpSeconds;

  @Option(
      names = "--measured",
      paramLabel = "SECONDS",
      defaultValue = "20",
      description = "How long each is measured at least; default ${DEFAULT-VALUE}.")
  private int measuredSeconds;

  private Benchmarks(PrintStream out) {
    this.out = out;
  }

  private static Map<String, Part> parts() {
    Map<String, Part> parts = new LinkedHashMap<>();
    parts.put("deliver", DeliverBenchmark::measure);
    parts.put("backlog", BacklogBenchmark::measure);
    parts.put("layers", LayerBenchmark::measure);
    parts.put("footprint", FootprintBenchmark::measure);
    parts.put("host", HostBenchmark::measure);
    return parts;
  }

  /** Ends the process: nothing that was started for a measurement may keep it. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new Benchmarks(System.out)).execute(arguments));
  }

  @Override
  public Integer call() throws Exception {
    requireKnown();
    Effort effort =
        new Effort(rounds, Duration.ofSeconds(warmUpSeconds), Duration.ofSeconds(measuredSeconds));
    Interruption.guard(() -> measure(effort));
    return 0;
  }

  private void measure(Effort effort) throws Exception {
    Report report = new Report(out);
    report.begin("");
    for (Map.Entry<String, Part> part : PARTS.entrySet()) {
      if (wanted.isEmpty() || wanted.contains(part.getKey())) {
        System.err.printf("# %s%n", part.getKey());
        part.getValue().measure(effort, out);
      }
    }
    report.end();
  }

  private void requireKnown() {
    Set<String> known = PARTS.keySet();
    for (String name : wanted) {
      if (!known.contains(name)) {
        throw new ParameterException(
            spec.commandLine(),
            "There is no part %s; there are %s.".formatted(name, String.join(", ", known)));
      }
    }
  }
}
