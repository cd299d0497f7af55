package dev.registrynotifications.dropin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;

class PluginJarIT {

  private static final long MAX_BYTES = 7_000_000;
  private static final String BASE = "dev/registrynotifications/";

  @Test
  void keepsItsBudget() throws IOException {
    assertThat(Files.size(Artefacts.pluginJar())).isLessThanOrEqualTo(MAX_BYTES);
  }

  @Test
  void holdsNoClassUnderAnotherName() throws IOException {
    assertThat(entries())
        .filteredOn(name -> name.endsWith(".class"))
        .isNotEmpty()
        .allMatch(name -> name.startsWith(BASE));
  }

  @Test
  void bringsTheApiForServersWithoutAPluginDirectory() throws IOException {
    assertThat(entries())
        .contains(
            BASE + "registry/Digest.class",
            BASE + "event/Event.class",
            BASE + "plugin/RepositoryListener.class",
            BASE + "management/EndpointMXBean.class");
  }

  @Test
  void keepsLicencesAndServices() throws IOException {
    assertThat(entries())
        .contains(
            "META-INF/LICENSE",
            "META-INF/NOTICE",
            "META-INF/services/dev.registrynotifications.plugin.RegistryPlugin",
            "META-INF/services/jakarta.servlet.ServletContainerInitializer");
    try (JarFile jar = new JarFile(Artefacts.pluginJar().toFile())) {
      assertThat(text(jar, "META-INF/LICENSE")).contains("Apache License", "Version 2.0");
      assertThat(text(jar, "META-INF/NOTICE")).contains("Jackson", "Guice");
    }
  }

  private static List<String> entries() throws IOException {
    try (JarFile jar = new JarFile(Artefacts.pluginJar().toFile())) {
      return jar.stream().map(ZipEntry::getName).toList();
    }
  }

  private static String text(JarFile jar, String name) throws IOException {
    return new String(jar.getInputStream(jar.getEntry(name)).readAllBytes(), UTF_8);
  }
}
