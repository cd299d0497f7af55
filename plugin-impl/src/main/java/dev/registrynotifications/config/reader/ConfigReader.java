package dev.registrynotifications.config.reader;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.registrynotifications.config.ContainerConfig;
import dev.registrynotifications.config.EndpointConfig;
import dev.registrynotifications.config.JournalConfig;
import dev.registrynotifications.config.NotificationsConfig;
import dev.registrynotifications.config.yaml.EnvironmentOverlay;
import dev.registrynotifications.config.yaml.MappingReader;
import dev.registrynotifications.config.yaml.Place;
import dev.registrynotifications.config.yaml.Problems;
import dev.registrynotifications.config.yaml.YamlDocument;
import dev.registrynotifications.config.yaml.YamlValue;
import dev.registrynotifications.config.yaml.YamlValue.Mapping;
import dev.registrynotifications.config.yaml.YamlValue.Scalar;
import dev.registrynotifications.config.yaml.YamlValue.ScalarType;
import dev.registrynotifications.plugin.PluginException;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

  private static final Logger LOGGER = System.getLogger(ConfigReader.class.getName());
  private static final String BLOCK = "notifications";
  private static final String ENABLED = "enabled";
  private static final String HOW_TO =
      "notifications.enabled: true, REGISTRY_NOTIFICATIONS_ENABLED=true or -D"
          + ENABLED_PROPERTY
          + "=true";

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

  /**
   * Reads with this environment.
   *
   * @param environment the process's environment variables
   * @param enabledProperty the value of {@value #ENABLED_PROPERTY}; null if it isn't set
   */
  public ConfigReader(Map<String, String> environment, @Nullable String enabledProperty) {
    this.environment = Map.copyOf(environment);
    this.enabledProperty = enabledProperty;
  }

  /** Reads with this process's environment variables and system properties. */
  public static ConfigReader ofProcess() {
    return new ConfigReader(System.getenv(), System.getProperty(ENABLED_PROPERTY));
  }

  /**
   * Reads the file.
   *
   * @throws PluginException if there are mistakes, with all of them and their places
   */
  public NotificationsConfig read(Path file) {
    Path directory = file.toAbsolutePath().resolveSibling("");
    return read(content(file), file.toString(), directory);
  }

  /** Reads the environment alone, for a registry without a configuration file. */
  public NotificationsConfig read() {
    return read("", "the environment", Path.of(""));
  }

  private static String content(Path file) {
    try {
      return Files.readString(file, UTF_8);
    } catch (CharacterCodingException e) {
      throw new PluginException(
          "Could not read the configuration file " + file + ": it isn't UTF-8. Save it as UTF-8.",
          e);
    } catch (NoSuchFileException e) {
      throw new PluginException(
          "Could not read the configuration file " + file + ": there is no such file", e);
    } catch (IOException e) {
      throw new PluginException("Could not read the configuration file " + file + ": " + e, e);
    }
  }

  private NotificationsConfig read(String yaml, String source, Path directory) {
    Problems problems = new Problems();
    YamlValue block = block(yaml, source, problems);
    problems.throwIfAny();
    YamlValue effective = overlaid(block, problems);
    Problems flagProblems = new Problems();
    if (!MappingReader.of(effective, BLOCK, flagProblems).bool(ENABLED, false)) {
      flagProblems.throwIfAny();
      hint(effective);
      return OFF;
    }
    NotificationsConfig config = enabled(MappingReader.of(effective, BLOCK, problems), directory);
    problems.throwIfAny();
    return config;
  }

  private YamlValue overlaid(YamlValue block, Problems problems) {
    EnvironmentOverlay overlay = new EnvironmentOverlay(problems);
    YamlValue overlaid = overlay.apply(block, environment);
    return enabledProperty == null
        ? overlaid
        : overlay.lay(overlaid, List.of(ENABLED), enabledProperty, "-D" + ENABLED_PROPERTY);
  }

  private static YamlValue block(String yaml, String source, Problems problems) {
    Place start = new Place(source, 1, 1);
    return YamlDocument.parse(yaml, source, BLOCK, problems)
        .orElse(new Scalar("", ScalarType.NULL, start));
  }

  private NotificationsConfig enabled(MappingReader reader, Path directory) {
    boolean enabled = reader.bool(ENABLED, false);
    MappingReader events = reader.mapping("events");
    boolean includeReferences = events.bool("includereferences", false);
    events.rejectUnknownKeys();
    JournalConfig journal = new JournalReader(directory).read(reader.mapping("journal"));
    Duration shutdownTimeout =
        reader.duration("shutdownTimeout", NotificationsConfig.DEFAULT_SHUTDOWN_TIMEOUT);
    ContainerConfig container = ContainerReader.read(reader);
    List<EndpointConfig> endpoints =
        new EndpointReader(directory, environment).read(reader.mappings("endpoints"));
    reader.rejectUnknownKeys();
    return new NotificationsConfig(
        enabled, includeReferences, journal, shutdownTimeout, container, endpoints);
  }

  /** Tells an operator who waits for events in vain what to look at. */
  private static void hint(YamlValue block) {
    Optional<YamlValue> flag =
        block instanceof Mapping mapping ? mapping.get(ENABLED) : Optional.empty();
    if (flag.isPresent()) {
      LOGGER.log(Level.INFO, "Notifications are switched off, at " + flag.get().place());
    } else if (block.isNull()) {
      LOGGER.log(
          Level.INFO, "Notifications are off: no notifications block in " + block.place().source());
    } else {
      LOGGER.log(Level.INFO, "Notifications are configured but not switched on: set " + HOW_TO);
    }
  }
}
