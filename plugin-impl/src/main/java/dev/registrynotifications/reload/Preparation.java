package dev.registrynotifications.reload;

import dev.registrynotifications.config.EndpointConfig;
import dev.registrynotifications.endpoint.Endpoint;
import dev.registrynotifications.endpoint.EndpointFactory;
import dev.registrynotifications.journal.EventLog;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What can be built of new endpoints while the old ones still run: if that fails, nobody is the
 * worse for it. What was prepared and couldn't begin is kept for the next time: a client is dear,
 * and what it is warned of is to be read once. Confined to the config thread.
 */
final class Preparation {

  /** Build the endpoints that don't run yet, by what they are to be. */
  private final Map<EndpointConfig, Supplier<Endpoint>> endpoints = new HashMap<>();

  private final List<String> problems = new ArrayList<>();

  private Preparation() {}

  /** Nothing is prepared. */
  static Preparation none() {
    return new Preparation();
  }

  /** Why some couldn't be prepared, for operators. */
  List<String> problems() {
    return List.copyOf(problems);
  }

  /** Prepares what the plan needs and this hasn't. */
  Preparation next(Plan plan, EndpointFactory factory, EventLog log) {
    Preparation preparation = none();
    plan.changed()
        .forEach(
            change -> {
              Endpoint predecessor = change.slot().endpoint();
              EndpointConfig next = change.next();
              preparation.add(next, this, () -> factory.prepareSuccessor(predecessor, next, log));
            });
    plan.added()
        .forEach(config -> preparation.add(config, this, () -> factory.prepare(config, log)));
    return preparation;
  }

  private void add(
      EndpointConfig config, Preparation before, Supplier<Supplier<Endpoint>> builder) {
    Supplier<Endpoint> known = before.endpoints.get(config);
    try {
      endpoints.put(config, known == null ? builder.get() : known);
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
    Supplier<Endpoint> prepared = endpoints.get(config);
    if (prepared == null) {
      throw new IllegalStateException("it wasn't prepared");
    }
    return prepared.get();
  }

  /** Takes note that what was prepared runs now. */
  void spend(EndpointConfig config) {
    endpoints.remove(config);
  }
}
