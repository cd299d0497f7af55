package dev.registrynotifications.journal.file;

import dev.registrynotifications.journal.segment.Disk;
import java.io.IOException;
import java.time.InstantSource;

/** Opens logs on a disk of the caller's, which can see what a log does to it. */
public final class FileLogOnDisk {

  private FileLogOnDisk() {}

  /** Opens a log as {@link FileEventLog#open} does, but for the disk. */
  public static FileEventLog open(Disk disk, FileLogSettings settings) throws IOException {
    FileEventLog log = new FileLogOpener(disk, InstantSource.system()).open(settings);
    log.startKeepingHouse();
    return log;
  }
}
