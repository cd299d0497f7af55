package dev.registrynotifications.gateway;

import com.sun.management.UnixOperatingSystemMXBean;
import dev.registrynotifications.jmx.RemoteBeans;
import java.lang.management.MemoryMXBean;
import java.lang.management.ThreadMXBean;

/**
 * What a JVM holds.
 *
 * @param files open files and connections
 * @param threads live threads
 * @param heapBytes what is left in the heap after a collection
 */
record Vitals(long files, int threads, long heapBytes) {

  /** One a connection or so may come and go by itself; what leaks grows with each attack. */
  private static final int SOME = 8;

  private static final long SOME_HEAP_BYTES = 8_000_000;

  static Vitals of(RemoteBeans jvm) {
    MemoryMXBean memory = jvm.ofJvm(MemoryMXBean.class);
    memory.gc();
    return new Vitals(
        jvm.ofJvm(UnixOperatingSystemMXBean.class).getOpenFileDescriptorCount(),
        jvm.ofJvm(ThreadMXBean.class).getThreadCount(),
        memory.getHeapMemoryUsage().getUsed());
  }

  /** Whether there is no more than before, give or take what comes and goes. */
  boolean isBackAt(Vitals before) {
    return files <= before.files + SOME
        && threads <= before.threads + SOME
        && heapBytes <= before.heapBytes + SOME_HEAP_BYTES;
  }
}
