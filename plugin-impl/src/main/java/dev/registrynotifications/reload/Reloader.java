package dev.registrynotifications.reload;

import dev.registrynotifications.config.NotificationsConfig;
import dev.registrynotifications.reload.source.ConfigSource;
import dev.registrynotifications.reload.source.LoadedConfig;
import dev.registrynotifications.reload.source.Reading;
import dev.registrynotifications.reload.watch.FileWatch;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the configuration when its files have changed, puts it into force, and says so. One with
 * mistakes changes nothing. Confined to the config thread, but for {@link #inForce}.
 */
final class Reloader {

  private static final Logger LOGGER = System.getLogger(Reloader.class.getName());

  private final ConfigSource source;
  private final FileWatch watch;
  private final RunningEndpoints endpoints;
  private final InstantSource clock;
  private final Pace pace = new Pace();
  private NotificationsConfig lastRead;
  private volatile InForce inForce;

  /** Goes on from what was loaded at the start. */
  Reloader(LoadedConfig loaded, FileWatch watch, RunningEndpoints endpoints, InstantSource clock) {
    this.source = loaded.source();
    this.watch = watch;
    this.endpoints = endpoints;
    this.clock = clock;
    this.lastRead = loaded.config();
    this.inForce = new InForce(loaded.config(), clock.instant(), "", List.of());
    boolean unused = watch.hasRead(loaded.files(), true);
  }

  /** What is in force now. For any thread. */
  InForce inForce() {
    return inForce;
  }

  /**
   * Looks whether there is something new. What could be put into force only in part is tried again,
   * at first each time, then once a minute.
   */
  void look() {
    if (watch.look()) {
      Reading reading = Reading.of(source);
      if (watch.hasRead(reading.files(), reading.config().isPresent())) {
        pace.begin();
        Report unused = take(reading, true);
      }
    } else if (pace.isDue()) {
      Report unused = take(lastRead, false);
    }
  }

  /**
   * Reads at once, whatever is seen of the files.
   *
   * @return what has changed, and what is wrong; if it was refused nothing has changed
   */
  Report reload() {
    if (!watch.canBeReadAgain()) {
      return Report.refused("The configuration, or a file that it names, can be read only once");
    }
    Reading reading = Reading.of(source);
    boolean unused = watch.hasRead(reading.files(), reading.config().isPresent());
    pace.begin();
    return take(reading, false).andWaiting(inForce.waiting());
  }

  private Report take(Reading reading, boolean anew) {
    if (reading.config().isEmpty()) {
      // Whoever stands still does so until it can be read: it is no longer known what is wanted.
      String before = inForce.mistakes();
      inForce = inForce.with(reading.mistakes(), inForce.waiting());
      tellMistakes(before, anew);
      return Report.refused(reading.mistakes());
    }
    return take(reading.config().get(), anew);
  }

  /**
   * Puts a configuration into force, and tells of it only then: whoever reads that may ask.
   *
   * @param anew whether it has just changed
   */
  private Report take(NotificationsConfig next, boolean anew) {
    String before = inForce.mistakes();
    List<String> waiting = atStart(inForce.config(), next);
    boolean othersWait = !waiting.isEmpty() && !atStart(lastRead, next).isEmpty();
    lastRead = next;
    Applied applied = next.enabled() ? apply(next) : Applied.begun();
    pace.record(applied.isUnfinished());
    List<String> changes = new ArrayList<>(applied.lines());
    if (next.enabled() && !applied.isRefused()) {
      changes.addAll(putIntoForce(next));
    }
    inForce = inForce.with(String.join(System.lineSeparator(), applied.problems()), waiting);

    List<String> lines = new ArrayList<>();
    if (othersWait) {
      tell(Level.WARNING, List.of(InForce.countFromNextStart(waiting)), lines);
    }
    tell(Level.INFO, changes, lines);
    if (!inForce.mistakes().equals(before)) {
      applied.mistake().ifPresent(Reloader::logMistake);
    }
    tellMistakes(before, anew);
    return new Report(applied.isRefused(), lines, applied.problems());
  }

  /** What went wrong where nothing should is tried again like all else. */
  private Applied apply(NotificationsConfig next) {
    try {
      return endpoints.apply(next.endpoints(), next.shutdownTimeout());
    } catch (RuntimeException | Error e) {
      return Applied.broken(e);
    }
  }

  private static void logMistake(Throwable mistake) {
    LOGGER.log(Level.ERROR, "A change of the configuration has failed by a mistake", mistake);
  }

  /** What isn't switched on isn't read. */
  private static List<String> atStart(NotificationsConfig one, NotificationsConfig other) {
    if (one.enabled() != other.enabled()) {
      return List.of("notifications.enabled");
    }
    return other.enabled() ? ConfigKeys.AT_START.differing(one, other) : List.of();
  }

  private static void tell(Level level, List<String> news, List<String> lines) {
    news.forEach(line -> LOGGER.log(level, line));
    lines.addAll(news);
  }

  /** Returns what it has changed beside the endpoints. */
  private List<String> putIntoForce(NotificationsConfig next) {
    NotificationsConfig before = inForce.config();
    NotificationsConfig now =
        new NotificationsConfig(
            before.enabled(),
            before.includeReferences(),
            before.journal(),
            next.shutdownTimeout(),
            before.container(),
            endpoints.configs());
    if (!now.equals(before)) {
      inForce = new InForce(now, clock.instant(), inForce.mistakes(), inForce.waiting());
    }
    return next.shutdownTimeout().equals(before.shutdownTimeout())
        ? List.of()
        : List.of("notifications.shutdownTimeout has changed");
  }

  /** Says them once for each change of the files, and that there are none any more. */
  private void tellMistakes(String before, boolean anew) {
    String mistakes = inForce.mistakes();
    if (!mistakes.isEmpty() && (anew || !mistakes.equals(before))) {
      LOGGER.log(Level.ERROR, "The configuration isn't in force as it is now. " + mistakes);
    } else if (mistakes.isEmpty() && !before.isEmpty()) {
      String now = inForce.waiting().isEmpty() ? " and is in force as it is now" : "";
      LOGGER.log(Level.INFO, "The configuration has no mistakes any more" + now);
    }
  }

  /**
   * What has come of reading the configuration, for people.
   *
   * @param refused whether nothing has changed, because of the problems
   * @param lines what has changed
   * @param problems what couldn't
   */
  record Report(boolean refused, List<String> lines, List<String> problems) {

    Report {
      lines = List.copyOf(lines);
      problems = List.copyOf(problems);
    }

    static Report refused(String problem) {
      return new Report(true, List.of(), List.of(problem));
    }

    /** Tells of keys that count from the next start, also if they were changed before. */
    Report andWaiting(List<String> keys) {
      String line = InForce.countFromNextStart(keys);
      if (refused || keys.isEmpty() || lines.contains(line)) {
        return this;
      }
      List<String> more = new ArrayList<>(lines);
      more.add(line);
      return new Report(false, more, problems);
    }
  }
}
