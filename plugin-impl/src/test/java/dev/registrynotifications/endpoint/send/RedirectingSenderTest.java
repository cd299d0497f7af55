package dev.registrynotifications.endpoint.send;

import static org.assertj.core.api.Assertions.assertThat;

import dev.registrynotifications.endpoint.attempt.Delivery;
import dev.registrynotifications.endpoint.attempt.DeliveryResult;
import dev.registrynotifications.endpoint.attempt.DeliveryResult.Answered;
import dev.registrynotifications.endpoint.attempt.DeliveryResult.Failed;
import dev.registrynotifications.endpoint.attempt.DeliveryResult.Garbled;
import dev.registrynotifications.endpoint.attempt.Interim.Redirected;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedirectingSenderTest {

  private static final Delivery ENVELOPE = new Delivery("1", new byte[0], Map.of());

  private final Deque<DeliveryResult> answers = new ArrayDeque<>();
  private final List<String> hops = new ArrayList<>();

  @Test
  void sendsToTheEndpointAndNoFurtherUnlessItIsRedirected() throws InterruptedException {
    answers.add(new Answered(500));

    DeliveryResult result = send("https://ci.example/hook");

    assertThat(result).isEqualTo(new Answered(500));
    assertThat(hops).containsExactly("home https://ci.example/hook");
  }

  @Test
  void goesTheWayHomeWhereOnlyTheWritingDiffers() throws InterruptedException {
    redirectTo("HTTPS://CI.example:443/b");

    send("https://ci.example/a");

    assertThat(hops).containsExactly("home https://ci.example/a", "home HTTPS://CI.example:443/b");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://ci.example/b",
        "http://ci.example:81/b",
        "http://evil.example/b",
        "//evil.example/b",
        "http://ci.example.evil.example/b",
        "http://ci.example@evil.example/b",
      })
  void goesTheOtherWayToAnotherOrigin(String location) throws InterruptedException {
    redirectTo(location);

    send("http://ci.example/a");

    assertThat(hops).hasSize(2);
    assertThat(hops.get(1)).startsWith("away ");
  }

  @Test
  void resolvesEachLocationAgainstWhereItCameFrom() throws InterruptedException {
    redirectTo("http://other.example/x/y");
    redirectTo("z");

    send("http://ci.example/a/b");

    assertThat(hops)
        .containsExactly(
            "home http://ci.example/a/b",
            "away http://other.example/x/y",
            "away http://other.example/x/z");
  }

  @Test
  void staysAwayWhenItIsSentBack() throws InterruptedException {
    redirectTo("http://other.example/");
    redirectTo("http://ci.example/b");

    send("http://ci.example/a");

    assertThat(hops.get(2)).isEqualTo("away http://ci.example/b");
  }

  @Test
  void followsFiveRedirectsAndNoMore() throws InterruptedException {
    for (int i = 1; i <= 5; i++) {
      redirectTo("/" + i);
    }

    assertThat(send("https://ci.example/0")).isEqualTo(new Answered(200));
    assertThat(hops).hasSize(6);

    for (int i = 1; i <= 6; i++) {
      redirectTo("/" + i + "?token=secret");
    }

    assertThat(send("https://ci.example/0"))
        .isEqualTo(
            new Failed(
                "it answered 302, which leads to https://ci.example and is one redirect too"
                    + " many"));
    assertThat(hops).hasSize(12);
  }

  @Test
  void neverLeavesHttps() throws InterruptedException {
    redirectTo("http://user:password@ci.example/b?token=secret");

    DeliveryResult result = send("https://ci.example/a");

    assertThat(result)
        .isEqualTo(
            new Failed("it answered 302, which leads to http://ci.example and out of https"));
    assertThat(hops).hasSize(1);
  }

  @Test
  void saysThatThereIsNoLocation() throws InterruptedException {
    answers.add(new Redirected(307, Optional.empty()));

    assertThat(send("https://ci.example/a"))
        .isEqualTo(new Failed("it answered 307 and didn't say where to go"));
  }

  @Test
  void saysThatALocationCannotBeUsed() throws InterruptedException {
    redirectTo("ftp://ci.example/?token=secret");

    assertThat(send("https://ci.example/a"))
        .isEqualTo(new Failed("it answered 302 with a Location that nothing can be sent to"));
  }

  @Test
  void saysThatItIsRedirectedToItself() throws InterruptedException {
    redirectTo("#here");

    assertThat(send("https://ci.example/a")).asString().endsWith("and so round in a circle");
  }

  @Test
  void saysWhereAnAttemptFailed() throws InterruptedException {
    redirectTo("https://other.example/b?token=secret");
    answers.add(new Failed("it can't be connected to"));

    assertThat(send("https://ci.example/a"))
        .isEqualTo(new Failed("redirected to https://other.example: it can't be connected to"));
  }

  @Test
  void handsOnWhatCannotBeUnderstood() throws InterruptedException {
    redirectTo("/b");
    answers.add(new Garbled("ssh"));

    assertThat(send("https://ci.example/a")).isEqualTo(new Garbled("ssh"));
  }

  private void redirectTo(String location) {
    answers.add(new Redirected(302, Optional.of(location)));
  }

  private DeliveryResult send(String url) throws InterruptedException {
    return new RedirectingSender(URI.create(url), route("home"), route("away")).send(ENVELOPE);
  }

  private Route route(String name) {
    return target ->
        delivery -> {
          hops.add(name + " " + target);
          return answers.isEmpty() ? new Answered(200) : answers.remove();
        };
  }
}
