package dev.registrynotifications.endpoint.guard;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.net.InetAddresses;
import dev.registrynotifications.config.Glob;
import dev.registrynotifications.config.TransportConfig.Safety;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GuardTest {

  private static final Resolver NOBODY_ASKS =
      host -> {
        throw new AssertionError("asked for " + host);
      };

  @Test
  void letsRequestsGoAnywhereUnlessItIsTold() {
    Guard guard = new Guard(Safety.ANYWHERE, NOBODY_ASKS);

    assertThat(guard.refusal(URI.create("http://127.0.0.1/"))).isEmpty();
  }

  @Test
  void refusesPlainHttp() {
    Guard guard = new Guard(new Safety(true, List.of(), false), NOBODY_ASKS);

    assertThat(guard.refusal(URI.create("http://ci.example/")))
        .contains("it is http, which requireHttps refuses");
    assertThat(guard.refusal(URI.create("HTTPS://ci.example/"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://ci.example.com/",
        "https://CI.Example.COM:8443/x",
        "https://a.b.hooks.example/",
        "https://[2001:db8::7]/",
      })
  void letsRequestsGoToTheAllowedHosts(String url) {
    assertThat(
            allowing("ci.EXAMPLE.com", "*.hooks.example", "2001:db8::*").refusal(URI.create(url)))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://ci.example.com.evil.example/",
        "https://xci.example.com/",
        "https://hooks.example/",
        "https://ci.example.com./",
        "https://[2001:db9::7]/",
        "https://evil.example/?ci.example.com",
        "https://ci.example.com@evil.example/",
      })
  void refusesOtherHosts(String url) {
    assertThat(
            allowing("ci.example.com", "*.hooks.example", "2001:db8::*").refusal(URI.create(url)))
        .get()
        .asString()
        .endsWith(" is none of the allowedHosts");
  }

  @Test
  void refusesAHostIfAnyOfItsAddressesIsPrivate() {
    Guard guard = denyingPrivate(host -> addresses("192.0.2.1", "2001:db8::1", "10.0.0.1"));

    assertThat(guard.refusal(URI.create("https://ci.example/")))
        .contains("its address 10.0.0.1 is private, which private: deny refuses");
  }

  @Test
  void letsRequestsGoToAHostWithoutPrivateAddresses() {
    Guard guard = denyingPrivate(host -> addresses("192.0.2.1", "2001:db8::1"));

    assertThat(guard.refusal(URI.create("https://ci.example/"))).isEmpty();
  }

  @Test
  void saysThatTheHostIsNotKnown() {
    Guard guard =
        denyingPrivate(
            host -> {
              throw new UnknownHostException(host);
            });

    assertThat(guard.refusal(URI.create("https://ci.example/")))
        .contains("its host ci.example isn't known");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://localhost/",
        "http://127.0.0.1/",
        "http://127.0.0.2:80/",
        "http://[::1]/",
        "http://[::ffff:127.0.0.1]/",
        "http://[::ffff:7f00:1]/",
        "http://2130706433/",
        "http://[::127.0.0.1]/",
        "http://169.254.169.254/latest/meta-data/",
        "http://[fe80::1]/",
      })
  void refusesPrivateAddressesHoweverTheyAreWritten(String url) {
    Guard guard = denyingPrivate(InetAddress::getAllByName);

    assertThat(guard.refusal(URI.create(url))).isPresent();
  }

  private static Guard allowing(String... hosts) {
    return new Guard(
        new Safety(false, Arrays.stream(hosts).map(Glob::parse).toList(), false), NOBODY_ASKS);
  }

  private static Guard denyingPrivate(Resolver resolver) {
    return new Guard(new Safety(false, List.of(), true), resolver);
  }

  private static InetAddress[] addresses(String... addresses) {
    return Arrays.stream(addresses).map(InetAddresses::forString).toArray(InetAddress[]::new);
  }
}
