package dev.registrynotifications.host.storage.directory;

import dev.registrynotifications.host.manifest.ManifestParser;
import dev.registrynotifications.host.storage.Registry;
import dev.registrynotifications.host.storage.StoredRepository;
import dev.registrynotifications.host.storage.UploadLocks;
import dev.registrynotifications.registry.Repository;
import dev.registrynotifications.registry.RepositoryName;
import dev.registrynotifications.registry.RepositoryRemover;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Keeps everything in a directory, which one process at a time may use.
 *
 * <pre>
 * lock                                          held while the registry is open
 * temporary/&lt;uuid&gt;                               unfinished; emptied on opening
 * uploads/&lt;repository&gt;/&lt;uuid&gt;                    uploads in progress
 * repositories/&lt;repository&gt;/blobs/sha256/&lt;hex&gt;   the blob's bytes
 *                          /manifests/sha256/&lt;hex&gt;   see {@link ManifestFile}
 *                          /tags/&lt;tag&gt;           the manifest's digest
 * </pre>
 *
 * <p>A slash in a repository's name is a plus sign in the file's: no name has one. Whatever is
 * below {@code repositories} got there whole, by one rename or link ({@link AtomicTree}), so that
 * the process may be killed at any moment; a power cut may still lose what the operating system
 * hadn't written.
 *
 * <p>A mounted blob is a second hard link. Rejected: one store of blobs for all repositories, which
 * takes less space where clients push a blob twice instead of mounting it, but needs a garbage
 * collector.
 */
public final class DirectoryRegistry implements Registry {

  private final Path repositories;
  private final Path uploads;
  private final AtomicTree tree;
  private final DirectoryLock lock;
  private final UploadLocks uploadLocks = new UploadLocks();
  private final ManifestParser parser = new ManifestParser();

  private DirectoryRegistry(Path root, DirectoryLock lock, AtomicTree tree) {
    repositories = root.resolve("repositories");
    uploads = root.resolve("uploads");
    this.lock = lock;
    this.tree = tree;
  }

  /**
   * Opens a directory, making it if it isn't there.
   *
   * @throws IOException if it can't be used, or another process uses it
   */
  public static DirectoryRegistry open(Path root) throws IOException {
    Files.createDirectories(root);
    DirectoryLock lock = DirectoryLock.acquire(root.resolve("lock"));
    try {
      AtomicTree tree = AtomicTree.withTemporary(root.resolve("temporary"));
      DirectoryRegistry registry = new DirectoryRegistry(root, lock, tree);
      Files.createDirectories(registry.repositories);
      return registry;
    } catch (IOException e) {
      lock.close();
      throw e;
    }
  }

  @Override
  public Repository repository(RepositoryName name) {
    Path directory = directory(name);
    DirectoryTagService tags = new DirectoryTagService(directory.resolve("tags"), tree);
    return new StoredRepository(
        name,
        new DirectoryManifestService(directory.resolve("manifests"), tags, parser, tree),
        new DirectoryBlobStore(
            directory.resolve("blobs"),
            from -> directory(from).resolve("blobs"),
            new DirectoryUploads(uploads.resolve(fileName(name)), uploadLocks),
            tree),
        tags);
  }

  @Override
  public boolean contains(RepositoryName name) {
    return Files.isDirectory(directory(name));
  }

  @Override
  public List<RepositoryName> names() throws IOException {
    return FileNames.in(repositories).stream()
        .map(fileName -> fileName.replace('+', '/'))
        .sorted()
        .map(RepositoryName::new)
        .toList();
  }

  @Override
  public RepositoryRemover remover() {
    return name -> tree.remove(directory(name));
  }

  @Override
  public void close() throws IOException {
    lock.close();
  }

  private Path directory(RepositoryName name) {
    return repositories.resolve(fileName(name));
  }

  private static String fileName(RepositoryName name) {
    return name.value().replace('/', '+');
  }
}
