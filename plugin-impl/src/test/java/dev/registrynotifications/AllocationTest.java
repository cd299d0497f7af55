package dev.registrynotifications;

import static dev.registrynotifications.Patience.DEADLINE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.inject.Guice;
import com.google.inject.Injector;
import com.sun.management.ThreadMXBean;
import dev.registrynotifications.bridge.EventBridge;
import dev.registrynotifications.config.reader.ConfigReader;
import dev.registrynotifications.event.ActorRecord;
import dev.registrynotifications.plugin.RequestContext;
import dev.registrynotifications.registry.Descriptor;
import dev.registrynotifications.registry.Digest;
import dev.registrynotifications.registry.RepositoryName;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What an event may allocate at the most: a guard that no neighbour on the machine disturbs, unlike
 * times. The limits lie a third above what was measured; who exceeds one has made something dearer.
 */
class AllocationTest {

  private static final int BYTES_AN_ENDPOINT = 16;
  private static final int WARM_UP = 3_000;
  private static final int EVENTS = 3_000;
  private static final Pattern TIMESTAMP = Pattern.compile("\"timestamp\"");
  private static final Pattern OF_DELIVERY = Pattern.compile("notify-endpoint|HttpClient-");
  private static final String CLOSED = "http://127.0.0.1:1/";
  private static final RequestContext CONTEXT =
      new RequestContext(
          Events.REQUEST, ActorRecord.UNKNOWN, URI.create("https://hub.example.com/"));
  private static final Descriptor MANIFEST =
      new Descriptor(
          "application/vnd.oci.image.manifest.v1+json",
          787,
          Digest.sha256(ByteBuffer.wrap("manifest".getBytes(UTF_8))));

  private static final List<RepositoryName> REPOSITORIES =
      IntStream.range(0, 64).mapToObj(i -> new RepositoryName("team-" + i + "/service")).toList();

  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  @TempDir private Path directory;

  @Test
  void costsTheRequestFewBytesForAnEvent() throws IOException {
    assertThat(perEventOnItsRequest(1)).isBetween(1_000L, 7_500L);
  }

  @Test
  void costsTheRequestTheSameHoweverManyEndpointsThereAre() throws IOException {
    long unused = perEventOnItsRequest(1);
    long one = perEventOnItsRequest(1);
    long sixteen = perEventOnItsRequest(16);

    assertThat(sixteen).isLessThan(one + 16 * BYTES_AN_ENDPOINT);
  }

  @ParameterizedTest
  @CsvSource({"timeout: 30s, 36000", "concurrency: 8, 36000", "'batch: {maxEvents: 64}', 7000"})
  void costsFewBytesForADelivery(String key, long limit) throws IOException {
    try (WebhookServer webhook = WebhookServer.down()) {
      assertThat(perDelivery(key, webhook)).isBetween(1_000L, limit);
    }
  }

  private long perEventOnItsRequest(int endpoints) throws IOException {
    Injector injector = plugin(endpoints, CLOSED, "threshold: 1, backoff: 1h, maxBackoff: 1h");
    try (NotificationsService service = injector.getInstance(NotificationsService.class)) {
      service.start();
      tell(injector, WARM_UP);
      long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
      tell(injector, EVENTS);
      long after = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
      return (after - before) / EVENTS;
    }
  }

  private long perDelivery(String key, WebhookServer webhook) throws IOException {
    Injector injector = plugin(1, webhook.url(), key + ", backoff: 100ms, maxBackoff: 100ms");
    try (NotificationsService service = injector.getInstance(NotificationsService.class)) {
      service.start();
      tell(injector, EVENTS);
      // What has failed so far, as nobody listens, is no delivery.
      Map<Long, Long> before = allocatedByDelivery();
      webhook.start();
      await().atMost(DEADLINE).until(() -> received(webhook) >= EVENTS);
      Map<Long, Long> after = allocatedByDelivery();
      after.replaceAll((id, bytes) -> bytes - before.getOrDefault(id, 0L));
      return after.values().stream().mapToLong(Long::longValue).sum() / EVENTS;
    }
  }

  private Injector plugin(int endpoints, String url, String keys) throws IOException {
    String list =
        IntStream.range(0, endpoints)
            .mapToObj(i -> "{name: endpoint-%d, url: '%s', %s}".formatted(i, url, keys))
            .collect(Collectors.joining(", "));
    Path configuration =
        Files.writeString(
            Files.createTempDirectory(directory, "plugin").resolve("config.yml"),
            "notifications: {enabled: true, endpoints: [%s]}".formatted(list));
    return Guice.createInjector(
        new NotificationsModule(new ConfigReader(Map.of(), null).read(configuration), "reg:5000"));
  }

  private static void tell(Injector injector, int events) {
    EventBridge bridge = injector.getInstance(EventBridge.class);
    for (int i = 0; i < events; i++) {
      RepositoryName repository = REPOSITORIES.get(i % REPOSITORIES.size());
      bridge.listenerFor(CONTEXT).manifestPulled(repository, MANIFEST, List.of(), "1.4.2");
    }
  }

  private static long received(WebhookServer webhook) {
    return webhook.bodies().stream().flatMap(TIMESTAMP::splitAsStream).count()
        - webhook.bodies().size();
  }

  /** By the threads of endpoints and their clients, those of earlier tests included. */
  private Map<Long, Long> allocatedByDelivery() {
    return Arrays.stream(threads.getThreadInfo(threads.getAllThreadIds()))
        .filter(Objects::nonNull)
        .filter(thread -> OF_DELIVERY.matcher(thread.getThreadName()).lookingAt())
        .map(ThreadInfo::getThreadId)
        .collect(Collectors.toMap(id -> id, threads::getThreadAllocatedBytes));
  }
}
