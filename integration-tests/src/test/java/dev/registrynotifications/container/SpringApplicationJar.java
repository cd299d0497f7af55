package dev.registrynotifications.container;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.loader.tools.Layouts;
import org.springframework.boot.loader.tools.Libraries;
import org.springframework.boot.loader.tools.Library;
import org.springframework.boot.loader.tools.LibraryScope;
import org.springframework.boot.loader.tools.Repackager;

/**
 * An executable jar as Spring Boot's build plugins make it: the registry's servlet, and a class
 * that registers it. Made here and not by a module of its own, which would put Spring Boot on the
 * class path of a build.
 */
final class SpringApplicationJar {

  private static final String SOURCE =
      """
      package org.example;

      import dev.registrynotifications.host.servlet.RegistryServlet;
      import org.springframework.boot.SpringApplication;
      import org.springframework.boot.autoconfigure.SpringBootApplication;
      import org.springframework.boot.web.servlet.ServletRegistrationBean;
      import org.springframework.context.annotation.Bean;

      @SpringBootApplication
      public class App {
        public static void main(String[] arguments) {
          SpringApplication.run(App.class, arguments);
        }

        @Bean
        ServletRegistrationBean<RegistryServlet> registry() {
          return new ServletRegistrationBean<>(new RegistryServlet(), "/*");
        }
      }
      """;

  private SpringApplicationJar() {}

  /** Writes it, and all that it is made from, into an empty directory. */
  static Path writeTo(Path build) throws IOException, InterruptedException {
    ChildProcess.run(
        build, List.of(ChildProcess.tool("jar"), "-xf", BuildFiles.registryWar().toString()));
    Path classes = build.resolve("WEB-INF").resolve("classes");
    List<Path> libraries =
        Stream.of(build.resolve("WEB-INF").resolve("lib"), BuildFiles.springBootLibraries())
            .flatMap(SpringApplicationJar::jarsIn)
            .toList();
    compile(classes, libraries);
    Path plain = build.resolve("plain.jar");
    ChildProcess.run(
        classes, List.of(ChildProcess.tool("jar"), "-cf", plain.toString(), "dev", "org"));
    Path jar = build.resolve("app.jar");
    repackage(plain, libraries, jar);
    return jar;
  }

  private static Stream<Path> jarsIn(Path directory) {
    File[] files = directory.toFile().listFiles((ignored, name) -> name.endsWith(".jar"));
    return files == null ? Stream.empty() : Stream.of(files).map(File::toPath).sorted();
  }

  private static void compile(Path classes, List<Path> libraries)
      throws IOException, InterruptedException {
    String classPath =
        Stream.concat(Stream.of(classes), libraries.stream())
            .map(Path::toString)
            .collect(Collectors.joining(File.pathSeparator));
    Path source = Files.writeString(classes.resolveSibling("App.java"), SOURCE, UTF_8);
    ChildProcess.run(
        classes,
        List.of(
            ChildProcess.tool("javac"),
            "-cp",
            classPath,
            "-d",
            ".",
            "-proc:none",
            source.toString()));
  }

  private static void repackage(Path plain, List<Path> libraries, Path jar) throws IOException {
    Repackager repackager = new Repackager(plain.toFile());
    repackager.setMainClass("org.example.App");
    // The layout ZIP of the build plugins.
    repackager.setLayout(new Layouts.Expanded());
    Libraries inside =
        callback -> {
          for (Path library : libraries) {
            callback.library(new Library(library.toFile(), LibraryScope.COMPILE));
          }
        };
    repackager.repackage(jar.toFile(), inside);
  }
}
