package dev.registrynotifications.container;

import dev.registrynotifications.bench.run.Effort;
import dev.registrynotifications.bench.run.Spread;
import dev.registrynotifications.bench.run.Table;
import dev.registrynotifications.bench.run.WorkDirectory;
import dev.registrynotifications.host.HostLauncher;
import dev.registrynotifications.host.HostProcess;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * What the filter costs a big layer: through the gateway, and in Tomcat before the small registry.
 * Each is measured beside the same server without the plugin, in turn.
 */
public final class LayerBenchmark {

  private static final long GIBIBYTE = 1L << 30;
  private static final String HEAP = "-Xmx64m";

  private final Path work;
  private final Layer layer;
  private final Inbox inbox;
  private final int rounds;
  private final Table table;

  private LayerBenchmark(Path work, Layer layer, Inbox inbox, int rounds, Table table) {
    this.work = work;
    this.layer = layer;
    this.inbox = inbox;
    this.rounds = rounds;
    this.table = table;
  }

  /** How fast a layer went through one server, in MiB/s. */
  private record Turn(double upload, double download) {}

  /** A step that is timed. */
  private interface Step {
    void run() throws IOException;
  }

  /** Measures as many rounds as the effort has, after one to warm up; a layer takes its time. */
  public static void measure(Effort effort, PrintStream out) throws Exception {
    List<String> columns =
        List.of(
            "path", "without, MiB/s", "with, MiB/s", "ratio", "live heap, before and after, KiB");
    try (WorkDirectory work = WorkDirectory.make();
        Inbox inbox = Inbox.open()) {
      Table table = new Table(out, "A layer of 1 GiB, without the plugin and with it", columns);
      Layer layer = Layer.of(GIBIBYTE);
      LayerBenchmark benchmark =
          new LayerBenchmark(work.path(), layer, inbox, effort.rounds(), table);
      benchmark.measureGateway();
      benchmark.measureTomcat();
    }
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
    for (int round = -1; round < rounds; round++) {
      // In turn: what one server wrote last is still on its way to the disk when the next begins.
      boolean withoutFirst = round % 2 == 0;
      Turn first = turn(withoutFirst ? without : with);
      Turn second = turn(withoutFirst ? with : without);
      double[] upload = pair(withoutFirst, first.upload(), second.upload());
      double[] download = pair(withoutFirst, first.download(), second.download());
      System.err.printf("%s, round %d: %s %s%n", path, round + 1, text(upload), text(download));
      if (round >= 0) {
        uploads.add(upload);
        downloads.add(download);
      }
    }
    String heap = "%,d and %,d".formatted(before >> 10, insides.liveBytes() >> 10);
    print(path + ", 1 GiB up", uploads, heap);
    print(path + ", 1 GiB down", downloads, heap);
  }

  /** Up, down, and away with it: the disk keeps no more than it must of it. */
  private Turn turn(LayerClient client) throws IOException {
    Turn turn = new Turn(speed(client::upload), speed(client::download));
    client.delete();
    return turn;
  }

  /** Without the plugin, and with it. */
  private static double[] pair(boolean withoutFirst, double first, double second) {
    return withoutFirst ? new double[] {first, second} : new double[] {second, first};
  }

  private double speed(Step step) throws IOException {
    long begin = System.nanoTime();
    step.run();
    return layer.bytes() / (double) (1 << 20) / (System.nanoTime() - begin) * 1e9;
  }

  private static String text(double[] speeds) {
    return "%.0f/%.0f MiB/s".formatted(speeds[0], speeds[1]);
  }

  private void print(String path, List<double[]> rounds, String heap) {
    table.row(
        List.of(
            path,
            spread(rounds, round -> round[0]),
            spread(rounds, round -> round[1]),
            spread(rounds, round -> round[1] / round[0]),
            heap));
  }

  private static String spread(List<double[]> rounds, ToDoubleFunction<double[]> figure) {
    return Spread.of(rounds, figure).print();
  }
}
