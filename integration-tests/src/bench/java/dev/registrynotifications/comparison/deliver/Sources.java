package dev.registrynotifications.comparison.deliver;

import dev.registrynotifications.bench.run.Effort;
import dev.registrynotifications.comparison.deliver.Case.Origin;
import dev.registrynotifications.comparison.load.Load;
import dev.registrynotifications.comparison.peer.OriginalSite;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Has a backlog for each case: the original's is made anew for each, ours are two journals.
 *
 * @param original makes backlogs of the original
 * @param journal has as many events as can be delivered one by one
 * @param largeJournal has as many as can be delivered in batches
 */
record Sources(BacklogSource original, BacklogSource journal, BacklogSource largeJournal)
    implements BacklogSource {

  /** For the events of the time before the measurement is under way. */
  private static final Duration SLACK = Duration.ofSeconds(2);

  private static final long MOST_IN_MEMORY = 200_000;

  /**
   * Fills the journals.
   *
   * @param work an empty directory
   * @param receiver where endpoints post; it must refuse connections
   */
  static Sources in(Path work, URI receiver, Effort effort)
      throws IOException, InterruptedException {
    OriginalSite site = new OriginalSite(Files.createDirectory(work.resolve("original")));
    long inMemory = Math.min(MOST_IN_MEMORY, eventsFor(Origin.ORIGINAL, effort));
    long one = eventsFor(Origin.JOURNAL, effort);
    long many = eventsFor(Origin.LARGE_JOURNAL, effort);
    return new Sources(
        new OriginalSource(site, receiver, inMemory),
        JournalSource.filled(work.resolve("pulls"), receiver, one, Load::ofPulls),
        JournalSource.filled(work.resolve("pushes"), receiver, many, Load::ofTags));
  }

  private static long eventsFor(Origin origin, Effort effort) {
    Duration all = effort.warmUp().plus(effort.measured()).plus(SLACK);
    return origin.mostPerSecond() * all.toSeconds();
  }

  @Override
  public Backlog open(Case wanted) throws IOException, InterruptedException {
    BacklogSource source =
        switch (wanted.origin()) {
          case ORIGINAL -> original;
          case JOURNAL -> journal;
          case LARGE_JOURNAL -> largeJournal;
        };
    return source.open(wanted);
  }
}
