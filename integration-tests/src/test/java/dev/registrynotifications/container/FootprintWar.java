package dev.registrynotifications.container;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;

/** A web application with nothing in it but a {@link Footprint}. */
final class FootprintWar {

  private static final String DESCRIPTOR =
      """
      <web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.0">
        <listener><listener-class>%s</listener-class></listener>
      </web-app>
      """
          .formatted(Footprint.class.getName());

  private FootprintWar() {}

  static Path write(Path war) throws IOException {
    String file = Footprint.class.getName().replace('.', '/') + ".class";
    try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(war));
        InputStream bytes = Footprint.class.getResourceAsStream("/" + file)) {
      jar.putNextEntry(new ZipEntry("WEB-INF/web.xml"));
      jar.write(DESCRIPTOR.getBytes(UTF_8));
      jar.putNextEntry(new ZipEntry("WEB-INF/classes/" + file));
      if (bytes == null) {
        throw new IOException("Could not find " + file + ": it is on no class path");
      }
      bytes.transferTo(jar);
    }
    return war;
  }
}
