package dev.registrynotifications.comparison.peer;

import com.sun.management.ThreadMXBean;
import dev.registrynotifications.host.HostProcess;
import dev.registrynotifications.jmx.RemoteBeans;
import dev.registrynotifications.management.EndpointMXBean;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/** Our registry with the plugin in it, on a JVM with nothing set; it tells about itself by JMX. */
final class PluginHost implements Peer {

  private static final Duration TO_COUNT = Duration.ofMinutes(2);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

  private final HostProcess host;
  private final RemoteBeans beans;
  private final List<EndpointMXBean> endpoints;

  private PluginHost(HostProcess host, RemoteBeans beans, List<EndpointMXBean> endpoints) {
    this.host = host;
    this.beans = beans;
    this.endpoints = endpoints;
  }

  /** Looks into a host that was started with these endpoints. */
  static PluginHost of(HostProcess host, Webhooks webhooks) {
    RemoteBeans beans = RemoteBeans.of(ProcessHandle.of(host.pid()).orElseThrow());
    try {
      return new PluginHost(host, beans, webhooks.names().stream().map(beans::endpoint).toList());
    } catch (RuntimeException e) {
      beans.close();
      throw new IllegalStateException("Could not look into the host: " + host.output(), e);
    }
  }

  @Override
  public URI uri() {
    return host.baseUri();
  }

  @Override
  public ProcessHandle process() {
    return ProcessHandle.of(host.pid()).orElseThrow();
  }

  @Override
  public long pending() throws InterruptedException {
    long deadline = System.nanoTime() + TO_COUNT.toNanos();
    while (!endpoints.stream().allMatch(EndpointMXBean::isPendingExact)) {
      if (System.nanoTime() - deadline > 0) {
        throw new IllegalStateException("Could not count what is pending within " + TO_COUNT);
      }
      TimeUnit.MILLISECONDS.sleep(BETWEEN_LOOKS.toMillis());
    }
    return endpoints.stream().mapToLong(EndpointMXBean::getPending).sum();
  }

  @Override
  public Allocated allocated() {
    ThreadMXBean threads = beans.ofJvm(ThreadMXBean.class);
    long[] ids = threads.getAllThreadIds();
    long[] bytes = threads.getThreadAllocatedBytes(ids);
    Map<Long, Long> byThread = new HashMap<>();
    for (int i = 0; i < ids.length; i++) {
      // It is -1 for a thread that has just ended.
      if (bytes[i] >= 0) {
        byThread.put(ids[i], bytes[i]);
      }
    }
    return new Allocated(byThread);
  }

  @Override
  public OptionalLong liveHeap() {
    return OptionalLong.of(beans.liveHeapBytes());
  }

  @Override
  public void close() {
    try {
      host.kill();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      beans.close();
    }
  }
}
