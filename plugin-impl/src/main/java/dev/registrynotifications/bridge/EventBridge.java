package dev.registrynotifications.bridge;

import dev.registrynotifications.event.Action;
import dev.registrynotifications.event.ActorRecord;
import dev.registrynotifications.event.Event;
import dev.registrynotifications.event.RequestRecord;
import dev.registrynotifications.event.SourceRecord;
import dev.registrynotifications.event.Target;
import dev.registrynotifications.plugin.RepositoryListener;
import dev.registrynotifications.plugin.RequestContext;
import dev.registrynotifications.plugin.Sink;
import dev.registrynotifications.registry.RepositoryName;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/** Makes the listeners that turn what was done in one request into events. */
public final class EventBridge {

  /** What a ping says it is about; receivers expect a repository. */
  private static final RepositoryName PINGED = new RepositoryName("registry-notifications/ping");

  private static final RequestRecord NO_REQUEST = new RequestRecord("", "", null, "", "");

  private final Sink sink;
  private final SourceRecord source;
  private final Supplier<UUID> ids;
  private final InstantSource clock;
  private final boolean includeReferences;

  /**
   * Makes a bridge.
   *
   * @param sink gets the events
   * @param source the node they come from
   * @param ids gives each event its id
   * @param clock gives each event its time
   * @param includeReferences whether events of manifests say what the manifest points at
   */
  public EventBridge(
      Sink sink,
      SourceRecord source,
      Supplier<UUID> ids,
      InstantSource clock,
      boolean includeReferences) {
    this.sink = sink;
    this.source = source;
    this.ids = ids;
    this.clock = clock;
    this.includeReferences = includeReferences;
  }

  /** A listener for one request. It never throws. */
  public RepositoryListener listenerFor(RequestContext context) {
    return new NeverThrowingListener(new RequestListener(this, context));
  }

  /** Makes an event of each target and passes them on together. */
  void write(RequestContext context, Action action, List<Target> targets) {
    sink.write(targets.stream().map(target -> event(context, action, target)).toList());
  }

  /** An event that says that nothing has happened: somebody wants to see whether it arrives. */
  public Event ping() {
    Target nothing = new Target(PINGED, null, null, null, null, null, List.of());
    return new Event(
        ids.get(), clock.instant(), Action.PING, nothing, NO_REQUEST, ActorRecord.UNKNOWN, source);
  }

  private Event event(RequestContext context, Action action, Target target) {
    return new Event(
        ids.get(), clock.instant(), action, target, context.request(), context.actor(), source);
  }

  /** Whether the events of manifests say what the manifest points at. */
  public boolean includesReferences() {
    return includeReferences;
  }
}
