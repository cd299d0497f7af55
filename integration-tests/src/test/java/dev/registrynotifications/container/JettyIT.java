package dev.registrynotifications.container;

class JettyIT extends WebApplicationsContract {

  JettyIT() {
    super(new Jetty());
  }
}
