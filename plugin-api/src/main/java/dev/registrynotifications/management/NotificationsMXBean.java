package dev.registrynotifications.management;

/** The plugin as a whole: {@code dev.registrynotifications:type=Notifications}. */
public interface NotificationsMXBean {

  /** The plugin's version. */
  String getVersion();

  /** When the plugin started, as ISO 8601 in UTC. */
  String getStartTime();

  /** Names this run of the registry node, as {@code source.instanceID} of its events does. */
  String getInstanceId();

  /** The names of the endpoints that get events, in the order of the configuration. */
  String[] getEndpoints();

  /** How many events the registry has caused since the start. */
  long getEvents();

  /** How many of them no endpoint wanted; they aren't kept. */
  long getUnmatched();

  /** How many of them were lost because they couldn't be appended to the journal. */
  long getLost();
}
