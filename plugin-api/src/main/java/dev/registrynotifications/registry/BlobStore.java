package dev.registrynotifications.registry;

import java.io.IOException;
import java.util.Optional;

/** The blobs (layers, configs, anything that a manifest points at) of one repository. */
public interface BlobStore {

  /**
   * Says whether the blob is there, and how long it is, without counting as a pull: for the host's
   * own existence checks, as of the references of a pushed manifest.
   */
  Optional<Descriptor> stat(Digest digest) throws IOException;

  /**
   * Opens a blob for a client: a pull, also where the client asked for the head only, for a range,
   * or had the blob already (304).
   *
   * @return the blob, to be closed by the caller, or empty if this repository has none of that
   *     digest
   */
  Optional<BlobReader> open(Digest digest) throws IOException;

  /** Starts an upload. */
  BlobWriter create() throws IOException;

  /**
   * Takes an upload up where it was left, also after a restart of the host.
   *
   * @param id an earlier {@link BlobWriter#id}
   * @return the upload, or empty if there is none of that id
   */
  Optional<BlobWriter> resume(String id) throws IOException;

  /**
   * Makes a blob of another repository available in this one, without its bytes being sent again
   * (OCI distribution specification, "Mounting a blob from another repository").
   *
   * @return the blob, or empty if the other repository doesn't have it: then nothing happened
   */
  Optional<Descriptor> mount(RepositoryName from, Digest digest) throws IOException;

  /**
   * Removes a blob from this repository.
   *
   * @return whether it was there
   */
  boolean delete(Digest digest) throws IOException;
}
