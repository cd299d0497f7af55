package dev.registrynotifications.dropin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.registrynotifications.plugin.RegistryPlugin;
import dev.registrynotifications.receiver.ReceivedPost;
import dev.registrynotifications.receiver.WebhookReceiver;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OldLibrariesIT {

  @TempDir private Path work;

  @Test
  void runsBesideAnOldGuavaAndAnOldJackson() throws Exception {
    try (WebhookReceiver receiver = WebhookReceiver.start()) {
      Installation installation = Installation.in(work, configFor(receiver));

      JavaProcess server =
          JavaProcess.run(
              work,
              List.of(
                  "-cp",
                  classPath(),
                  OldServer.class.getName(),
                  installation.plugins().toString(),
                  installation.configuration().toString()));

      assertThat(server.output()).contains("guava-10", "jackson-databind-2.2");
      assertThat(server.exitCode()).as(server.output()).isZero();
      assertThat(receiver.posts())
          .singleElement()
          .extracting(ReceivedPost::text)
          .asString()
          .contains("\"action\": \"delete\"", "\"repository\": \"removed/by-old-server\"");
    }
  }

  private static String configFor(WebhookReceiver receiver) {
    return """
        notifications:
          enabled: true
          shutdownTimeout: 60s
          endpoints:
            - name: receiver
              url: %s
              timeout: 60s
        """
        .formatted(receiver.uri());
  }

  private static String classPath() throws Exception {
    return String.join(
        File.pathSeparator,
        Artefacts.oldLibraries().resolve("*").toString(),
        Artefacts.locationOf(RegistryPlugin.class).toString(),
        Artefacts.locationOf(OldServer.class).toString());
  }
}
