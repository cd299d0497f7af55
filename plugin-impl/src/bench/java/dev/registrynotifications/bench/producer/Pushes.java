package dev.registrynotifications.bench.producer;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.registrynotifications.bridge.EventBridge;
import dev.registrynotifications.event.ActorRecord;
import dev.registrynotifications.event.RequestRecord;
import dev.registrynotifications.plugin.RequestContext;
import dev.registrynotifications.registry.Descriptor;
import dev.registrynotifications.registry.Digest;
import dev.registrynotifications.registry.RepositoryName;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.IntStream;

/** Pushes of a manifest with a tag, to 64 repositories. Each has a listener of its own. */
final class Pushes {

  private static final int REPOSITORIES = 64;
  private static final String MANIFEST = "application/vnd.oci.image.manifest.v1+json";

  private final RequestContext context =
      new RequestContext(
          new RequestRecord(
              "0d4b1a2e-7a54-4d0c-9b59-6f0f8d3a5c11",
              "10.1.2.3:34256",
              "reg.example.org",
              "PUT",
              "docker/26.1"),
          ActorRecord.UNKNOWN,
          URI.create("http://reg.example.org/"));
  private final List<Push> pushes = IntStream.range(0, REPOSITORIES).mapToObj(Push::of).toList();

  /** What was pushed. */
  private record Push(RepositoryName repository, Descriptor manifest, List<String> tags) {

    static Push of(int number) {
      Digest digest = Digest.sha256(ByteBuffer.wrap(("manifest " + number).getBytes(UTF_8)));
      return new Push(
          new RepositoryName("team-%02d/service".formatted(number)),
          new Descriptor(MANIFEST, 787, digest),
          List.of("1.4." + number));
    }
  }

  /** Tells of a push as a request of its own does. */
  void tell(EventBridge bridge, long number) {
    Push push = pushes.get((int) (number % REPOSITORIES));
    bridge
        .listenerFor(context)
        .manifestPushed(push.repository(), push.manifest(), List.of(), push.tags());
  }
}
