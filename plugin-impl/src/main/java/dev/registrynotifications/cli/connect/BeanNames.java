package dev.registrynotifications.cli.connect;

import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;

/**
 * The names of one registry's MBeans. A second registry in a JVM has its instance in the names that
 * were taken already, and only there.
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

  /** The name of an endpoint if another registry has one of that name, too. */
  ObjectName endpoint(String name) {
    return withInstance("type=Endpoint,name=" + ObjectName.quote(name));
  }

  /** The name of an endpoint if no other registry has one of that name. */
  static ObjectName plainEndpoint(String name) {
    return name(DOMAIN + ":type=Endpoint,name=" + ObjectName.quote(name));
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
