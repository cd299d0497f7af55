package dev.registrynotifications.host.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.ServletContainerInitializer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** Makes a plugin's jar from the statements of its initializer: no class path has its classes. */
final class InitializerSource {

  private static final String NAME = "GatewayTestInitializer";

  private InitializerSource() {}

  /**
   * Compiles and packs it.
   *
   * @param statements what it does with {@code context}
   */
  static void pack(String statements, Path jar, Path work) throws IOException {
    Path classes = Files.createDirectories(work.resolve("classes"));
    Path source = Files.writeString(work.resolve(NAME + ".java"), source(statements));
    int status =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "-d", classes.toString(), "-proc:none", source.toString());
    if (status != 0) {
      throw new IllegalStateException("Could not compile the test's initializer: status " + status);
    }
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      add("META-INF/services/" + ServletContainerInitializer.class.getName(), bytes(NAME), out);
      for (Path file : filesIn(classes)) {
        add(classes.relativize(file).toString(), Files.readAllBytes(file), out);
      }
    }
  }

  private static String source(String statements) {
    return """
        import jakarta.servlet.*;
        import jakarta.servlet.http.*;
        import java.util.*;

        public final class %s implements ServletContainerInitializer {
          public void onStartup(Set<Class<?>> classes, ServletContext context) {
            %s
          }
        }
        """
        .formatted(NAME, statements);
  }

  private static List<Path> filesIn(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.toList();
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }

  private static void add(String name, byte[] content, JarOutputStream out) throws IOException {
    out.putNextEntry(new JarEntry(name));
    out.write(content);
    out.closeEntry();
  }
}
