package dev.registrynotifications.captures;

import static org.assertj.core.api.Assertions.assertThat;

import dev.registrynotifications.cases.CaptureCase;
import dev.registrynotifications.peers.RegistryUnderTest;
import dev.registrynotifications.peers.Subscription;
import dev.registrynotifications.receiver.ReceivedPost;
import dev.registrynotifications.receiver.WebhookReceiver;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** A registry answers and posts what the original answered and posted to the same requests. */
abstract class CapturesContract {

  private final WebhookReceiver receiver = WebhookReceiver.start();

  @TempDir private Path work;
  private RegistryUnderTest registry;

  /** What to compare with. */
  abstract CaptureSuite suite();

  /** Starts the registry with an empty storage. */
  abstract RegistryUnderTest start(Path work, Subscription subscription) throws Exception;

  /** What the registry is expected to make of a case. */
  abstract Outcome expected(String name, CaptureIndex captures);

  /** Checks a post for what the captures can't show. */
  abstract void check(ReceivedPost post);

  @BeforeEach
  void startRegistry() throws Exception {
    registry = start(work, suite().subscriptionOf(receiver.uri()));
  }

  @AfterEach
  void stopRegistry() {
    registry.close();
    receiver.close();
  }

  @TestFactory
  Stream<DynamicTest> repeatsCapture() {
    CaptureRun run = new CaptureRun(registry.uri(), receiver);
    return suite().cases().stream()
        .map(captured -> DynamicTest.dynamicTest(captured.name(), () -> repeat(captured, run)));
  }

  @Test
  void givesEachEventAnIdOfItsOwn() {
    CaptureRun run = new CaptureRun(registry.uri(), receiver);
    suite().cases().forEach(run::of);

    List<String> ids = run.posts().stream().map(post -> body(post).id()).toList();

    assertThat(ids).hasSizeGreaterThan(10).doesNotHaveDuplicates();
    assertThat(run.posts().stream().map(post -> body(post).instanceId()).distinct()).hasSize(1);
  }

  static WebhookBody body(ReceivedPost post) {
    return new WebhookBody(post.text());
  }

  private void repeat(CaptureCase captured, CaptureRun run) {
    int before = run.posts().size();

    Outcome outcome = run.of(captured);

    Outcome expected = expected(captured.name(), suite().captures());
    assertThat(outcome.toString()).isEqualTo(expected.toString());
    run.posts().stream().skip(before).forEach(this::check);
  }
}
