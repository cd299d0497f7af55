package dev.registrynotifications.dropin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.registrynotifications.receiver.ReceivedPost;
import dev.registrynotifications.receiver.WebhookReceiver;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs the Guice-based server that README prints, as printed, on the thin jar. It is the only place
 * of this module where the plugin is on a class path: that of the server's own process.
 */
class GuiceServerIT {

  private static final Pattern PRINTED =
      Pattern.compile("```java\\R((?:(?!```).)*?class GuiceServer.*?)```", Pattern.DOTALL);

  @TempDir private Path work;

  @Test
  void notifiesWithoutAPluginDirectory() throws Exception {
    Path source = Files.writeString(work.resolve("GuiceServer.java"), printedServer());
    try (WebhookReceiver receiver = WebhookReceiver.start()) {
      Files.writeString(
          work.resolve("config.yml"),
          """
          notifications:
            enabled: true
            shutdownTimeout: 60s
            endpoints: [{name: receiver, url: "%s", timeout: 60s}]
          """
              .formatted(receiver.uri()));

      JavaProcess server =
          JavaProcess.run(work, List.of("-cp", thinClassPath(), source.toString()));

      assertThat(server.exitCode()).as(server.output()).isZero();
      assertThat(receiver.posts())
          .singleElement()
          .extracting(ReceivedPost::text)
          .asString()
          .contains("\"action\": \"delete\"", "\"repository\": \"team/app\"");
    }
  }

  private static String printedServer() throws IOException {
    Matcher printed = PRINTED.matcher(Files.readString(Artefacts.readme(), UTF_8));
    assertThat(printed.find()).as("README prints a GuiceServer").isTrue();
    return printed.group(1);
  }

  private static String thinClassPath() throws IOException {
    String libraries = Files.readString(Artefacts.thinJarClassPath(), UTF_8).strip();
    return Artefacts.thinJar() + File.pathSeparator + libraries;
  }
}
