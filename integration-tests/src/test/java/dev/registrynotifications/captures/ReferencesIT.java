package dev.registrynotifications.captures;

/** The same with references. */
class ReferencesIT extends CapturesIT {

  @Override
  CaptureSuite suite() {
    return CaptureSuite.REFERENCES;
  }
}
