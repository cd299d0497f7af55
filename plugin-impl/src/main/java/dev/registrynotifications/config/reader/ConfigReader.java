package dev.registrynotifications.config.reader;

import dev.registrynotifications.config.ContainerConfig;
import dev.registrynotifications.config.JournalConfig;
import dev.registrynotifications.config.NotificationsConfig;
import dev.registrynotifications.config.yaml.EnvironmentOverlay;
import dev.registrynotifications.config.yaml.MappingReader;
import dev.registrynotifications.config.yaml.Problems;
import dev.registrynotifications.config.yaml.YamlDocument;
import dev.registrynotifications.config.yaml.YamlValue;
import dev.registrynotifications.config.yaml.YamlValue.Mapping;
import dev.registrynotifications.config.yaml.YamlValue.Scalar;
import dev.registrynotifications.config.yaml.YamlValue.ScalarType;
import dev.registrynotifications.plugin.PluginException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads the {@code notifications:} block of a registry's configuration file, which may be a whole
 * {@code config.yml} of CNCF distribution: of the rest nothing is read.
 *
 * <p>The environment wins over the file, and the system property {@value #ENABLED_PROPERTY} over
 * both. A block that isn't switched on isn't checked.
 */
public final class ConfigReader {

  /** Switches notifications on or off, whatever else says. */
  public static final String ENABLED_PROPERTY = "registry.notifications.enabled";

  static final String BLOCK = "notifications";

  private static final Logger LOGGER = System.getLogger(ConfigReader.class.getName());

  private static final NotificationsConfig OFF =
      new NotificationsConfig(
          false,
          false,
          JournalConfig.inMemory(),
          NotificationsConfig.DEFAULT_SHUTDOWN_TIMEOUT,
          ContainerConfig.DEFAULT,
          List.of());

  private final Map<String, String> environment;
  private final @Nullable String enabledProperty;
  private final SmallFiles files;

  /**
   * Reads with this environment.
   *
   * @param environment the process's environment variables
   * @param enabledProperty the value of {@value #ENABLED_PROPERTY}; null if it isn't set
   */
  public ConfigReader(Map<String, String> environment, @Nullable String enabledProperty) {
    this(environment, enabledProperty, new SmallFiles(file -> {}));
  }

  private ConfigReader(
      Map<String, String> environment, @Nullable String enabledProperty, SmallFiles files) {
    this.environment = Map.copyOf(environment);
    this.enabledProperty = enabledProperty;
    this.files = files;
  }

  /** Reads with this process's environment variables and system properties. */
  public static ConfigReader ofProcess() {
    return new ConfigReader(System.getenv(), System.getProperty(ENABLED_PROPERTY));
  }

  /**
   * Reads as this one, and tells which files: the configuration's own, those of secrets and those
   * of TLS, also the ones that can't be read, and whether or not there are mistakes.
   *
   * @param files told the absolute path of each before it is opened, once or more often
   */
  public ConfigReader reading(Consumer<Path> files) {
    return new ConfigReader(environment, enabledProperty, new SmallFiles(files));
  }

  /**
   * Reads the file.
   *
   * @throws PluginException if there are mistakes, with all of them and their places
   */
  public NotificationsConfig read(Path file) {
    Problems problems = new Problems();
    String text = new ConfigurationFile(files).text(file, problems);
    problems.throwIfAny();
    return read(text, file.toString(), file.toAbsolutePath().resolveSibling(""));
  }

  /** Reads the environment alone, for a registry without a configuration file. */
  public NotificationsConfig read() {
    return read("", "the environment", Path.of(""));
  }

  private NotificationsConfig read(String yaml, String source, Path directory) {
    Problems problems = new Problems();
    Mapping file = YamlDocument.parse(yaml, source, BLOCK, problems);
    problems.throwIfAny();
    YamlValue nothing = new Scalar("", ScalarType.NULL, file.place());
    YamlValue block = overlaid(file.get(BLOCK).orElse(nothing), problems);
    Silence silence = new Silence(file, block);
    silence.misspelling().ifPresent(words -> LOGGER.log(Level.WARNING, words));
    if (!isEnabled(block)) {
      LOGGER.log(Level.INFO, silence.reason());
      return OFF;
    }
    NotificationsConfig config =
        new NotificationsReader(directory, files, environment)
            .read(MappingReader.of(block, BLOCK, problems));
    problems.throwIfAny();
    return config;
  }

  private YamlValue overlaid(YamlValue block, Problems problems) {
    EnvironmentOverlay overlay = new EnvironmentOverlay(problems);
    YamlValue overlaid = overlay.apply(block, environment);
    return enabledProperty == null
        ? overlaid
        : overlay.lay(
            overlaid,
            List.of(NotificationsReader.ENABLED),
            enabledProperty,
            "-D" + ENABLED_PROPERTY);
  }

  /** With no other mistake than one of the flag itself. */
  private static boolean isEnabled(YamlValue block) {
    Problems problems = new Problems();
    boolean enabled =
        MappingReader.of(block, BLOCK, problems).bool(NotificationsReader.ENABLED, false);
    if (!enabled) {
      problems.throwIfAny();
    }
    return enabled;
  }
}
