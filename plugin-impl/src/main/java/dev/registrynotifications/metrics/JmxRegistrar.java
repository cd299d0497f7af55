package dev.registrynotifications.metrics;

import dev.registrynotifications.journal.EventLog;
import dev.registrynotifications.management.EndpointMXBean;
import dev.registrynotifications.management.JournalMXBean;
import dev.registrynotifications.management.NotificationsMXBean;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javax.management.InstanceAlreadyExistsException;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.jspecify.annotations.Nullable;

/**
 * Shows the figures as MBeans, and takes them away again. For one thread at a time.
 *
 * <p>Names are the same in every process, so that a dashboard fits them all; only a second plugin
 * in one JVM gets names with an {@code instance} in them, and then in all of them: a console that
 * looks for an endpoint of one plugin must not come by another's.
 */
public final class JmxRegistrar implements AutoCloseable {

  private static final Logger LOGGER = System.getLogger(JmxRegistrar.class.getName());
  private static final String DOMAIN = "dev.registrynotifications:type=";
  private static final String INSTANCE = "instance";

  private final MBeanServer server;
  private final String instanceId;
  private final InstantSource clock;
  private final AnnouncementThread thread = new AnnouncementThread();
  private final List<ObjectName> registered = new ArrayList<>();

  /** What all names end in; decided with the first one. */
  private @Nullable String ending;

  /**
   * Makes a registrar that has registered nothing.
   *
   * @param instanceId names this run of the plugin
   * @param clock tells how old things are
   */
  public JmxRegistrar(MBeanServer server, String instanceId, InstantSource clock) {
    this.server = server;
    this.instanceId = instanceId;
    this.clock = clock;
  }

  /** Shows the plugin as a whole. */
  public void registerNotifications(
      String version, Instant startTime, ConfigurationOperations configuration, NodeStats stats) {
    NotificationsBean bean =
        new NotificationsBean(version, startTime, instanceId, configuration, stats, clock);
    register(
        "Notifications",
        new AnnouncingMBean(bean, NotificationsMXBean.class, new Announcements(), thread));
  }

  /** Shows the log. */
  public void registerJournal(EventLog log, NodeStats stats) {
    Announcements announcements = new Announcements();
    log.listen(new JournalAnnouncer(announcements));
    register(
        "Journal",
        new AnnouncingMBean(
            new JournalBean(log, stats),
            JournalMXBean.class,
            announcements,
            thread,
            JournalMXBean.FAILING,
            JournalMXBean.RECOVERED));
  }

  /**
   * Shows an endpoint.
   *
   * @param url without user information; may change
   */
  public void registerEndpoint(
      String name, Supplier<String> url, EndpointStats stats, EndpointOperations operations) {
    register(
        "Endpoint,name=" + ObjectName.quote(name),
        new AnnouncingMBean(
            new EndpointBean(name, url, stats, operations, clock),
            EndpointMXBean.class,
            stats.announcements(),
            thread,
            EndpointMXBean.OPENED,
            EndpointMXBean.CLOSED,
            EndpointMXBean.PAUSED,
            EndpointMXBean.RESUMED,
            EndpointMXBean.DEAD_LETTERED,
            EndpointMXBean.DROPPED));
  }

  /** Shows an endpoint no longer. */
  public void unregisterEndpoint(String name) {
    String quoted = ObjectName.quote(name);
    List<ObjectName> gone =
        registered.stream().filter(bean -> quoted.equals(bean.getKeyProperty("name"))).toList();
    gone.forEach(this::unregister);
    registered.removeAll(gone);
  }

  /** A figure that can't be shown is no reason not to deliver: it is logged. */
  private void register(String keys, AnnouncingMBean mbean) {
    try {
      try {
        registered.add(server.registerMBean(mbean, name(keys + ending())).getObjectName());
      } catch (InstanceAlreadyExistsException e) {
        // Another plugin has come in between.
        ending = withInstance();
        registered.add(server.registerMBean(mbean, name(keys + ending)).getObjectName());
      }
    } catch (JMException e) {
      LOGGER.log(Level.WARNING, "Could not register the MBean of " + keys, e);
    }
  }

  private String ending() throws JMException {
    if (ending == null) {
      ending = isAnotherPlain() ? withInstance() : "";
    }
    return ending;
  }

  private boolean isAnotherPlain() throws JMException {
    return server.queryNames(name("*,*"), null).stream()
        .anyMatch(bean -> bean.getKeyProperty(INSTANCE) == null);
  }

  private String withInstance() {
    return "," + INSTANCE + "=" + ObjectName.quote(instanceId);
  }

  private static ObjectName name(String keys) throws JMException {
    return new ObjectName(DOMAIN + keys);
  }

  /** Takes away what was registered. */
  @Override
  public void close() {
    registered.forEach(this::unregister);
    registered.clear();
    thread.close();
  }

  private void unregister(ObjectName name) {
    try {
      server.unregisterMBean(name);
    } catch (JMException e) {
      LOGGER.log(Level.WARNING, "Could not unregister the MBean " + name, e);
    }
  }
}
