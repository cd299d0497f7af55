package dev.registrynotifications.host.http;

/** Says what API this is: clients tell registries from other servers by it. */
public final class ApiVersion {

  public static final String HEADER = "Docker-Distribution-Api-Version";
  public static final String VALUE = "registry/2.0";

  private ApiVersion() {}
}
