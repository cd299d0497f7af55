package dev.registrynotifications.dropin;

import dev.registrynotifications.event.ActorRecord;
import dev.registrynotifications.event.RequestRecord;
import dev.registrynotifications.plugin.PluginContext;
import dev.registrynotifications.plugin.RequestContext;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** What a server tells a plugin, where no HTTP is needed. */
record SmallServer(Optional<Path> configurationFile) implements PluginContext {

  /** A request that the server is working on. */
  static final RequestContext REQUEST =
      new RequestContext(
          new RequestRecord("request-1", "192.0.2.1:4711", "hub.example.com", "PUT", "test"),
          ActorRecord.UNKNOWN,
          URI.create("http://hub.example.com/"));

  static SmallServer with(Path configurationFile) {
    return new SmallServer(Optional.of(configurationFile));
  }

  @Override
  public String serverAddress() {
    return "hub.example.com:80";
  }
}
