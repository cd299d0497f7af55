package dev.registrynotifications.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.registrynotifications.Events;
import dev.registrynotifications.event.Action;
import dev.registrynotifications.event.ActorRecord;
import dev.registrynotifications.event.Event;
import dev.registrynotifications.event.Target;
import dev.registrynotifications.plugin.RepositoryListener;
import dev.registrynotifications.plugin.RequestContext;
import dev.registrynotifications.plugin.Sink;
import dev.registrynotifications.registry.Descriptor;
import dev.registrynotifications.registry.Digest;
import dev.registrynotifications.registry.RepositoryName;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EventBridgeTest {

  private static final RepositoryName NAME = new RepositoryName("team/app");
  private static final RepositoryName FROM = new RepositoryName("base");
  private static final Digest DIGEST = Events.digest("x");
  private static final Descriptor BLOB = Descriptor.blob(DIGEST, 7);
  private static final Descriptor MANIFEST = new Descriptor("application/x", 9, DIGEST);
  private static final ActorRecord ALICE = new ActorRecord("alice");
  private static final String URL = "https://hub.example.com/registry/v2/team/app/";
  private static final RequestContext CONTEXT =
      new RequestContext(Events.REQUEST, ALICE, URI.create("https://hub.example.com/registry/"));

  private final List<Event> events = new ArrayList<>();
  private long ids;

  @Test
  void saysWhoDidWhatWhenAndWhere() {
    listener(false).blobPulled(NAME, BLOB);

    assertThat(events)
        .containsExactly(
            new Event(
                new UUID(0, 1),
                Events.TIME,
                Action.PULL,
                new Target(
                    NAME, BLOB, DIGEST, null, null, URI.create(URL + "blobs/" + DIGEST), List.of()),
                Events.REQUEST,
                ALICE,
                Events.SOURCE));
  }

  @Test
  void makesAnEventForEachTagOfAPush() {
    listener(false).manifestPushed(NAME, MANIFEST, List.of(BLOB), List.of("v1", "latest"));

    assertThat(targets()).containsExactly(manifest("v1"), manifest("latest"));
    assertThat(events).extracting(Event::action).containsOnly(Action.PUSH);
    assertThat(events).extracting(Event::id).doesNotHaveDuplicates();
  }

  @Test
  void makesOneEventWithoutTagForAPushByDigest() {
    listener(false).manifestPushed(NAME, MANIFEST, List.of(BLOB), List.of());

    assertThat(targets()).containsExactly(manifest(null));
  }

  @Test
  void saysByWhichTagAManifestWasPulled() {
    listener(false).manifestPulled(NAME, MANIFEST, List.of(BLOB), "v1");
    listener(false).manifestPulled(NAME, MANIFEST, List.of(BLOB), null);

    assertThat(targets()).containsExactly(manifest("v1"), manifest(null));
  }

  @Test
  void includesReferencesWhereTheyAreAskedFor() {
    listener(true).manifestPushed(NAME, MANIFEST, List.of(BLOB), List.of("v1"));
    listener(true).manifestPulled(NAME, MANIFEST, List.of(BLOB), "v1");

    assertThat(targets()).extracting(Target::references).containsOnly(List.of(BLOB));
  }

  @Test
  void saysWhereAMountedBlobCameFrom() {
    listener(false).blobMounted(NAME, BLOB, FROM);

    assertThat(events).extracting(Event::action).containsExactly(Action.MOUNT);
    assertThat(targets())
        .containsExactly(
            new Target(
                NAME, BLOB, DIGEST, null, FROM, URI.create(URL + "blobs/" + DIGEST), List.of()));
  }

  @Test
  void saysOfADeleteOnlyWhatIsGone() {
    RepositoryListener listener = listener(true);
    listener.manifestDeleted(NAME, DIGEST);
    listener.blobDeleted(NAME, DIGEST);
    listener.tagDeleted(NAME, "v1");
    listener.repositoryDeleted(NAME);

    assertThat(events).extracting(Event::action).containsOnly(Action.DELETE);
    assertThat(targets())
        .containsExactly(
            new Target(NAME, null, DIGEST, null, null, null, List.of()),
            new Target(NAME, null, DIGEST, null, null, null, List.of()),
            new Target(NAME, null, null, "v1", null, null, List.of()),
            new Target(NAME, null, null, null, null, null, List.of()));
  }

  @Test
  void neverLetsAFailureReachTheHost() {
    RepositoryListener failing =
        bridge(
                written -> {
                  throw new AssertionError("an error, not just an exception");
                },
                false)
            .listenerFor(CONTEXT);

    assertThatNoException()
        .isThrownBy(
            () -> {
              failing.manifestPushed(NAME, MANIFEST, List.of(), List.of("v1"));
              failing.manifestPulled(NAME, MANIFEST, List.of(), null);
              failing.manifestDeleted(NAME, DIGEST);
              failing.blobPushed(NAME, BLOB);
              failing.blobPulled(NAME, BLOB);
              failing.blobMounted(NAME, BLOB, FROM);
              failing.blobDeleted(NAME, DIGEST);
              failing.tagDeleted(NAME, "v1");
              failing.repositoryDeleted(NAME);
            });
  }

  private List<Target> targets() {
    return events.stream().map(Event::target).toList();
  }

  private static Target manifest(@Nullable String tag) {
    URI url = URI.create(URL + "manifests/" + DIGEST);
    return new Target(NAME, MANIFEST, DIGEST, tag, null, url, List.of());
  }

  private RepositoryListener listener(boolean includeReferences) {
    return bridge(events::addAll, includeReferences).listenerFor(CONTEXT);
  }

  private EventBridge bridge(Sink sink, boolean includeReferences) {
    InstantSource clock = InstantSource.fixed(Events.TIME);
    return new EventBridge(sink, Events.SOURCE, () -> new UUID(0, ++ids), clock, includeReferences);
  }
}
