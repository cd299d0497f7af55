package dev.registrynotifications.bench;

import dev.registrynotifications.bench.run.WorkDirectory;
import dev.registrynotifications.journal.EventLog;
import dev.registrynotifications.journal.file.FileLogOnDisk;
import java.io.IOException;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** What an append costs that returns when its event is on the disk ({@code fsync: always}). */
@State(Scope.Benchmark)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xmx512m", "-Xbatch"})
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
public class SyncedAppendBenchmark {

  private static final long MAX_BYTES = 1L << 30;

  private final SampleEvents samples = new SampleEvents();
  private final SyncCountingDisk disk = new SyncCountingDisk();
  private WorkDirectory directory;
  private EventLog log;

  /** How often the disk was asked. JMH adds the counters of all threads up. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.OPERATIONS)
  public static class Syncs {

    /** Those that no other thread has counted. */
    public long syncs;

    private long number;

    /** Forgets those of the warm-up. */
    @Setup(Level.Iteration)
    public void reset(SyncedAppendBenchmark benchmark) {
      long unused = benchmark.disk.takeSyncs();
      syncs = 0;
    }

    /** Takes what is there: the first thread gets all. */
    @TearDown(Level.Iteration)
    public void count(SyncedAppendBenchmark benchmark) {
      syncs = benchmark.disk.takeSyncs();
    }
  }

  /** Makes the log. */
  @Setup
  public void open() throws IOException {
    directory = WorkDirectory.make();
    log = FileLogOnDisk.open(disk, LogSettings.in(directory, MAX_BYTES, true));
  }

  /** Takes it away. */
  @TearDown
  public void close() throws IOException {
    log.close();
    directory.close();
  }

  /** The append. */
  @Benchmark
  public long append(Syncs turn) {
    long number = ++turn.number;
    return log.append(samples.key(number), samples.payload(number));
  }
}
