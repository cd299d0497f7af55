package dev.registrynotifications.journal.segment;

import java.io.IOException;
import java.nio.file.Path;

/** Where files are. A seam: tests put disks behind it that are full, fail, or lose their power. */
public interface Disk {

  /** The real one. */
  static Disk ofOperatingSystem() {
    return new OperatingSystemDisk();
  }

  /** Opens a file for reading and writing; makes it if there is none. */
  JournalFile open(Path path) throws IOException;

  /** Opens a file for reading. */
  JournalFile openToRead(Path path) throws IOException;

  /** Forces to the disk which files a directory has. */
  void syncDirectory(Path directory) throws IOException;

  /** Gives a file another name, replacing one of that name, in one step. */
  void rename(Path from, Path to) throws IOException;

  /** Deletes a file, if it is there. */
  void delete(Path path) throws IOException;
}
