package dev.registrynotifications.captures;

/** The same with references. */
class GatewayReferencesIT extends GatewayCapturesIT {

  @Override
  CaptureSuite suite() {
    return CaptureSuite.REFERENCES;
  }
}
