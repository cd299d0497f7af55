package dev.registrynotifications.host.server;

import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;

/** Makes what a servlet needs around it in Jetty. */
public final class ServletContexts {

  private static final String ROOT = "/";
  private static final String EVERYTHING = "/*";

  private ServletContexts() {}

  /** A context that sends every request to one servlet, and fails as registries do. */
  public static ServletContextHandler of(ServletHolder servlet) {
    ServletContextHandler context = new ServletContextHandler(ROOT);
    servlet.setInitOrder(0);
    servlet.setAsyncSupported(true);
    context.addServlet(servlet, EVERYTHING);
    context.setErrorHandler(new JsonErrorHandler());
    return context;
  }
}
