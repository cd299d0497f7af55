package dev.registrynotifications.bench;

import dev.registrynotifications.bench.run.WorkDirectory;
import dev.registrynotifications.journal.Cursor;
import dev.registrynotifications.journal.EventKey;
import dev.registrynotifications.journal.EventLog;
import dev.registrynotifications.journal.StartFrom;
import dev.registrynotifications.journal.Subscriber;
import dev.registrynotifications.journal.file.FileEventLog;
import dev.registrynotifications.journal.file.FileLogSettings;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/**
 * One life of a registry whose endpoint is dead: a process of its own, for {@link PendingScenario}.
 * Prints what it measures, a name and a number in each line.
 */
final class PendingProcess {

  private static final long MAX_BYTES = 2L << 30;
  private static final int COLLECTIONS = 3;
  private static final double NANOS_PER_MILLI = 1_000_000;

  private final FileLogSettings settings;

  private PendingProcess(FileLogSettings settings) {
    this.settings = settings;
  }

  /**
   * Runs it.
   *
   * @param args {@code fill} or {@code reopen}, the log's directory, and how many events
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    PendingProcess process =
        new PendingProcess(LogSettings.in(new WorkDirectory(Path.of(args[1])), MAX_BYTES, false));
    if (args[0].equals("fill")) {
      process.fill(Integer.parseInt(args[2]));
    } else {
      process.reopen();
    }
  }

  /** One event is in flight for ever, and the others wait behind it. Ends by being killed. */
  private void fill(int events) throws IOException {
    SampleEvents samples = new SampleEvents();
    EventLog log = FileEventLog.open(settings);
    Cursor cursor = log.cursor("dead", StartFrom.EARLIEST, new EverythingSubscriber());
    long first = log.append(samples.key(0), samples.payload(0));
    if (cursor.next().isEmpty()) {
      throw new IllegalStateException("event " + first + " can't be read");
    }
    print("idleHeap", heap());
    for (int i = 1; i < events; i++) {
      long unused = log.append(samples.key(i), samples.payload(i));
    }
    print("heap", heap());
    print("end", 0);
    int unused = System.in.read();
  }

  private void reopen() throws IOException, InterruptedException {
    long heapBefore = heap();
    BacklogSubscriber subscriber = new BacklogSubscriber();
    long start = System.nanoTime();
    EventLog log = FileEventLog.open(settings);
    print("open", (System.nanoTime() - start) / NANOS_PER_MILLI);
    Cursor cursor = log.cursor("dead", StartFrom.EARLIEST, subscriber);
    if (cursor.next().isEmpty()) {
      throw new IllegalStateException("nothing is pending");
    }
    print("first", (System.nanoTime() - start) / NANOS_PER_MILLI);
    subscriber.exact.await();
    print("exact", (System.nanoTime() - start) / NANOS_PER_MILLI);
    print("backlog", subscriber.backlog);
    print("idleHeap", heapBefore);
    print("heap", heap());
    log.close();
    print("end", 0);
  }

  /** What is still used when the garbage is gone. */
  private static long heap() {
    for (int i = 0; i < COLLECTIONS; i++) {
      System.gc();
    }
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  private static void print(String name, Number value) {
    System.out.println(name + " " + value);
  }

  /** Wants everything, and notes how much that is. */
  private static final class BacklogSubscriber implements Subscriber {

    private final CountDownLatch exact = new CountDownLatch(1);
    private volatile long backlog;

    @Override
    public boolean matches(EventKey key) {
      return true;
    }

    @Override
    public void onBacklog(long events, boolean isExact) {
      backlog = events;
      if (isExact) {
        exact.countDown();
      }
    }

    @Override
    public void onDropped(long events) {}
  }
}
