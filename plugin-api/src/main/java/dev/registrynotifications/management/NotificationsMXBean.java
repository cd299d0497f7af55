package dev.registrynotifications.management;

/** The plugin as a whole: {@code dev.registrynotifications:type=Notifications}. */
@Description("The plugin as a whole")
public interface NotificationsMXBean {

  /** The plugin's version. */
  @Description("The version of the plugin")
  String getVersion();

  /** When the plugin started, as ISO 8601 in UTC. */
  @Description("When it started, as ISO 8601 in UTC")
  String getStartTime();

  /** How many seconds ago that was. */
  @Description("How many seconds ago that was")
  double getUptimeSeconds();

  /** The configuration in force, defaults included, as YAML; each secret in it is masked. */
  @Description("The configuration in force, as YAML, with secrets masked")
  String getConfiguration();

  /** The absolute path of the configuration file; empty if there is none. */
  @Description("The absolute path of the configuration file; empty if there is none")
  String getConfigurationFile();

  /** When the configuration in force was read, as ISO 8601 in UTC. */
  @Description("When the configuration in force was read, as ISO 8601 in UTC")
  String getConfigurationTime();

  /**
   * Why the file isn't in force as it is now, in several lines; empty if it is. A file with
   * mistakes changes nothing.
   */
  @Description("Why the file is not in force as it is now; empty if it is")
  String getConfigurationProblems();

  /** Names this run of the registry node, as {@code source.instanceID} of its events does. */
  @Description("Names this run of the node, as source.instanceID of its events does")
  String getInstanceId();

  /** The names of the endpoints that get events, in the order of the configuration. */
  @Description("The names of the endpoints, in the order of the configuration")
  String[] getEndpoints();

  /** How many events the registry has caused since the start. */
  @Description("Events that the registry has caused since the start")
  long getEvents();

  /** How many of them no endpoint wanted; they aren't kept. */
  @Description("Events that no endpoint wanted; they are not kept")
  long getUnmatched();

  /** How many of them were lost because they couldn't be appended to the journal. */
  @Description("Events lost because they could not be appended")
  long getLost();

  /**
   * Reads the configuration file once more, as is done by itself when it, or a file that it names,
   * has changed.
   *
   * @return what has changed, and what should have and couldn't, in lines for people; none if
   *     nothing has
   * @throws IllegalStateException if it can't be used, with all its mistakes; nothing is changed
   */
  @Description("Reads the configuration file once more; tells what has changed")
  String[] reload();
}
