package dev.registrynotifications.reload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.registrynotifications.config.EndpointConfigBuilder;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class RunningEndpointsTest {

  @AutoClose private final Receivers receivers = new Receivers();

  @Test
  void doesNotTouchAnEndpointThatIsAsItWas() {
    try (Node node = Node.inMemory(at("ci").build())) {
      Applied applied = node.apply(at("ci").build());

      assertThat(applied.lines()).isEmpty();
      assertThat(applied.problems()).isEmpty();
      assertThat(node.bean("ci").getState()).isEqualTo("delivering");
    }
  }

  @Test
  void addsAnEndpointThatGetsWhatComesFromThenOn() {
    try (Node node = Node.inMemory(at("ci").build())) {
      node.push("before");

      Applied applied = node.apply(at("ci").build(), at("scanner").build());
      String id = node.push("after");

      assertThat(applied.lines())
          .containsExactly(
              "Endpoint scanner at " + receivers.url("scanner") + " is added; 0 pending");
      receivers.awaitCount("scanner", 1);
      assertThat(receivers.of("scanner").ids()).containsExactly(id);
      assertThat(node.endpoints().names()).containsExactly("ci", "scanner");
      assertThat(node.hasBean("scanner")).isTrue();
    }
  }

  @Test
  void sendsARemovedEndpointWhatCameBeforeAndNothingElse() {
    try (Node node = Node.inMemory(at("ci").build(), at("old").build())) {
      String before = node.push("before");

      Applied applied = node.apply(at("ci").build());
      node.push("after");

      receivers.awaitCount("ci", 2);
      assertThat(applied.lines()).containsExactly("Endpoint old is removed; 0 pending");
      assertThat(receivers.of("old").ids()).containsExactly(before);
      assertThat(node.endpoints().names()).containsExactly("ci");
      assertThat(node.hasBean("old")).isFalse();
    }
  }

  @Test
  void saysWhatARemovedEndpointLeaves() {
    try (Node node = Node.inMemory(DeafEndpoint.named("old").build())) {
      node.push("one");
      node.push("two");

      Applied applied = node.apply();

      assertThat(applied.lines())
          .containsExactly("Endpoint old is removed; 2 pending, which are lost");
    }
  }

  @Test
  void keepsTheOrderOfTheConfiguration() {
    try (Node node = Node.inMemory(at("a").build(), at("b").build())) {
      node.apply(at("c").build(), at("b").build(), at("a").build());

      assertThat(node.endpoints().names()).containsExactly("c", "b", "a");
    }
  }

  @Test
  void changesNothingOnceItIsClosed() {
    Node node = Node.inMemory(at("ci").build());
    node.close();

    Applied applied = node.apply(at("scanner").build());

    assertThat(applied.lines()).isEmpty();
    assertThat(node.endpoints().names()).isEmpty();
  }

  private EndpointConfigBuilder at(String name) {
    return receivers.endpoint(name);
  }
}
