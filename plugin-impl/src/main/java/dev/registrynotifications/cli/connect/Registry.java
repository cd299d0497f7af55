package dev.registrynotifications.cli.connect;

import dev.registrynotifications.cli.jvms.NoRegistryException;
import dev.registrynotifications.management.EndpointMXBean;
import dev.registrynotifications.management.JournalMXBean;
import dev.registrynotifications.management.NotificationsMXBean;
import java.io.IOException;
import java.util.List;
import javax.management.JMX;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.remote.JMXConnector;

/** The plugin in a registry that is running, over a connection to it. */
public final class Registry implements AutoCloseable {

  private final JMXConnector connector;
  private final MBeanServerConnection server;
  private final BeanNames names;

  Registry(JMXConnector connector, MBeanServerConnection server, BeanNames names) {
    this.connector = connector;
    this.server = server;
    this.names = names;
  }

  /** The plugin as a whole. */
  public NotificationsMXBean notifications() {
    return bean(names.notifications(), NotificationsMXBean.class);
  }

  /** The log behind all endpoints. */
  public JournalMXBean journal() {
    return bean(names.journal(), JournalMXBean.class);
  }

  /** The endpoints' names, in the order of the configuration. */
  public List<String> endpointNames() {
    return List.of(notifications().getEndpoints());
  }

  /** All endpoints, in that order. */
  public List<EndpointMXBean> endpoints() {
    return endpointNames().stream().map(this::known).toList();
  }

  /**
   * An endpoint.
   *
   * @throws IllegalArgumentException if there is none of that name, with those that there are
   */
  public EndpointMXBean endpoint(String name) {
    List<String> known = endpointNames();
    if (!known.contains(name)) {
      throw new IllegalArgumentException(new UnknownName(name, known).message());
    }
    return known(name);
  }

  private EndpointMXBean known(String name) {
    EndpointMXBean bean = bean(names.endpoint(name), EndpointMXBean.class);
    return RemovableBean.of(
        EndpointMXBean.class, bean, name, () -> isRegistered(names.notifications()));
  }

  private boolean isRegistered(ObjectName name) {
    try {
      return server.isRegistered(name);
    } catch (IOException e) {
      throw new NoRegistryException("The connection was lost: " + Reason.of(e), e);
    }
  }

  private <T> T bean(ObjectName name, Class<T> type) {
    return JMX.newMXBeanProxy(server, name, type);
  }

  /** A connection that can't be closed is as good as closed. */
  @Override
  public void close() {
    try {
      connector.close();
    } catch (IOException e) {
      // Nothing is left to be lost with it.
    }
  }
}
