package dev.registrynotifications.captures;

/** Proves the same of the captures with references. */
class DockerRegistryReferencesIT extends DockerRegistryCapturesIT {

  @Override
  CaptureSuite suite() {
    return CaptureSuite.REFERENCES;
  }
}
