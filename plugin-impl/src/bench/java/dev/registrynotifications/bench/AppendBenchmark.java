package dev.registrynotifications.bench;

import dev.registrynotifications.bench.run.WorkDirectory;
import dev.registrynotifications.event.Event;
import dev.registrynotifications.journal.EventKey;
import java.io.IOException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** What an event costs the thread of the registry's request. */
@State(Scope.Benchmark)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xmx512m", "-Xbatch"})
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
public class AppendBenchmark {

  /** What is appended to: {@code file}, {@code memory} or {@code plain}. */
  @Param("file")
  public String log = "";

  /** How many endpoints there are. */
  @Param("4")
  public int cursors;

  private final SampleEvents samples = new SampleEvents();
  private WorkDirectory directory;
  private Appender appender;

  /** Makes what is appended to. */
  @Setup
  public void open() throws IOException {
    directory = WorkDirectory.make();
    appender =
        switch (log) {
          case "file" -> Appender.file(directory, cursors);
          case "memory" -> Appender.memory(cursors);
          case "plain" -> Appender.plainWrites(directory);
          default -> throw new IllegalArgumentException("no such log: " + log);
        };
  }

  /** Takes it away. */
  @TearDown
  public void close() throws IOException {
    appender.close();
    directory.close();
  }

  /** The append alone. */
  @Benchmark
  public long append(Turn turn) {
    long number = turn.next();
    return appender.append(samples.key(number), samples.payload(number));
  }

  /** The encoding alone. */
  @Benchmark
  public byte[] encode(Turn turn) {
    return samples.codec.encode(samples.event(turn.next()));
  }

  /** Both, as the broadcaster does it. */
  @Benchmark
  public long encodeAndAppend(Turn turn) {
    Event event = samples.event(turn.next());
    return appender.append(EventKey.of(event), samples.codec.encode(event));
  }
}
