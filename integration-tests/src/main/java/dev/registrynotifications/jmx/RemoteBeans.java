package dev.registrynotifications.jmx;

import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import dev.registrynotifications.management.EndpointMXBean;
import dev.registrynotifications.management.JournalMXBean;
import dev.registrynotifications.management.NotificationsMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.management.PlatformManagedObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.management.JMException;
import javax.management.JMX;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanServerConnection;
import javax.management.MalformedObjectNameException;
import javax.management.Notification;
import javax.management.NotificationListener;
import javax.management.ObjectName;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/**
 * The plugin's beans in another process of the same user, as {@code jconsole} finds them: the other
 * process needs no flag and no port. Safe for use by several threads.
 *
 * <p>The beans are proxies: each call of theirs reads anew, and fails once this is closed.
 */
public final class RemoteBeans implements AutoCloseable {

  /** What is only softly or weakly held goes with the second one or the third. */
  private static final int COLLECTIONS = 3;

  /** How long the JDK waits for a JVM to let it in, in milliseconds: ten seconds by itself. */
  private static final String ATTACH_TIMEOUT = "sun.tools.attach.attachTimeout";

  private static final Duration TO_ATTACH = Duration.ofMinutes(2);

  private static final String DOMAIN = "dev.registrynotifications:type=";

  private final long pid;
  private final JMXConnector connector;
  private final MBeanServerConnection server;

  private RemoteBeans(long pid, JMXConnector connector) throws IOException {
    this.pid = pid;
    this.connector = connector;
    this.server = connector.getMBeanServerConnection();
  }

  /**
   * Connects to a running JVM of the same user.
   *
   * @throws UncheckedIOException if it isn't one, or doesn't let itself be attached to
   */
  public static RemoteBeans of(ProcessHandle process) {
    long pid = process.pid();
    try {
      return new RemoteBeans(pid, connect(startAgent(pid)));
    } catch (IOException e) {
      throw new UncheckedIOException(
          "Could not attach to process " + pid + ": " + e.getMessage(), e);
    }
  }

  /** The plugin as a whole. */
  public NotificationsMXBean notifications() {
    return bean("Notifications", NotificationsMXBean.class);
  }

  /** The log behind all endpoints. */
  public JournalMXBean journal() {
    return bean("Journal", JournalMXBean.class);
  }

  /** One endpoint, by its name in the configuration. */
  public EndpointMXBean endpoint(String name) {
    return bean("Endpoint,name=" + ObjectName.quote(name), EndpointMXBean.class);
  }

  /** Hears of what an endpoint announces from now on. */
  public void listen(String endpoint, Consumer<Notification> announcements) {
    NotificationListener listener = (notification, unused) -> announcements.accept(notification);
    try {
      server.addNotificationListener(
          new ObjectName(DOMAIN + "Endpoint,name=" + ObjectName.quote(endpoint)),
          listener,
          null,
          null);
    } catch (IOException | JMException e) {
      throw new IllegalStateException(
          "Could not listen to endpoint " + endpoint + " of process " + pid + ": " + e, e);
    }
  }

  /** A bean of the other JVM itself. */
  public <T extends PlatformManagedObject> T ofJvm(Class<T> type) {
    try {
      return ManagementFactory.getPlatformMXBean(server, type);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "Could not ask process " + pid + " for its beans: " + e.getMessage(), e);
    }
  }

  /** How many bytes of the other JVM's heap are in use after some collections. */
  public long liveHeapBytes() {
    MemoryMXBean memory = ofJvm(MemoryMXBean.class);
    for (int i = 0; i < COLLECTIONS; i++) {
      memory.gc();
    }
    return memory.getHeapMemoryUsage().getUsed();
  }

  /** All that the plugin's beans show, for people: each attribute of each bean on a line. */
  public List<String> attributes() {
    List<String> lines = new ArrayList<>();
    try {
      for (ObjectName name : server.queryNames(new ObjectName(DOMAIN + "*,*"), null)) {
        for (MBeanAttributeInfo attribute : server.getMBeanInfo(name).getAttributes()) {
          Object value = server.getAttribute(name, attribute.getName());
          lines.add(name + " " + attribute.getName() + " = " + value);
        }
      }
      return lines;
    } catch (IOException | JMException e) {
      throw new IllegalStateException(
          "Could not read the beans of process " + pid + ": " + e.getMessage(), e);
    }
  }

  /**
   * Leaves the other process; its agent stays. If the process has ended, there is none to leave.
   */
  @Override
  public void close() {
    try {
      connector.close();
    } catch (IOException e) {
      if (ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isEmpty()) {
        return;
      }
      throw new UncheckedIOException(
          "Could not disconnect from process " + pid + ": " + e.getMessage(), e);
    }
  }

  private static String startAgent(long pid) throws IOException {
    if (System.getProperty(ATTACH_TIMEOUT) == null) {
      System.setProperty(ATTACH_TIMEOUT, Long.toString(TO_ATTACH.toMillis()));
    }
    try {
      VirtualMachine machine = VirtualMachine.attach(Long.toString(pid));
      try {
        return machine.startLocalManagementAgent();
      } finally {
        machine.detach();
      }
    } catch (AttachNotSupportedException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  @SuppressWarnings("BanJNDI") // The address comes from a process that we attached to.
  private static JMXConnector connect(String address) throws IOException {
    return JMXConnectorFactory.connect(new JMXServiceURL(address));
  }

  private <T> T bean(String keys, Class<T> type) {
    try {
      ObjectName name = new ObjectName(DOMAIN + keys);
      if (!server.isRegistered(name)) {
        throw new IllegalStateException(
            "Could not find " + name + ": process " + pid + " has none");
      }
      return JMX.newMXBeanProxy(server, name, type);
    } catch (MalformedObjectNameException e) {
      throw new IllegalArgumentException("not an object name: " + DOMAIN + keys, e);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "Could not ask process " + pid + " for its beans: " + e.getMessage(), e);
    }
  }
}
