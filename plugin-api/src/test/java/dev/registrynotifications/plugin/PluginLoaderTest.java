package dev.registrynotifications.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginLoaderTest {

  private static final String PLUGIN =
      """
      import dev.registrynotifications.plugin.*;
      public class %s implements RegistryPlugin {
        public String name() { return "%s"; }
        public RepositoryDecorator start(PluginContext context) { %s }
        public void close() { %s }
      }
      """;

  private static final PluginContext CONTEXT =
      new PluginContext() {
        @Override
        public Optional<Path> configurationFile() {
          return Optional.empty();
        }

        @Override
        public String serverAddress() {
          return "registry.example.com:5000";
        }
      };

  @TempDir private Path work;
  private Path plugins;

  @BeforeEach
  void makePluginDirectory() throws IOException {
    plugins = Files.createDirectory(work.resolve("plugins"));
  }

  @AfterEach
  void clearProperties() {
    System.getProperties().keySet().removeIf(key -> key.toString().startsWith("loader.test."));
  }

  @Test
  void startsAndStopsPluginsInOrderOfTheirFileNames() throws IOException {
    plugin("b.jar", "second", noteAndReturn("started", "second"), note("stopped", "second"));
    plugin("a.jar", "first", noteAndReturn("started", "first"), note("stopped", "first"));

    try (PluginLoader loader = PluginLoader.open(plugins)) {
      RepositoryDecorator decorator = loader.start(CONTEXT);

      assertThat(decorator)
          .isEqualTo(
              new DecoratorChain(List.of(RepositoryDecorator.NONE, RepositoryDecorator.NONE)));
      assertThat(loader.problems()).isEmpty();
    }

    assertThat(System.getProperty("loader.test.started")).isEqualTo("first second ");
    assertThat(System.getProperty("loader.test.stopped")).isEqualTo("second first ");
  }

  @Test
  void namesBrokenJarAndStartsTheOthers() throws IOException {
    Files.writeString(plugins.resolve("broken.jar"), "this is no zip file");
    plugin("good.jar", "good", noteAndReturn("started", "good"), "");

    try (PluginLoader loader = PluginLoader.open(plugins)) {
      loader.start(CONTEXT);

      assertThat(loader.problems())
          .singleElement()
          .asString()
          .startsWith("Could not load plugin " + plugins.resolve("broken.jar"))
          .contains("can't be read as a jar");
    }
    assertThat(System.getProperty("loader.test.started")).isEqualTo("good ");
  }

  @Test
  void namesJarWithoutPlugin() throws IOException {
    new CompiledJar(work.resolve("x"))
        .source("some.library", "Tool", "public class Tool {}")
        .jar(plugins.resolve("library.jar"));

    try (PluginLoader loader = PluginLoader.open(plugins)) {
      assertThat(loader.problems())
          .singleElement()
          .asString()
          .contains("library.jar", "names no dev.registrynotifications.plugin.RegistryPlugin");
    }
  }

  @Test
  void namesJarWhoseClassesDoNotFit() throws IOException {
    new CompiledJar(work.resolve("x"))
        .source("some.plugin", "Missing", "public class Missing {}")
        .source("some.plugin", "Old", "public class Old extends Missing {}")
        .provider("some.plugin.Old")
        .jar(plugins.resolve("old.jar"), "Missing");

    try (PluginLoader loader = PluginLoader.open(plugins)) {
      assertThat(loader.problems())
          .singleElement()
          .asString()
          .contains("old.jar", "doesn't fit this server", "some/plugin/Missing");
    }
  }

  @Test
  void namesPluginMadeForAnotherApi() throws IOException {
    new CompiledJar(work.resolve("x"))
        .source(
            "dev.registrynotifications.plugin",
            "RegistryPlugin",
            "public interface RegistryPlugin { default void begin() {} }")
        .source(
            "some.plugin",
            "Foreign",
            "public class Foreign implements dev.registrynotifications.plugin.RegistryPlugin {}")
        .provider("some.plugin.Foreign")
        .jar(plugins.resolve("foreign.jar"), "RegistryPlugin");

    try (PluginLoader loader = PluginLoader.open(plugins)) {
      loader.start(CONTEXT);

      assertThat(loader.problems())
          .singleElement()
          .asString()
          .contains("foreign.jar", "AbstractMethodError");
    }
  }

  @Test
  void startsOnlyOneOfTwoVersionsOfAPlugin() throws IOException {
    plugin("a-1.0.jar", "twice", noteAndReturn("started", "once"), "");
    Files.copy(plugins.resolve("a-1.0.jar"), plugins.resolve("a-1.1.jar"));

    try (PluginLoader loader = PluginLoader.open(plugins)) {
      loader.start(CONTEXT);

      assertThat(loader.problems())
          .singleElement()
          .asString()
          .contains("Could not start plugin twice of", "a-1.1.jar", "a-1.0.jar has it already");
    }
    assertThat(System.getProperty("loader.test.started")).isEqualTo("once ");
  }

  @Test
  void takesMessageOfPluginThatRefusesToStart() throws IOException {
    plugin("a.jar", "picky", "throw new PluginException(\"Could not start: no key\", null);", "");

    try (PluginLoader loader = PluginLoader.open(plugins)) {
      loader.start(CONTEXT);

      assertThat(loader.problems()).containsExactly("Could not start: no key");
    }
  }

  @Test
  void namesJarOfPluginThatFailsUnexpectedly() throws IOException {
    plugin("a.jar", "faulty", "throw new IllegalStateException(\"oops\");", "");

    try (PluginLoader loader = PluginLoader.open(plugins)) {
      loader.start(CONTEXT);

      assertThat(loader.problems()).singleElement().asString().contains("a.jar", "oops");
    }
  }

  @Test
  void survivesPluginsThatThrowErrorsOrGiveNothing() throws IOException {
    plugin("a.jar", "failing", "throw new AssertionError(\"an error\");", "");
    plugin("b.jar", "giving", "return null;", "");

    try (PluginLoader loader = PluginLoader.open(plugins)) {
      assertThat(loader.start(CONTEXT)).isEqualTo(new DecoratorChain(List.of()));

      assertThat(loader.problems()).hasSize(2);
      assertThat(loader.problems().get(0)).contains("a.jar", "an error");
      assertThat(loader.problems().get(1)).contains("b.jar");
    }
  }

  @Test
  void neverTakesAnythingOfTheApisPackagesFromThePluginsJar() throws IOException {
    String api = "dev.registrynotifications.plugin";
    new CompiledJar(work.resolve("x"))
        .source(api, "Newer", "public class Newer {}")
        .source("some.plugin", "Ahead", "public class Ahead extends " + api + ".Newer {}")
        .provider("some.plugin.Ahead")
        .jar(plugins.resolve("ahead.jar"));

    try (PluginLoader loader = PluginLoader.open(plugins)) {
      assertThat(loader.problems())
          .singleElement()
          .asString()
          .contains("ahead.jar", "doesn't fit this server", "Newer");
    }
  }

  @Test
  void neverTakesApiFromThePluginsJar() throws IOException {
    new CompiledJar(work.resolve("x"))
        .source(
            "dev.registrynotifications.plugin",
            "PluginException",
            "public class PluginException extends RuntimeException"
                + " { public PluginException(String m, Throwable c) { super(\"own copy\"); } }")
        .source(
            "some.plugin",
            "Bundled",
            PLUGIN.formatted(
                "Bundled", "Bundled", "throw new PluginException(\"the server's\", null);", ""))
        .provider("some.plugin.Bundled")
        .jar(plugins.resolve("bundled.jar"));

    try (PluginLoader loader = PluginLoader.open(plugins)) {
      loader.start(CONTEXT);

      assertThat(loader.problems()).containsExactly("the server's");
    }
  }

  @Test
  void prefersThePluginsOwnClassesBelowTheSharedBasePackage() throws IOException {
    new CompiledJar(work.resolve("x"))
        .source(
            "dev.registrynotifications.plugin.inner",
            "Shared",
            "public class Shared { public static String of() { return \"plugin's\"; } }")
        .source(
            "some.plugin",
            "Nested",
            PLUGIN.formatted(
                "Nested",
                "Nested",
                "throw new PluginException(dev.registrynotifications.plugin.inner.Shared.of(), null);",
                ""))
        .provider("some.plugin.Nested")
        .jar(plugins.resolve("nested.jar"));

    try (PluginLoader loader = PluginLoader.open(plugins)) {
      loader.start(CONTEXT);

      assertThat(loader.problems()).containsExactly("plugin's");
    }
  }

  @Test
  void prefersThePluginsOwnCopyOfTheServersLibraries() throws IOException {
    new CompiledJar(work.resolve("x"))
        .source(
            "org.assertj.core.api",
            "Assertions",
            "public class Assertions { public static String of() { return \"old copy\"; } }")
        .source(
            "some.plugin",
            "Beside",
            PLUGIN.formatted(
                "Beside",
                "Beside",
                "throw new PluginException(org.assertj.core.api.Assertions.of(), null);",
                ""))
        .provider("some.plugin.Beside")
        .jar(plugins.resolve("beside.jar"));

    try (PluginLoader loader = PluginLoader.open(plugins)) {
      loader.start(CONTEXT);

      assertThat(loader.problems()).containsExactly("old copy");
    }
  }

  @Test
  void ignoresProvidersThatTheServerItselfCarries() throws IOException {
    new CompiledJar(work.resolve("x"))
        .source("some.plugin", "Nothing", "class Nothing {}")
        .provider(OnTheServersClassPath.class.getName())
        .jar(plugins.resolve("impostor.jar"));

    try (PluginLoader loader = PluginLoader.open(plugins)) {
      assertThat(loader.problems()).singleElement().asString().contains("impostor.jar");
    }
  }

  @Test
  void failsOnDirectoryThatIsNotThere() {
    assertThatThrownBy(() -> PluginLoader.open(work.resolve("nowhere")))
        .isInstanceOf(NoSuchFileException.class)
        .hasMessageContaining("nowhere");
  }

  private void plugin(String jar, String name, String start, String close) throws IOException {
    String className = "Plugin" + name;
    new CompiledJar(work.resolve(name))
        .source("some." + name, className, PLUGIN.formatted(className, name, start, close))
        .provider("some." + name + "." + className)
        .jar(plugins.resolve(jar));
  }

  private static String note(String key, String value) {
    return "System.setProperty(\"loader.test.%1$s\", System.getProperty(\"loader.test.%1$s\", \"\") + \"%2$s \");"
        .formatted(key, value);
  }

  private static String noteAndReturn(String key, String value) {
    return note(key, value) + " return RepositoryDecorator.NONE;";
  }

  /** A plugin that is no plugin's: it comes from the server's class path. */
  public static final class OnTheServersClassPath implements RegistryPlugin {
    @Override
    public String name() {
      return "server";
    }

    @Override
    public RepositoryDecorator start(PluginContext context) {
      return RepositoryDecorator.NONE;
    }

    @Override
    public void close() {}
  }
}
