package dev.registrynotifications.observe;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServlet;
import java.util.List;

/** A real server with one web application. */
interface ServletServer extends AutoCloseable {

  /** Those that the filter is tested in. */
  enum Kind {
    JETTY,
    TOMCAT;

    /** Starts one on any free port of the loopback. */
    ServletServer start(String contextPath, List<Filter> filters, HttpServlet servlet) {
      try {
        return switch (this) {
          case JETTY -> JettyServer.start(contextPath, filters, servlet);
          case TOMCAT -> TomcatServer.start(contextPath, filters, servlet);
        };
      } catch (Exception e) {
        throw new AssertionError("Could not start the server", e);
      }
    }
  }

  int port();

  @Override
  void close();
}
