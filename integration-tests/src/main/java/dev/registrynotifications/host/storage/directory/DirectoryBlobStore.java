package dev.registrynotifications.host.storage.directory;

import dev.registrynotifications.registry.BlobReader;
import dev.registrynotifications.registry.BlobStore;
import dev.registrynotifications.registry.BlobWriter;
import dev.registrynotifications.registry.Descriptor;
import dev.registrynotifications.registry.Digest;
import dev.registrynotifications.registry.RepositoryName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/** A file for each blob. */
final class DirectoryBlobStore implements BlobStore {

  private final Path blobs;
  private final Function<RepositoryName, Path> blobsOf;
  private final DirectoryUploads uploads;
  private final AtomicTree tree;

  /**
   * A store of one repository.
   *
   * @param blobs where its blobs are
   * @param blobsOf where those of any repository are, to mount them from
   */
  DirectoryBlobStore(
      Path blobs,
      Function<RepositoryName, Path> blobsOf,
      DirectoryUploads uploads,
      AtomicTree tree) {
    this.blobs = blobs;
    this.blobsOf = blobsOf;
    this.uploads = uploads;
    this.tree = tree;
  }

  @Override
  public Optional<Descriptor> stat(Digest digest) throws IOException {
    try {
      return Optional.of(Descriptor.blob(digest, Files.size(file(blobs, digest))));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  @Override
  public Optional<BlobReader> open(Digest digest) throws IOException {
    try {
      return Optional.of(FileBlobReader.open(file(blobs, digest), digest));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  @Override
  public BlobWriter create() throws IOException {
    return newWriter(uploads.create());
  }

  @Override
  public Optional<BlobWriter> resume(String id) throws IOException {
    return uploads.acquire(id) ? Optional.of(newWriter(id)) : Optional.empty();
  }

  @Override
  public Optional<Descriptor> mount(RepositoryName from, Digest digest) throws IOException {
    boolean mounted = tree.link(file(blobsOf.apply(from), digest), file(blobs, digest));
    return mounted ? stat(digest) : Optional.empty();
  }

  @Override
  public boolean delete(Digest digest) throws IOException {
    return Files.deleteIfExists(file(blobs, digest));
  }

  private BlobWriter newWriter(String id) {
    return new FileBlobWriter(id, uploads, tree, digest -> file(blobs, digest));
  }

  private static Path file(Path blobs, Digest digest) {
    return blobs.resolve(digest.algorithm()).resolve(digest.encoded());
  }
}
