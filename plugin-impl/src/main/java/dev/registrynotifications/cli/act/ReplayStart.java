package dev.registrynotifications.cli.act;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a replay begins, or that it ends. Filled by picocli, with one of the three. */
final class ReplayStart {

  @Option(
      names = "--since",
      paramLabel = "TIME",
      required = true,
      description =
          "From the first event on that was appended then or later: like 2026-11-24T08:30:00Z, or"
              + " how long ago, like 2h, 30m or 1d12h.")
  @Nullable Instant since;

  @Option(
      names = "--from",
      paramLabel = "SEQUENCE",
      required = true,
      description = "From that event on.")
  @Nullable Long from;

  @Option(
      names = "--cancel",
      required = true,
      description = "End the replay that is under way instead.")
  boolean cancel;
}
