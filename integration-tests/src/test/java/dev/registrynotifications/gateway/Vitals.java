package dev.registrynotifications.gateway;

import com.sun.management.UnixOperatingSystemMXBean;
import dev.registrynotifications.jmx.RemoteBeans;
import java.lang.management.MemoryMXBean;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;

/**
 * What a JVM holds.
 *
 * @param files open files and connections
 * @param threads threads that have something to do, or to wait for: a pool keeps others for a while
 * @param heapBytes what is left in the heap after a collection
 */
record Vitals(long files, long threads, long heapBytes) {

  /** One a connection or so may come and go by itself; what leaks grows with each attack. */
  private static final int SOME = 8;

  /** Where threads of Jetty's pool are when they have nothing to do. */
  private static final String IDLE = "idleJobPoll";

  private static final int FRAMES = 20;

  private static final long SOME_HEAP_BYTES = 8_000_000;

  static Vitals of(RemoteBeans jvm) {
    MemoryMXBean memory = jvm.ofJvm(MemoryMXBean.class);
    memory.gc();
    return new Vitals(
        jvm.ofJvm(UnixOperatingSystemMXBean.class).getOpenFileDescriptorCount(),
        busy(jvm.ofJvm(ThreadMXBean.class)),
        memory.getHeapMemoryUsage().getUsed());
  }

  /** A thread that ended meanwhile is null. */
  private static long busy(ThreadMXBean threads) {
    return Arrays.stream(threads.getThreadInfo(threads.getAllThreadIds(), FRAMES))
        .filter(thread -> thread != null && !isIdle(thread))
        .count();
  }

  private static boolean isIdle(ThreadInfo thread) {
    return Arrays.stream(thread.getStackTrace())
        .anyMatch(frame -> frame.getMethodName().equals(IDLE));
  }

  /** Whether there is no more than before, give or take what comes and goes. */
  boolean isBackAt(Vitals before) {
    return files <= before.files + SOME
        && threads <= before.threads + SOME
        && heapBytes <= before.heapBytes + SOME_HEAP_BYTES;
  }
}
