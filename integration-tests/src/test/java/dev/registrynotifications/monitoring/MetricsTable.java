package dev.registrynotifications.monitoring;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Reads the table of metrics in the README beside the exporter's rules. */
final class MetricsTable {

  private static final Pattern ROW =
      Pattern.compile(
          "^\\| `(\\w+)` \\| (\\w+) \\| ([^|]*) \\| [^|]+ \\| ([^|]+) \\|$", Pattern.MULTILINE);
  private static final Pattern WORD = Pattern.compile("`([^`]+)`");

  private MetricsTable() {}

  /** Its rows, in their order. */
  static List<DocumentedMetric> read() throws IOException {
    return ROW.matcher(MonitoringFiles.text(MonitoringFiles.README))
        .results()
        .map(MetricsTable::metric)
        .toList();
  }

  private static DocumentedMetric metric(MatchResult row) {
    return new DocumentedMetric(
        row.group(1), row.group(2), Set.copyOf(words(row.group(3))), words(row.group(4)));
  }

  private static List<String> words(String cell) {
    return WORD.matcher(cell).results().map(word -> word.group(1)).toList();
  }
}
