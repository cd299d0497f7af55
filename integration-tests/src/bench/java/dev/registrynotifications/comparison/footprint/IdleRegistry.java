package dev.registrynotifications.comparison.footprint;

import dev.registrynotifications.bench.run.Effort;
import dev.registrynotifications.bench.run.WorkDirectory;
import dev.registrynotifications.cases.Content;
import dev.registrynotifications.comparison.footprint.ThreadWakeUps.WakeUps;
import dev.registrynotifications.dropin.Installation;
import dev.registrynotifications.host.HostLauncher;
import dev.registrynotifications.host.HostProcess;
import dev.registrynotifications.jmx.RemoteBeans;
import dev.registrynotifications.receiver.Answer;
import dev.registrynotifications.receiver.Answers;
import dev.registrynotifications.receiver.WebhookReceiver;
import java.io.IOException;
import java.lang.management.ThreadMXBean;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A registry that has delivered something to each of its endpoints, and has nothing to do any more.
 *
 * @param endpoints how many it has; without the plugin if there are none
 */
record IdleRegistry(int endpoints) {

  private static final int STARTS = 3;
  private static final double MEGABYTE = 1 << 20;
  private static final double NANOS_PER_MILLI = 1_000_000;
  private static final Duration TO_DELIVER = Duration.ofSeconds(30);

  /** A blob with nothing in it. */
  private static final String UPLOAD =
      "v2/team/app/blobs/uploads/?digest=" + Content.blob("").digest();

  /** Settles three times as long as others warm up. */
  Idle measure(Effort effort) throws IOException, InterruptedException {
    try (WorkDirectory work = WorkDirectory.make();
        WebhookReceiver receiver = WebhookReceiver.start(Answers.always(Answer.OK))) {
      HostLauncher launcher = launcher(work.path(), receiver.uri());
      double start = millisToStart(launcher);
      try (HostProcess host = launcher.start()) {
        push(host.baseUri());
        receiver.await(endpoints, TO_DELIVER);
        Thread.sleep(effort.warmUp().multipliedBy(3).toMillis());
        return idle(start, host, effort.measured());
      }
    }
  }

  private HostLauncher launcher(Path work, URI receiver) throws IOException {
    return endpoints == 0
        ? new HostLauncher(Path.of(System.getProperty("hostJar")))
        : Installation.in(work, configuration(receiver)).host();
  }

  private String configuration(URI receiver) {
    return IntStream.range(0, endpoints)
        .mapToObj(number -> "    - {name: number-%d, url: '%s'}\n".formatted(number, receiver))
        .collect(Collectors.joining("", "notifications:\n  enabled: true\n  endpoints:\n", ""));
  }

  /** The median. */
  private static double millisToStart(HostLauncher launcher)
      throws IOException, InterruptedException {
    double[] millis = new double[STARTS];
    for (int i = 0; i < STARTS; i++) {
      long begin = System.nanoTime();
      HostProcess host = launcher.start();
      millis[i] = (System.nanoTime() - begin) / NANOS_PER_MILLI;
      host.close();
    }
    Arrays.sort(millis);
    return millis[STARTS / 2];
  }

  private static void push(URI registry) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(registry.resolve(UPLOAD)).POST(BodyPublishers.noBody()).build();
    int status = HttpClient.newHttpClient().send(request, BodyHandlers.discarding()).statusCode();
    if (status != 201) {
      throw new IOException("the registry answers a push with " + status);
    }
  }

  /** Asks for the beans at the end: they bring threads along, which wake. */
  private static Idle idle(double startMillis, HostProcess host, Duration watched)
      throws IOException, InterruptedException {
    List<WakeUps> wakeUps = ThreadWakeUps.watch(host.pid(), watched);
    try (RemoteBeans beans = RemoteBeans.of(ProcessHandle.of(host.pid()).orElseThrow())) {
      int threads = beans.ofJvm(ThreadMXBean.class).getThreadCount();
      double heap = beans.liveHeapBytes() / MEGABYTE;
      return new Idle(startMillis, threads, heap, wakeUps);
    }
  }
}
