package dev.registrynotifications.dropin;

import static dev.registrynotifications.Patience.DEADLINE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.registrynotifications.cases.Content;
import dev.registrynotifications.cases.RegistryClient;
import dev.registrynotifications.dropin.Http2Receiver.Post;
import dev.registrynotifications.host.HostProcess;
import dev.registrynotifications.jmx.RemoteBeans;
import dev.registrynotifications.management.EndpointMXBean;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A receiver that offers HTTP/2 gets it. */
class Http2IT {

  private static final List<Content> BLOBS =
      IntStream.range(0, 5).mapToObj(i -> Content.blob("blob " + i)).toList();

  @TempDir private Path work;

  /** Of an answer of a megabyte only the beginning is read, and the connection is kept. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1024 * 1024})
  void deliversEverythingOverOneConnectionOfHttp2(int answerBytes) throws Exception {
    SelfSignedCertificate certificate = SelfSignedCertificate.makeIn(work);
    try (Http2Receiver receiver = Http2Receiver.start(certificate, answerBytes);
        HostProcess host = Installation.in(work, trusting(certificate, receiver)).host().start();
        RemoteBeans beans = RemoteBeans.of(ProcessHandle.of(host.pid()).orElseThrow())) {
      RegistryClient client = new RegistryClient(host.baseUri());

      BLOBS.forEach(blob -> client.pushBlob("http/two", blob));

      EndpointMXBean ci = beans.endpoint("ci");
      await().atMost(DEADLINE).until(() -> ci.getEvents() == 5 && ci.getPending() == 0);
      assertThat(receiver.posts().stream().map(Post::body).map(Http2IT::digest))
          .containsExactlyElementsOf(BLOBS.stream().map(Content::digest).toList());
      assertThat(receiver.posts()).extracting(Post::version).containsOnly("HTTP/2.0");
      assertThat(receiver.posts().stream().map(Post::clientPort).distinct()).hasSize(1);
      assertThat(ci.getErrors()).isZero();
      assertThat(ci.getStatuses()).isEqualTo(Map.of("200 OK", 5L));
    }
  }

  private static String trusting(SelfSignedCertificate certificate, Http2Receiver receiver) {
    return """
        notifications:
          enabled: true
          endpoints: [{name: ci, url: "%s", timeout: 30s, tls: {ca: "%s"}}]
        """
        .formatted(receiver.uri(), certificate.pem());
  }

  private static String digest(String envelope) {
    return envelope.replaceFirst("(?s).*?\"digest\": \"(.*?)\".*", "$1");
  }
}
