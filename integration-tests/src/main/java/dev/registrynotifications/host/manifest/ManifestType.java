package dev.registrynotifications.host.manifest;

import java.util.Locale;

/** The kinds of manifests that the registry takes. */
public enum ManifestType {
  /** An image (OCI image specification, manifest.md). */
  OCI_MANIFEST("application/vnd.oci.image.manifest.v1+json", false),
  /** Images for several platforms (OCI image specification, image-index.md). */
  OCI_INDEX("application/vnd.oci.image.index.v1+json", true),
  /** Docker's image, "schema 2". */
  DOCKER_MANIFEST("application/vnd.docker.distribution.manifest.v2+json", false),
  /** Docker's images for several platforms. */
  DOCKER_LIST("application/vnd.docker.distribution.manifest.list.v2+json", true);

  private final String mediaType;
  private final boolean index;

  ManifestType(String mediaType, boolean index) {
    this.mediaType = mediaType;
    this.index = index;
  }

  /**
   * Finds the type of a {@code Content-Type}, whose parameters are left out.
   *
   * @throws InvalidManifestException if it is no manifest's
   */
  public static ManifestType parse(String contentType) throws InvalidManifestException {
    String mediaType = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    for (ManifestType type : values()) {
      if (type.mediaType.equals(mediaType)) {
        return type;
      }
    }
    throw new InvalidManifestException("the media type '" + mediaType + "' is no manifest's");
  }

  /** Whether a manifest of that media type points at manifests, not at blobs. */
  public static boolean isIndex(String mediaType) {
    return mediaType.equals(OCI_INDEX.mediaType) || mediaType.equals(DOCKER_LIST.mediaType);
  }

  /** The media type, without parameters. */
  public String mediaType() {
    return mediaType;
  }

  /** Whether it points at manifests, not at blobs. */
  public boolean isIndex() {
    return index;
  }
}
