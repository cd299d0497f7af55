package dev.registrynotifications.host.servlet;

import dev.registrynotifications.host.storage.Registry;
import dev.registrynotifications.host.storage.directory.DirectoryRegistry;
import dev.registrynotifications.host.storage.memory.MemoryRegistry;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Opens the storage of a web application: memory, or the directory that it is told. */
final class ServletStorage {

  /** A parameter of the web application's context, or else a system property. */
  static final String PARAMETER = "registry.storage";

  private static final String MEMORY = "memory";

  private ServletStorage() {}

  static Registry open(ServletContext context) throws IOException {
    String storage =
        Optional.ofNullable(context.getInitParameter(PARAMETER))
            .or(() -> Optional.ofNullable(System.getProperty(PARAMETER)))
            .orElse(MEMORY);
    return storage.equals(MEMORY) ? new MemoryRegistry() : DirectoryRegistry.open(Path.of(storage));
  }
}
