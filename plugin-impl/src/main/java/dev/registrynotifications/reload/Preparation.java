package dev.registrynotifications.reload;

import dev.registrynotifications.config.EndpointConfig;
import dev.registrynotifications.endpoint.Endpoint;
import dev.registrynotifications.endpoint.EndpointFactory;
import dev.registrynotifications.journal.EventLog;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What can be built of new endpoints while the old ones still run: if that fails, nobody is the
 * worse for it.
 *
 * @param endpoints build the endpoints, by their names
 * @param problems why some couldn't be prepared, for operators
 */
record Preparation(Map<String, Supplier<Endpoint>> endpoints, List<String> problems) {

  static Preparation of(Plan plan, EndpointFactory factory, EventLog log) {
    Preparation preparation = new Preparation(new LinkedHashMap<>(), new ArrayList<>());
    plan.changed()
        .forEach(
            change -> {
              Endpoint predecessor = change.slot().endpoint();
              EndpointConfig next = change.next();
              preparation.add(next, () -> factory.prepareSuccessor(predecessor, next, log));
            });
    plan.added().forEach(config -> preparation.add(config, () -> factory.prepare(config, log)));
    return preparation;
  }

  private void add(EndpointConfig config, Supplier<Supplier<Endpoint>> builder) {
    try {
      endpoints.put(config.name(), builder.get());
    } catch (RuntimeException e) {
      problems.add("Could not set up endpoint " + config.name() + ": " + reason(e));
    }
  }

  /** Messages that are neither ours nor the JVM's may quote what is secret. */
  static String reason(Throwable failure) {
    if (failure instanceof VirtualMachineError) {
      return failure.toString();
    }
    boolean ours =
        failure instanceof IllegalStateException || failure instanceof UncheckedIOException;
    return ours ? String.valueOf(failure.getMessage()) : failure.getClass().getSimpleName();
  }

  /** Builds an endpoint that was prepared. */
  Endpoint build(EndpointConfig config) {
    Supplier<Endpoint> prepared = endpoints.get(config.name());
    if (prepared == null) {
      throw new IllegalStateException("it wasn't prepared");
    }
    return prepared.get();
  }
}
