package dev.registrynotifications.config.writer;

import dev.registrynotifications.config.JournalConfig;
import dev.registrynotifications.config.NotificationsConfig;
import dev.registrynotifications.config.yaml.ByteSize;
import dev.registrynotifications.config.yaml.YamlText;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes the configuration in force as an operator would write it, with every default and without
 * any secret: {@value Masks#MASK} stands for those. Where a key means none by its absence, there is
 * {@code null}. The file itself would be no answer: it may have changed, and the environment lies
 * over it.
 */
public final class ConfigurationText {

  private ConfigurationText() {}

  /** The {@code notifications:} block, as YAML. */
  public static String of(NotificationsConfig config) {
    Map<String, @Nullable Object> file = new LinkedHashMap<>();
    file.put("notifications", block(config));
    return YamlText.of(file);
  }

  private static Map<String, @Nullable Object> block(NotificationsConfig config) {
    Map<String, @Nullable Object> block = new LinkedHashMap<>();
    block.put("enabled", config.enabled());
    block.put("events", Map.of("includereferences", config.includeReferences()));
    block.put("journal", journal(config.journal()));
    block.put("shutdownTimeout", Notation.duration(config.shutdownTimeout()));
    block.put("servletContexts", config.container().contexts());
    block.put("actorHeader", config.container().actorHeader().orElse(null));
    block.put("endpoints", config.endpoints().stream().map(EndpointText::of).toList());
    return block;
  }

  private static Map<String, @Nullable Object> journal(JournalConfig config) {
    Map<String, @Nullable Object> journal = new LinkedHashMap<>();
    journal.put("type", Notation.word(config.type()));
    journal.put("path", config.path().toString());
    journal.put("maxBytes", ByteSize.text(config.maxBytes()));
    journal.put("retention", Notation.duration(config.retention()));
    journal.put("fsync", Notation.word(config.fsync()));
    journal.put("bufferEvents", config.bufferEvents());
    return journal;
  }
}
