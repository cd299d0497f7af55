package dev.registrynotifications.metrics;

import dev.registrynotifications.journal.EventLog;
import dev.registrynotifications.management.EndpointMXBean;
import dev.registrynotifications.management.JournalMXBean;
import dev.registrynotifications.management.NotificationsMXBean;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.management.InstanceAlreadyExistsException;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.StandardMBean;

/**
 * Shows the figures as MBeans, and takes them away again. For the thread that starts and stops the
 * plugin.
 *
 * <p>Names are the same in every process, so that a dashboard fits them all; only a second plugin
 * in one JVM gets names with an {@code instance} in them.
 */
public final class JmxRegistrar implements AutoCloseable {

  private static final Logger LOGGER = System.getLogger(JmxRegistrar.class.getName());
  private static final String DOMAIN = "dev.registrynotifications:type=";

  private final MBeanServer server;
  private final String instanceId;
  private final List<ObjectName> registered = new ArrayList<>();

  /**
   * Makes a registrar that has registered nothing.
   *
   * @param instanceId names this run of the plugin
   */
  public JmxRegistrar(MBeanServer server, String instanceId) {
    this.server = server;
    this.instanceId = instanceId;
  }

  /** Shows the plugin as a whole. */
  public void registerNotifications(
      String version, Instant startTime, List<String> endpoints, NodeStats stats) {
    register(
        "Notifications",
        new NotificationsBean(version, startTime, instanceId, endpoints, stats),
        NotificationsMXBean.class);
  }

  /** Shows the log. */
  public void registerJournal(EventLog log) {
    register("Journal", new JournalBean(log), JournalMXBean.class);
  }

  /**
   * Shows an endpoint.
   *
   * @param url without user information
   */
  public void registerEndpoint(
      String name, String url, EndpointStats stats, EndpointOperations operations) {
    register(
        "Endpoint,name=" + ObjectName.quote(name),
        new EndpointBean(name, url, stats, operations),
        EndpointMXBean.class);
  }

  /** A figure that can't be shown is no reason not to deliver: it is logged. */
  private <T> void register(String keys, T bean, Class<T> type) {
    try {
      StandardMBean mbean = new StandardMBean(bean, type, true);
      try {
        registered.add(server.registerMBean(mbean, name(keys)).getObjectName());
      } catch (InstanceAlreadyExistsException e) {
        String unique = keys + ",instance=" + ObjectName.quote(instanceId);
        registered.add(server.registerMBean(mbean, name(unique)).getObjectName());
      }
    } catch (JMException e) {
      LOGGER.log(Level.WARNING, "Could not register the MBean of " + keys, e);
    }
  }

  private static ObjectName name(String keys) throws JMException {
    return new ObjectName(DOMAIN + keys);
  }

  /** Takes away what was registered. */
  @Override
  public void close() {
    for (ObjectName name : registered) {
      try {
        server.unregisterMBean(name);
      } catch (JMException e) {
        LOGGER.log(Level.WARNING, "Could not unregister the MBean " + name, e);
      }
    }
    registered.clear();
  }
}
