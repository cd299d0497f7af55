package dev.registrynotifications.host.storage.directory;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.util.Objects.requireNonNull;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.Stream;

/**
 * Makes files appear and directories disappear in one step, whole or not at all. Safe for use by
 * several threads.
 */
final class AtomicTree {

  /** Keeps a directory from being taken away between its making and the file's arrival in it. */
  private final ReadWriteLock directories = new ReentrantReadWriteLock();

  private final Path temporary;

  private AtomicTree(Path temporary) {
    this.temporary = temporary;
  }

  /** Opens a tree with a directory for what is unfinished, and removes what was left there. */
  static AtomicTree withTemporary(Path temporary) throws IOException {
    Files.createDirectories(temporary);
    for (String left : FileNames.in(temporary)) {
      deleteAll(temporary.resolve(left));
    }
    return new AtomicTree(temporary);
  }

  /** Writes a file, in place of the one that is there. */
  void write(Path target, byte[] content) throws IOException {
    Path draft = newTemporary();
    try (OutputStream out = new FileOutputStream(draft.toFile())) {
      out.write(content);
    }
    move(draft, target);
  }

  /** Moves a finished file to its place. */
  void move(Path source, Path target) throws IOException {
    directories.readLock().lock();
    try {
      Files.createDirectories(requireNonNull(target.getParent()));
      Files.move(source, target, ATOMIC_MOVE);
    } finally {
      directories.readLock().unlock();
    }
  }

  /**
   * Gives a file a second name.
   *
   * @return whether it has it now
   */
  boolean link(Path source, Path target) throws IOException {
    directories.readLock().lock();
    try {
      if (!Files.exists(source)) {
        return false;
      }
      Files.createDirectories(requireNonNull(target.getParent()));
      Files.createLink(target, source);
      return true;
    } catch (FileAlreadyExistsException e) {
      return true;
    } catch (FileSystemException | UnsupportedOperationException e) {
      // Gone meanwhile, or a file system without links: the client uploads instead.
      return false;
    } finally {
      directories.readLock().unlock();
    }
  }

  /**
   * Removes a directory with all that is in it.
   *
   * @return whether it was there
   */
  boolean remove(Path directory) throws IOException {
    Path removed = newTemporary();
    directories.writeLock().lock();
    try {
      Files.move(directory, removed, ATOMIC_MOVE);
    } catch (NoSuchFileException e) {
      return false;
    } finally {
      directories.writeLock().unlock();
    }
    deleteAll(removed);
    return true;
  }

  private Path newTemporary() {
    return temporary.resolve(UUID.randomUUID().toString());
  }

  private static void deleteAll(Path root) throws IOException {
    List<Path> deepestFirst;
    try (Stream<Path> paths = Files.walk(root)) {
      deepestFirst = paths.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : deepestFirst) {
      Files.delete(path);
    }
  }
}
