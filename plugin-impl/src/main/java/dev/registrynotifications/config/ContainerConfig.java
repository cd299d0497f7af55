package dev.registrynotifications.config;

import java.util.List;
import java.util.Optional;

/**
 * What only counts in a servlet container.
 *
 * @param contexts the paths of the web applications that are registries, as in {@code /hub}, and
 *     {@code /} for the one at the root; empty if all are
 * @param actorHeader the header in which a trusted proxy tells the user
 */
public record ContainerConfig(List<String> contexts, Optional<String> actorHeader) {

  /** All web applications; users only as the container knows them. */
  public static final ContainerConfig DEFAULT = new ContainerConfig(List.of(), Optional.empty());

  private static final String ROOT = "/";

  /**
   * Copies the list.
   *
   * @throws IllegalArgumentException if a path has no slash at its beginning, or one at its end
   */
  public ContainerConfig {
    contexts = List.copyOf(contexts);
    for (String path : contexts) {
      if (!isPath(path)) {
        throw new IllegalArgumentException("not the path of a web application: " + path);
      }
    }
  }

  /** Whether that may be the path of a web application. */
  public static boolean isPath(String text) {
    return text.equals(ROOT) || (text.startsWith("/") && !text.endsWith("/"));
  }

  /**
   * Whether a web application is among those to be watched, if any is.
   *
   * @param contextPath its path as servlets know it: empty at the root
   */
  boolean includes(String contextPath) {
    return contexts.isEmpty() || contexts.contains(contextPath.isEmpty() ? ROOT : contextPath);
  }
}
