package dev.registrynotifications.gateway;

import dev.registrynotifications.cases.Content;
import dev.registrynotifications.cases.RegistryClient;

/** What hostile clients are after: an image that is still to be there when they are gone. */
final class Target {

  static final Place PLACE = new Place("hostile/app");

  /** Longer than what connections hold on their way. */
  static final Content LARGE = Content.blob("h".repeat(16_000_000));

  private static final Content IMAGE = Things.image(Content.OCI_MANIFEST, "target");

  static final String DIGEST = Things.LAYER.digest();
  static final String BLOB = PLACE.blob(DIGEST);
  static final String MANIFEST = PLACE.manifest("latest");
  static final String MANIFEST_BY_DIGEST = PLACE.manifest(IMAGE.digest());

  /** Without it the original doesn't give the image to anybody. */
  static final String ACCEPT = "Accept: " + Content.OCI_MANIFEST + "\r\n";

  static final String UPLOADS = PLACE.uploads("");

  private Target() {}

  /** What pushing and pulling it is answered with. */
  static final String STATUSES = "202/201/202/201/201/200/200";

  /** Pushes and pulls it as good clients do. */
  static void visit(RegistryClient client) {
    client.pushBlob(PLACE.repository(), Things.CONFIG);
    client.pushBlob(PLACE.repository(), Things.LAYER);
    client.putManifest(PLACE.repository(), "latest", IMAGE);
    client.get(MANIFEST_BY_DIGEST, "Accept", Content.OCI_MANIFEST);
    client.get(BLOB);
  }
}
