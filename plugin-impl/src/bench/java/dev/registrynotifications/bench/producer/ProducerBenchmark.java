package dev.registrynotifications.bench.producer;

import dev.registrynotifications.bench.Turn;
import java.io.IOException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** What an event costs the thread of the registry's request, from the listener to the log. */
@State(Scope.Benchmark)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xmx512m", "-Xbatch"})
public class ProducerBenchmark {

  /** The type of the journal: {@code file} or {@code memory}. */
  @Param("file")
  public String journal = "";

  /** How many endpoints there are. */
  @Param("1")
  public int endpoints;

  private final Pushes pushes = new Pushes();
  private RunningPlugin plugin;

  /** Starts the plugin. */
  @Setup
  public void start() throws IOException {
    plugin = RunningPlugin.start(journal, endpoints);
  }

  /** Stops it. */
  @TearDown
  public void stop() throws IOException {
    plugin.close();
  }

  /** A push is told; when this returns, its event is in the log. */
  @Benchmark
  public void tell(Turn turn) {
    pushes.tell(plugin.bridge(), turn.next());
  }
}
