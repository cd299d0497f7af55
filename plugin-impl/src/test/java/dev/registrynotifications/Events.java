package dev.registrynotifications;

import dev.registrynotifications.event.Action;
import dev.registrynotifications.event.ActorRecord;
import dev.registrynotifications.event.Event;
import dev.registrynotifications.event.RequestRecord;
import dev.registrynotifications.event.SourceRecord;
import dev.registrynotifications.event.Target;
import dev.registrynotifications.registry.Descriptor;
import dev.registrynotifications.registry.Digest;
import dev.registrynotifications.registry.RepositoryName;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Events for tests. */
public final class Events {

  public static final RequestRecord REQUEST =
      new RequestRecord("request-1", "192.0.2.1:4711", "registry.example.com", "PUT", "docker/27");
  public static final SourceRecord SOURCE = new SourceRecord("node-1:5000", "instance-1");
  public static final Instant TIME = Instant.parse("2026-11-23T20:14:04.4261Z");

  private Events() {}

  public static Digest digest(String content) {
    return Digest.sha256(ByteBuffer.wrap(content.getBytes(StandardCharsets.UTF_8)));
  }

  /** A blob of this repository was pushed. */
  public static Event pushed(String repository) {
    Descriptor blob = Descriptor.blob(digest(repository), 7);
    URI url =
        URI.create("http://registry.example.com/v2/" + repository + "/blobs/" + blob.digest());
    RepositoryName name = new RepositoryName(repository);
    return of(
        Action.PUSH, new Target(name, blob, blob.digest(), null, null, url, List.of()), REQUEST);
  }

  public static Event of(Action action, Target target, RequestRecord request) {
    return new Event(UUID.randomUUID(), TIME, action, target, request, ActorRecord.UNKNOWN, SOURCE);
  }
}
