package dev.registrynotifications.cli.connect;

import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;

/**
 * The names of one registry's MBeans. A second registry in a JVM has its instance in all of them.
 */
final class BeanNames {

  static final String DOMAIN = "dev.registrynotifications";

  private static final String INSTANCE = "instance";

  private final ObjectName notifications;

  /** The names that belong to that one of the plugin as a whole. */
  BeanNames(ObjectName notifications) {
    this.notifications = notifications;
  }

  /** Matches the plugin as a whole, of every registry in a JVM. */
  static ObjectName pattern() {
    return name(DOMAIN + ":type=Notifications,*");
  }

  /** Whether it is the name that the first registry gets. */
  static boolean isPlain(ObjectName notifications) {
    return notifications.getKeyProperty(INSTANCE) == null;
  }

  ObjectName notifications() {
    return notifications;
  }

  ObjectName journal() {
    return withInstance("type=Journal");
  }

  ObjectName endpoint(String name) {
    return withInstance("type=Endpoint,name=" + ObjectName.quote(name));
  }

  private ObjectName withInstance(String keys) {
    String instance = notifications.getKeyProperty(INSTANCE);
    return name(DOMAIN + ":" + keys + (instance == null ? "" : "," + INSTANCE + "=" + instance));
  }

  private static ObjectName name(String text) {
    try {
      return new ObjectName(text);
    } catch (MalformedObjectNameException e) {
      throw new IllegalArgumentException("Could not name an MBean " + text, e);
    }
  }
}
