package dev.registrynotifications.journal.file;

import com.google.common.base.Ticker;
import dev.registrynotifications.journal.cursor.CursorDirectory;
import dev.registrynotifications.journal.file.FileEventLog.OpenLog;
import dev.registrynotifications.journal.segment.Disk;
import dev.registrynotifications.journal.segment.Segments;
import dev.registrynotifications.journal.segment.TimedDisk;
import dev.registrynotifications.measure.LatencyWindow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;

/** Opens logs: finds out what is there, and where it goes on. */
final class FileLogOpener {

  /**
   * After a crash so many sequences are left out: the power may have gone, and with it events that
   * were delivered. A receiver shall not see their sequences again on other events.
   */
  static final long LEAP_AFTER_CRASH = 1_000_000;

  private final Disk disk;
  private final InstantSource clock;

  FileLogOpener(Disk disk, InstantSource clock) {
    this.disk = disk;
    this.clock = clock;
  }

  static FileLogOpener ofOperatingSystem() {
    return new FileLogOpener(Disk.ofOperatingSystem(), InstantSource.system());
  }

  /** Opens a log whose house nobody keeps yet. */
  FileEventLog open(FileLogSettings settings) throws IOException {
    Path segmentFiles = Files.createDirectories(settings.directory().resolve("segments"));
    Path cursorFiles = Files.createDirectories(settings.directory().resolve("cursors"));
    DirectoryOwner owner = DirectoryOwner.take(settings.directory(), clock.instant());
    LatencyWindow syncs = new LatencyWindow(Ticker.systemTicker());
    Disk timed = new TimedDisk(disk, syncs, Ticker.systemTicker());
    try {
      Damages damages = new Damages();
      disk.syncDirectory(settings.directory());
      Segments segments = Segments.open(timed, segmentFiles, damages, owner.isAfterCrash());
      CursorDirectory cursors = CursorDirectory.open(timed, cursorFiles, segments.firstSequence());
      String id = LogId.of(disk, settings.directory());
      return open(settings, new OpenLog(disk, owner, id, damages, segments, cursors, syncs));
    } catch (IOException | RuntimeException e) {
      owner.close();
      throw e;
    }
  }

  private FileEventLog open(FileLogSettings settings, OpenLog open) throws IOException {
    LogClock time = new LogClock(clock, new Bell());
    LogWriter writer =
        new LogWriter(open.segments(), settings, clock, time.bell(), lastSequence(open));
    Housekeeper housekeeper =
        new Housekeeper(writer, open.segments(), open.cursors(), settings, time);
    return new FileEventLog(settings, open, time, writer, housekeeper);
  }

  private static long lastSequence(OpenLog open) {
    long last = Math.max(open.segments().lastSequence(), open.cursors().lastSequence());
    return open.owner().isAfterCrash() ? last + LEAP_AFTER_CRASH : last;
  }
}
