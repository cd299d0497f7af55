package dev.registrynotifications.container;

class TomcatIT extends WebApplicationsContract {

  TomcatIT() {
    super(new Tomcat());
  }
}
