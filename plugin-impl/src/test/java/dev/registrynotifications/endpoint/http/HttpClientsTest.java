package dev.registrynotifications.endpoint.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Ticker;
import dev.registrynotifications.config.EndpointConfig;
import dev.registrynotifications.config.TransportConfig;
import dev.registrynotifications.config.TransportConfig.Proxy;
import dev.registrynotifications.endpoint.attempt.Delivery;
import dev.registrynotifications.endpoint.attempt.DeliveryResult;
import dev.registrynotifications.endpoint.attempt.DeliveryResult.Answered;
import dev.registrynotifications.endpoint.send.SenderFactory;
import dev.registrynotifications.metrics.Answers;
import java.io.IOException;
import java.net.ProxySelector;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpClientsTest {

  private static final Delivery ENVELOPE = new Delivery("1", new byte[0], Map.of());
  private static final URI BEHIND_THE_PROXY = URI.create("http://ci.example/hook?x=1");

  private final ProxySelector ofTheJvm = ProxySelector.getDefault();
  private Receiver proxy;
  private Receiver endpoint;

  @BeforeEach
  void startReceivers() throws IOException {
    proxy = Receiver.start();
    endpoint = Receiver.start();
  }

  @AfterEach
  void restoreTheJvm() {
    ProxySelector.setDefault(ofTheJvm);
    proxy.close();
    endpoint.close();
  }

  @Test
  void goesThroughAProxyThatResolvesTheHost() throws InterruptedException {
    DeliveryResult result = send(BEHIND_THE_PROXY, new Proxy.At(proxy.uri("")));

    assertThat(result).isEqualTo(new Answered(200));
    assertThat(proxy.lines()).containsExactly("POST http://ci.example/hook?x=1");
    assertThat(proxy.requests().get(0).headers().getFirst("Host")).isEqualTo("ci.example");
  }

  @Test
  void goesThroughTheProxyOfTheJvm() throws InterruptedException {
    setProxyOfTheJvm();

    DeliveryResult result = send(BEHIND_THE_PROXY, new Proxy.OfJvm());

    assertThat(result).isEqualTo(new Answered(200));
    assertThat(proxy.lines()).containsExactly("POST http://ci.example/hook?x=1");
  }

  @Test
  void goesStraightWhateverTheJvmIsTold() throws InterruptedException {
    setProxyOfTheJvm();

    DeliveryResult result = send(endpoint.uri("/hook"), new Proxy.None());

    assertThat(result).isEqualTo(new Answered(200));
    assertThat(endpoint.lines()).containsExactly("POST /hook");
    assertThat(proxy.lines()).isEmpty();
  }

  private void setProxyOfTheJvm() {
    ProxySelector.setDefault(ProxySelector.of(proxy.address()));
  }

  private static DeliveryResult send(URI url, Proxy way) throws InterruptedException {
    TransportConfig byDefault = TransportConfig.DEFAULT;
    EndpointConfig config =
        EndpointConfig.to("ci", url)
            .transport(
                new TransportConfig(
                    Duration.ofSeconds(30), byDefault.tls(), way, byDefault.safety()))
            .build();
    return new SenderFactory("test/1", InstantSource.system(), Ticker.systemTicker())
        .create(config, new Answers())
        .send(ENVELOPE);
  }
}
