package dev.registrynotifications.plugin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** A jar made in the test from Java source: what a plugin's author would build. */
final class CompiledJar {

  private final Path directory;
  private final List<Path> sources = new ArrayList<>();
  private final List<String> providers = new ArrayList<>();

  CompiledJar(Path directory) {
    this.directory = directory;
  }

  /** Adds a class, given its package, simple name and source text after the package line. */
  CompiledJar source(String packageName, String simpleName, String text) throws IOException {
    Path file =
        directory
            .resolve("src")
            .resolve(packageName.replace('.', '/'))
            .resolve(simpleName + ".java");
    Files.createDirectories(requireNonNull(file.getParent()));
    sources.add(Files.writeString(file, "package " + packageName + ";\n" + text));
    return this;
  }

  CompiledJar provider(String className) {
    providers.add(className);
    return this;
  }

  /** Compiles against the API (and first against the sources given) and packs all classes. */
  Path jar(Path target, String... without) throws IOException {
    Path classes = Files.createDirectories(directory.resolve("classes"));
    List<String> arguments = new ArrayList<>(List.of("-d", classes.toString(), "-proc:none"));
    sources.forEach(source -> arguments.add(source.toString()));
    int status =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, arguments.toArray(String[]::new));
    if (status != 0) {
      throw new IllegalStateException("the test's plugin doesn't compile");
    }
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(target));
        Stream<Path> files = Files.walk(classes)) {
      files
          .filter(Files::isRegularFile)
          .filter(file -> Stream.of(without).noneMatch(name -> file.endsWith(name + ".class")))
          .forEach(file -> copy(file, classes.relativize(file).toString(), out));
      if (!providers.isEmpty()) {
        out.putNextEntry(new JarEntry("META-INF/services/" + RegistryPlugin.class.getName()));
        out.write(String.join("\n", providers).getBytes(UTF_8));
      }
    }
    return target;
  }

  private static void copy(Path file, String name, OutputStream out) {
    try {
      ((JarOutputStream) out).putNextEntry(new JarEntry(name.replace('\\', '/')));
      Files.copy(file, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
