package dev.registrynotifications.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.google.common.base.Ticker;
import dev.registrynotifications.config.EndpointConfig;
import dev.registrynotifications.config.FilterConfig;
import dev.registrynotifications.config.Selection;
import dev.registrynotifications.event.Action;
import dev.registrynotifications.journal.EventKey;
import dev.registrynotifications.journal.EventLog;
import dev.registrynotifications.journal.LogStatus;
import dev.registrynotifications.journal.Subscriber;
import dev.registrynotifications.measure.Latencies;
import dev.registrynotifications.metrics.EndpointStats;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is pending while another endpoint takes a place, and wants other events. */
class EndpointFactoryTest {

  private static final EventKey PUSH = new EventKey(Action.PUSH, "x", "a", "");
  private static final EventKey PULL = new EventKey(Action.PULL, "x", "a", "");

  private final EventLog log = mock(EventLog.class);
  private final EndpointFactory factory =
      new EndpointFactory(
          "test/1", InstantSource.system(), Ticker.systemTicker(), () -> 0.5, TestPing::event);

  @BeforeEach
  void openLog() {
    LogStatus.Contents contents = new LogStatus.Contents(0, 0, 0, 0, 0, 0, 0);
    when(log.status())
        .thenReturn(new LogStatus("file", "log-1", Optional.empty(), contents, 0, Latencies.NONE));
    when(log.unfinishedReplay(any(), any())).thenReturn(Optional.empty());
    when(log.deadLetters(any())).thenReturn(new FlakyDeadLetters());
    waiting(0);
  }

  @Test
  void countsOnceWhatComesWhileDeadLettersAreRead() {
    Endpoint before = factory.create(wanting(FilterConfig.EVERYTHING), log);
    Supplier<Endpoint> successor = factory.prepareSuccessor(before, wanting(pushes()), log);
    doAnswer(
            unused -> {
              append(before, PUSH);
              waiting(1);
              return new FlakyDeadLetters();
            })
        .when(log)
        .deadLetters(any());

    Endpoint after = successor.get();

    assertThat(after.stats().getPending()).isOne();
  }

  @Test
  void countsWhatTheSuccessorWantsBeforeItIsAsked() {
    Endpoint before = factory.create(wanting(FilterConfig.EVERYTHING), log);

    Endpoint after = factory.prepareSuccessor(before, wanting(pushes()), log).get();
    append(before, PUSH);
    append(before, PULL);

    assertThat(after.stats().getPending()).isOne();
  }

  @Test
  void countsAsBeforeIfTheLogCannotBeOpenedForTheSuccessor() {
    Endpoint before = factory.create(wanting(FilterConfig.EVERYTHING), log);
    append(before, PULL);
    Supplier<Endpoint> successor = factory.prepareSuccessor(before, wanting(pushes()), log);
    doThrow(new UncheckedIOException(new IOException("no disk")))
        .when(log)
        .cursor(any(), any(), any());

    assertThatThrownBy(successor::get).isInstanceOf(UncheckedIOException.class);
    append(before, PULL);

    assertThat(before.stats().getPending()).isEqualTo(2);
    assertThat(before.stats().isPendingExact()).isTrue();
  }

  /** As many are in the log when a cursor is opened. */
  private void waiting(int events) {
    doAnswer(
            call -> {
              call.getArgument(2, Subscriber.class).onBacklog(events, true);
              return new ScriptedCursor();
            })
        .when(log)
        .cursor(any(), any(), any());
  }

  /** As the registry's threads do it. */
  private static void append(Endpoint endpoint, EventKey key) {
    EndpointStats stats = endpoint.stats();
    if (endpoint.matches(key)) {
      stats.recordEvent();
    }
  }

  private static EndpointConfig wanting(FilterConfig filter) {
    return EndpointConfig.to("ci", URI.create("http://127.0.0.1:1/")).filter(filter).build();
  }

  private static FilterConfig pushes() {
    Selection pushes = new Selection(Set.of("push"), Set.of(), List.of(), List.of());
    return new FilterConfig(pushes, Selection.NONE, true);
  }
}
