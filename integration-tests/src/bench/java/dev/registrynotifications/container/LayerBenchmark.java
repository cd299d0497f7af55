package dev.registrynotifications.container;

import dev.registrynotifications.host.HostLauncher;
import dev.registrynotifications.host.HostProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * What the filter costs a big layer: through the gateway, and in Tomcat before the small registry.
 * Each is measured beside the same server without the plugin, in turn.
 */
public final class LayerBenchmark {

  private static final long GIBIBYTE = 1L << 30;
  private static final int ROUNDS = 5;
  private static final String HEAP = "-Xmx64m";

  private final Path work;
  private final Layer layer;
  private final Inbox inbox = Inbox.open();

  private LayerBenchmark(Path work, Layer layer) {
    this.work = work;
    this.layer = layer;
  }

  /** A step that is timed. */
  private interface Step {
    void run() throws IOException;
  }

  /** The program; prints Markdown to the standard output. */
  public static void main(String[] arguments) throws Exception {
    Path work = Files.createTempDirectory("layers");
    LayerBenchmark benchmark = new LayerBenchmark(work, Layer.of(GIBIBYTE));
    System.out.println(
        "| path | without, MiB/s | with, MiB/s | ratio (each round) | median ratio | live heap with, before and after |");
    System.out.println("|---|--:|--:|---|--:|---|");
    benchmark.measureGateway();
    benchmark.measureTomcat();
    benchmark.inbox.close();
    System.exit(0);
  }

  private void measureGateway() throws Exception {
    try (LayerSource source = LayerSource.start(layer);
        HostProcess without = gateway(source).start();
        HostProcess with = gatewayWithPlugin(source).start()) {
      measure(
          "gateway",
          new LayerClient(without.baseUri().getPort(), layer),
          new LayerClient(with.baseUri().getPort(), layer),
          new ServerInsides(ProcessHandle.of(with.pid()).orElseThrow()));
    }
  }

  private static HostLauncher gateway(LayerSource source) {
    return new HostLauncher(Path.of(System.getProperty("hostJar")))
        .withJvm(HEAP)
        .with("--upstream", source.uri().toString());
  }

  private HostLauncher gatewayWithPlugin(LayerSource source) throws IOException {
    Path plugins = Files.createDirectories(work.resolve("plugins"));
    Files.copy(BuildFiles.pluginJar(), plugins.resolve("plugin.jar"));
    Path configuration =
        Files.writeString(work.resolve("config.yml"), inbox.configuration("enabled: true"));
    return gateway(source)
        .with("--plugins", plugins.toString())
        .with("--config", configuration.toString());
  }

  private void measureTomcat() throws Exception {
    try (ServerProcess without = tomcat("without", "enabled: false");
        ServerProcess with = tomcat("with", "enabled: true")) {
      measure(
          "filter in Tomcat",
          new LayerClient(without.uri("").getPort(), layer),
          new LayerClient(with.uri("").getPort(), layer),
          new ServerInsides(with.handle()));
    }
  }

  private ServerProcess tomcat(String name, String flag) throws Exception {
    Path directory = Files.createDirectories(work.resolve(name));
    String storage = "-Dregistry.storage=" + directory.resolve("storage");
    return ServerInstallation.in(
            directory.resolve("tomcat"), new Tomcat(), inbox.configuration(flag))
        .start(Map.of("JAVA_TOOL_OPTIONS", HEAP + " " + storage));
  }

  private void measure(String path, LayerClient without, LayerClient with, ServerInsides insides)
      throws Exception {
    List<double[]> uploads = new ArrayList<>();
    List<double[]> downloads = new ArrayList<>();
    long before = insides.liveBytes();
    for (int round = -1; round < ROUNDS; round++) {
      double[] upload = {speed(without::upload), speed(with::upload)};
      double[] download = {speed(without::download), speed(with::download)};
      without.delete();
      with.delete();
      System.err.printf("%s, round %d: %s %s%n", path, round + 1, text(upload), text(download));
      if (round >= 0) {
        uploads.add(upload);
        downloads.add(download);
      }
    }
    String heap = "%,d and %,d KiB".formatted(before >> 10, insides.liveBytes() >> 10);
    print(path + ", 1 GiB up", uploads, heap);
    print(path + ", 1 GiB down", downloads, heap);
  }

  private double speed(Step step) throws IOException {
    long begin = System.nanoTime();
    step.run();
    return layer.bytes() / (double) (1 << 20) / (System.nanoTime() - begin) * 1e9;
  }

  private static String text(double[] speeds) {
    return "%.0f/%.0f MiB/s".formatted(speeds[0], speeds[1]);
  }

  private static void print(String path, List<double[]> rounds, String heap) {
    List<Double> ratios = rounds.stream().map(round -> round[1] / round[0]).toList();
    System.out.printf(
        "| %s | %.0f | %.0f | %s | %.2f | %s |%n",
        path,
        median(rounds.stream().map(round -> round[0]).toList()),
        median(rounds.stream().map(round -> round[1]).toList()),
        String.join(" ", ratios.stream().map("%.2f"::formatted).toList()),
        median(ratios),
        heap);
  }

  private static double median(List<Double> values) {
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
