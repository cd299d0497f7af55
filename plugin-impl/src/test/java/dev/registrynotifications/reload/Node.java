package dev.registrynotifications.reload;

import com.google.common.base.Ticker;
import dev.registrynotifications.Events;
import dev.registrynotifications.broadcast.Broadcaster;
import dev.registrynotifications.config.EndpointConfig;
import dev.registrynotifications.endpoint.EndpointFactory;
import dev.registrynotifications.event.Event;
import dev.registrynotifications.journal.EventLog;
import dev.registrynotifications.management.EndpointMXBean;
import dev.registrynotifications.metrics.JmxRegistrar;
import dev.registrynotifications.metrics.NodeStats;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import javax.management.JMException;
import javax.management.JMX;
import javax.management.MBeanServer;
import javax.management.MBeanServerFactory;
import javax.management.ObjectName;

/** What surrounds running endpoints, with an MBean server of its own. */
final class Node implements AutoCloseable {

  /** What can be delivered is, on a slow machine, too. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final Duration TO_STOP = Duration.ofSeconds(3);

  private final EventLog log;
  private final MBeanServer beans = MBeanServerFactory.newMBeanServer();
  private final JmxRegistrar registrar = new JmxRegistrar(beans, "run-1", InstantSource.system());
  private final Broadcaster broadcaster;
  private final RunningEndpoints endpoints;

  /** Starts these endpoints on that log, which belongs to the node from now on. */
  Node(EventLog log, EndpointConfig... configs) {
    this.log = log;
    EndpointFactory factory =
        new EndpointFactory(
            "test/1",
            InstantSource.system(),
            Ticker.systemTicker(),
            () -> 0.5,
            () -> Events.pushed("ping"));
    this.broadcaster = new Broadcaster(log, List.of(), new NodeStats(Ticker.systemTicker()));
    this.endpoints =
        new RunningEndpoints(factory, log, broadcaster, registrar, Ticker.systemTicker());
    endpoints.open(List.of(configs));
    endpoints.start();
  }

  /** One whose events are lost when it is closed. */
  static Node inMemory(EndpointConfig... configs) {
    return new Node(EventLog.inMemory(16 << 20, InstantSource.system()), configs);
  }

  RunningEndpoints endpoints() {
    return endpoints;
  }

  /** Has the endpoints be like that, and tells what has become of it. */
  Applied apply(EndpointConfig... configs) {
    return endpoints.apply(List.of(configs), PATIENCE);
  }

  /** The registry causes an event. Returns its id. */
  String push(String repository) {
    Event event = Events.pushed(repository);
    broadcaster.onEvent(event);
    return event.id().toString();
  }

  EndpointMXBean bean(String name) {
    return JMX.newMXBeanProxy(beans, nameOf(name), EndpointMXBean.class);
  }

  boolean hasBean(String name) {
    return beans.isRegistered(nameOf(name));
  }

  MBeanServer beans() {
    return beans;
  }

  static ObjectName nameOf(String endpoint) {
    try {
      return new ObjectName(
          "dev.registrynotifications:type=Endpoint,name=" + ObjectName.quote(endpoint));
    } catch (JMException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    endpoints.close(TO_STOP);
    registrar.close();
    log.close();
  }
}
