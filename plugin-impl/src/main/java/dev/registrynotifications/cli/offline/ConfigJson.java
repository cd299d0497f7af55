package dev.registrynotifications.cli.offline;

import dev.registrynotifications.cli.text.Json;
import dev.registrynotifications.cli.text.ProblemList;
import dev.registrynotifications.config.EndpointConfig;
import dev.registrynotifications.config.JournalConfig;
import dev.registrynotifications.config.NotificationsConfig;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What a configuration comes to, for scripts. What it starts is left out if it starts nothing. */
final class ConfigJson {

  private ConfigJson() {}

  static Json of(Path file, NotificationsConfig config) {
    Map<String, Object> fields = new TreeMap<>(head(file, List.of()));
    fields.put("enabled", config.enabled());
    if (config.enabled()) {
      fields.put("journal", journal(config.journal()));
      fields.put("endpoints", config.endpoints().stream().map(ConfigJson::endpoint).toList());
    }
    return Json.of(fields);
  }

  /**
   * Of one with mistakes.
   *
   * @param mistakes all of them, as people are told
   */
  static Json of(Path file, String mistakes) {
    return Json.of(head(file, ProblemList.of(mistakes)));
  }

  private static Map<String, Object> head(Path file, List<String> problems) {
    return Map.of("file", file.toString(), "fine", problems.isEmpty(), "problems", problems);
  }

  private static Map<String, Object> journal(JournalConfig journal) {
    Map<String, Object> fields = new TreeMap<>();
    fields.put("type", journal.type().name().toLowerCase(Locale.ROOT));
    fields.put("maxBytes", journal.maxBytes());
    if (journal.type() == JournalConfig.Type.FILE) {
      fields.put("path", journal.path().toString());
    }
    return fields;
  }

  private static Map<String, Object> endpoint(EndpointConfig endpoint) {
    return Map.of("name", endpoint.name(), "url", endpoint.displayUrl());
  }
}
