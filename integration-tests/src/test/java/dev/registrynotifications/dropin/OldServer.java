package dev.registrynotifications.dropin;

import dev.registrynotifications.plugin.PluginLoader;
import dev.registrynotifications.plugin.RepositoryDecorator;
import dev.registrynotifications.registry.RepositoryName;
import dev.registrynotifications.registry.RepositoryRemover;
import java.nio.file.Path;

/**
 * The main class of a server that has libraries of long ago on its class path. Prints where it has
 * them from, removes a repository, and stops.
 */
public final class OldServer {

  private OldServer() {}

  /** Takes the plugin directory and the configuration file. */
  public static void main(String[] arguments) throws Exception {
    printLocationOf("com.google.common.eventbus.EventBus");
    printLocationOf("com.fasterxml.jackson.databind.ObjectMapper");
    try (PluginLoader plugins = PluginLoader.open(Path.of(arguments[0]))) {
      RepositoryDecorator decorator = plugins.start(SmallServer.with(Path.of(arguments[1])));
      plugins.problems().forEach(System.out::println);
      RepositoryRemover remover = name -> true;
      decorator
          .decorate(remover, SmallServer.REQUEST)
          .remove(new RepositoryName("removed/by-old-server"));
    }
  }

  private static void printLocationOf(String className) throws ClassNotFoundException {
    Class<?> type = Class.forName(className);
    System.out.println(className + " " + type.getProtectionDomain().getCodeSource().getLocation());
  }
}
