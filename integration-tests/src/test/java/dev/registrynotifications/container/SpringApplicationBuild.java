package dev.registrynotifications.container;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.loader.tools.Layout;
import org.springframework.boot.loader.tools.Layouts;
import org.springframework.boot.loader.tools.Libraries;
import org.springframework.boot.loader.tools.Library;
import org.springframework.boot.loader.tools.LibraryScope;
import org.springframework.boot.loader.tools.Repackager;

/**
 * A registry's servlet, and a class that registers it and a filter before it, packaged as Spring
 * Boot's build plugins do. Made here and not by a module of its own, which would put Spring Boot on
 * the class path of a build.
 */
final class SpringApplicationBuild {

  /** It can be started by itself as well as by a server. */
  private static final String SOURCE =
      """
      package org.example;

      import dev.registrynotifications.host.servlet.RegistryServlet;
      import jakarta.servlet.FilterChain;
      import jakarta.servlet.ServletException;
      import jakarta.servlet.http.HttpFilter;
      import jakarta.servlet.http.HttpServletRequest;
      import jakarta.servlet.http.HttpServletResponse;
      import java.io.IOException;
      import org.springframework.boot.SpringApplication;
      import org.springframework.boot.autoconfigure.SpringBootApplication;
      import org.springframework.boot.web.servlet.FilterRegistrationBean;
      import org.springframework.boot.web.servlet.ServletRegistrationBean;
      import org.springframework.boot.web.servlet.support.SpringBootServletInitializer;
      import org.springframework.context.annotation.Bean;
      import org.springframework.core.Ordered;

      @SpringBootApplication
      public class App extends SpringBootServletInitializer {
        public static void main(String[] arguments) {
          SpringApplication.run(App.class, arguments);
        }

        @Bean
        ServletRegistrationBean<RegistryServlet> registry() {
          return new ServletRegistrationBean<>(new RegistryServlet(), "/*");
        }

        @Bean
        FilterRegistrationBean<Doorman> doorman() {
          FilterRegistrationBean<Doorman> doorman = new FilterRegistrationBean<>(new Doorman());
          doorman.setOrder(Ordered.HIGHEST_PRECEDENCE + 10);
          return doorman;
        }

        /** Has no news for who has a copy, and lets nobody push to the tag "locked". */
        static class Doorman extends HttpFilter {
          @Override
          protected void doFilter(
              HttpServletRequest request, HttpServletResponse response, FilterChain chain)
              throws IOException, ServletException {
            if (request.getHeader("If-None-Match") != null) {
              response.setStatus(304);
            } else if (request.getMethod().equals("PUT")
                && request.getRequestURI().endsWith("/manifests/locked")) {
              response.setStatus(403);
            } else {
              chain.doFilter(request, response);
            }
          }
        }
      }
      """;

  private static final Path CLASSES = Path.of("WEB-INF", "classes");

  private final Path directory;
  private final List<Path> libraries;

  private SpringApplicationBuild(Path directory, List<Path> libraries) {
    this.directory = directory;
    this.libraries = libraries;
  }

  /** Compiles it in an empty directory. */
  static SpringApplicationBuild in(Path directory) throws IOException, InterruptedException {
    ChildProcess.run(
        directory, List.of(ChildProcess.tool("jar"), "-xf", BuildFiles.registryWar().toString()));
    List<Path> libraries =
        Stream.of(directory.resolve("WEB-INF").resolve("lib"), BuildFiles.springBootLibraries())
            .flatMap(SpringApplicationBuild::jarsIn)
            .toList();
    compile(directory.resolve(CLASSES), libraries);
    return new SpringApplicationBuild(directory, libraries);
  }

  /** An executable jar, in the layout ZIP of the build plugins. */
  Path jar() throws IOException, InterruptedException {
    return packageAs("app.jar", new Layouts.Expanded(), List.of("-C", CLASSES.toString(), "."));
  }

  /** A web application; the libraries that a server has itself are where no server looks. */
  Path war() throws IOException, InterruptedException {
    return packageAs("app.war", new Layouts.War(), List.of(CLASSES.toString()));
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

  /** Content is what {@code jar} takes for it. */
  private Path packageAs(String name, Layout layout, List<String> content)
      throws IOException, InterruptedException {
    Path plain = directory.resolve("plain-" + name);
    List<String> command =
        new ArrayList<>(List.of(ChildProcess.tool("jar"), "-cf", plain.toString()));
    command.addAll(content);
    ChildProcess.run(directory, command);
    Repackager repackager = new Repackager(plain.toFile());
    repackager.setMainClass("org.example.App");
    repackager.setLayout(layout);
    Path packaged = directory.resolve(name);
    repackager.repackage(packaged.toFile(), inside());
    return packaged;
  }

  private Libraries inside() {
    return callback -> {
      for (Path library : libraries) {
        callback.library(new Library(library.toFile(), scopeOf(library)));
      }
    };
  }

  private static LibraryScope scopeOf(Path library) {
    boolean isOfServer = library.getFileName().toString().startsWith("tomcat-");
    return isOfServer ? LibraryScope.PROVIDED : LibraryScope.COMPILE;
  }
}
