package dev.registrynotifications.container;

import static org.assertj.core.api.Assertions.assertThat;

import dev.registrynotifications.cases.Content;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(180)
class SpringBootIT {

  @TempDir private Path work;

  @Test
  void tellsWhereInAnApplicationWithAContextPathAPushWent(@TempDir Path build) throws Exception {
    ServerKind kind = new SpringBoot(SpringApplicationJar.writeTo(build));
    try (Inbox inbox = Inbox.open();
        ServerProcess server =
            ServerInstallation.in(work, kind, inbox.configuration("enabled: true"))
                .start(Map.of("SERVER_SERVLET_CONTEXT_PATH", "/hub"))) {
      RegistryVisit visit = new RegistryVisit(server.uri("/hub"));
      Content manifest = RegistryVisit.manifest("hub");

      assertThat(visit.push("team/app", "1.0", manifest)).isEqualTo("202/201/201");

      assertThat(inbox.take(1))
          .extracting(ExpectedEvent::in)
          .containsExactly(ExpectedEvent.ofPush(visit.root(), "team/app", "1.0", manifest));
    }
  }
}
