package dev.registrynotifications.container;

import jakarta.servlet.ServletContextListener;

/**
 * Is in a web application, and goes when nothing holds the web application's class loader any more.
 * A registry is no good for that: its Jackson keeps buffers with the server's threads by soft
 * references, and JDK 17 keeps the types of a record that was compared ({@code ObjectMethods}).
 */
public final class Footprint implements ServletContextListener {

  /** An instance that lives as long as the class. */
  static final Footprint LASTING = new Footprint();

  /** For the container. */
  public Footprint() {}
}
