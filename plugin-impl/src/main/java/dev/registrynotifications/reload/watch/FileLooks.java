package dev.registrynotifications.reload.watch;

import java.nio.file.Path;

/** How files are looked at. */
interface FileLooks {

  /** What can be seen without reading the file. Never fails. */
  FileStamp stamp(Path file);

  /** A digest of what is in the file; some constant if it can't be read. */
  String digest(Path file);
}
