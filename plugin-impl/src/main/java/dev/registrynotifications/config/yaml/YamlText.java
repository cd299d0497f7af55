package dev.registrynotifications.config.yaml;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.Yaml;

/** Writes YAML as people do: a line a key, indented by two. */
public final class YamlText {

  private static final int INDENT = 2;

  private YamlText() {}

  /** Writes mappings, lists, texts, numbers, flags and nulls, in their order. */
  public static String of(Map<String, @Nullable Object> mapping) {
    return new Yaml(options()).dump(mapping);
  }

  private static DumperOptions options() {
    DumperOptions options = new DumperOptions();
    options.setDefaultFlowStyle(FlowStyle.BLOCK);
    options.setIndent(INDENT);
    options.setIndicatorIndent(INDENT);
    options.setIndentWithIndicator(true);
    options.setSplitLines(false);
    // Else equal parts that happen to be one object become an anchor and aliases.
    options.setDereferenceAliases(true);
    return options;
  }
}
