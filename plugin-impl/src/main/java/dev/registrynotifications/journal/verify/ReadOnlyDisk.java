package dev.registrynotifications.journal.verify;

import dev.registrynotifications.journal.segment.Disk;
import dev.registrynotifications.journal.segment.JournalFile;
import java.io.IOException;
import java.nio.file.Path;

/** A disk that nothing can be changed on, whoever is given it. */
final class ReadOnlyDisk implements Disk {

  private final Disk disk = Disk.ofOperatingSystem();

  @Override
  public JournalFile open(Path path) {
    throw new UnsupportedOperationException("Could not open " + path + " for writing");
  }

  @Override
  public JournalFile openToRead(Path path) throws IOException {
    return disk.openToRead(path);
  }

  @Override
  public void syncDirectory(Path directory) {
    throw new UnsupportedOperationException("Could not write " + directory);
  }

  @Override
  public void rename(Path from, Path to) {
    throw new UnsupportedOperationException("Could not rename " + from);
  }

  @Override
  public void delete(Path path) {
    throw new UnsupportedOperationException("Could not delete " + path);
  }
}
