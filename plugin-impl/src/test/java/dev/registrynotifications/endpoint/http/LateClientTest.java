package dev.registrynotifications.endpoint.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Ticker;
import dev.registrynotifications.config.EndpointConfig;
import dev.registrynotifications.endpoint.attempt.Delivery;
import dev.registrynotifications.endpoint.attempt.DeliveryResult;
import dev.registrynotifications.endpoint.attempt.DeliveryResult.Failed;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class LateClientTest {

  @Test
  void failsWithTheReasonWhyThereIsNoClient() throws InterruptedException {
    HttpSender sender =
        sender(
            () -> {
              throw new IllegalStateException("Could not prepare TLS for endpoint ci: no store");
            });

    DeliveryResult result = sender.send(new Delivery("1", new byte[0], Map.of()));

    assertThat(result).isEqualTo(new Failed("Could not prepare TLS for endpoint ci: no store"));
  }

  private static HttpSender sender(Supplier<HttpClient> client) {
    EndpointConfig config = EndpointConfig.to("ci", URI.create("http://127.0.0.1:1/")).build();
    return new HttpSender(
        client,
        new RequestTemplate(config, "test/1").home(config.url()).build(),
        new Deadlines(config.transport().timeout(), Ticker.systemTicker()),
        new RetryAfter(InstantSource.system()));
  }
}
