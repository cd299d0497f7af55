package dev.registrynotifications.metrics;

import static dev.registrynotifications.Patience.DEADLINE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.google.common.base.Ticker;
import dev.registrynotifications.event.Action;
import dev.registrynotifications.journal.DeadLetter;
import dev.registrynotifications.journal.EventKey;
import dev.registrynotifications.journal.EventLog;
import dev.registrynotifications.journal.LogStatus;
import dev.registrynotifications.journal.LoggedEvent;
import dev.registrynotifications.journal.ReplayStart;
import dev.registrynotifications.management.AttemptView;
import dev.registrynotifications.management.DeadLetterView;
import dev.registrynotifications.management.EndpointMXBean;
import dev.registrynotifications.management.JournalMXBean;
import dev.registrynotifications.management.NotificationsMXBean;
import dev.registrynotifications.measure.Latencies;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import javax.management.JMException;
import javax.management.JMX;
import javax.management.MBeanServer;
import javax.management.MBeanServerFactory;
import javax.management.Notification;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JmxRegistrarTest {

  private static final Instant NOW = Instant.parse("2026-11-24T08:30:00Z");
  private static final InstantSource CLOCK = InstantSource.fixed(NOW);
  private static final String DOMAIN = "dev.registrynotifications:type=Endpoint,name=";

  private final MBeanServer server = MBeanServerFactory.newMBeanServer();

  @Test
  void showsAnEndpointsFigures() throws JMException {
    EndpointStats stats = new EndpointStats();
    register("ci", "http://ci.example.com/", stats, new FakeOperations());
    stats.recordEvent();
    stats.recordEvent();
    stats.recordEvent();
    stats.answers().recordFailure(503);
    stats.answers().recordError();
    stats.answers().recordSuccess(200);
    stats.recordDelivered(Duration.ofSeconds(2));
    stats.recordDropped(1);
    stats.recordFiltered();
    stats.recordKnown();
    stats.recordStatus(
        new EndpointStatus(
            EndpointState.BACKING_OFF,
            NOW.minusSeconds(60),
            "it answered 503",
            Optional.of(NOW.plusSeconds(4))));
    stats.askForOldestPending(() -> Optional.of(NOW.minusMillis(61_500)));

    EndpointMXBean bean = bean("Endpoint,name=\"ci\"", EndpointMXBean.class);

    assertThat(bean.getName()).isEqualTo("ci");
    assertThat(bean.getUrl()).isEqualTo("http://ci.example.com/");
    assertThat(bean.getState()).isEqualTo("backing off");
    assertThat(bean.getStateSince()).isEqualTo("2026-11-24T08:29:00Z");
    assertThat(bean.getStateReason()).isEqualTo("it answered 503");
    assertThat(bean.getNextAttempt()).isEqualTo("2026-11-24T08:30:04Z");
    assertThat(bean.getOldestPendingAgeSeconds()).isEqualTo(61.5);
    assertThat(bean.getDelivered()).isEqualTo(1);
    assertThat(bean.getDuplicatesAvoided()).isEqualTo(1);
    assertThat(bean.getEndToEndLatency().getCount()).isEqualTo(1);
    assertThat(bean.getEndToEndLatency().getMaxMillis()).isEqualTo(2000, within(20.0));
    assertThat(bean.getEvents()).isEqualTo(3);
    assertThat(bean.getPending()).isEqualTo(1);
    assertThat(bean.getSuccesses()).isEqualTo(1);
    assertThat(bean.getFailures()).isEqualTo(1);
    assertThat(bean.getErrors()).isEqualTo(1);
    assertThat(bean.getFiltered()).isEqualTo(1);
    assertThat(bean.getDropped()).isEqualTo(1);
    assertThat(bean.getStatuses()).isEqualTo(Map.of("200 OK", 1L, "503 Service Unavailable", 1L));
  }

  @Test
  void showsTheNodeAndItsJournal() throws JMException {
    NodeStats stats = new NodeStats(Ticker.systemTicker());
    stats.recordAppended();
    stats.recordEvent();
    stats.recordEvent();
    stats.recordUnmatched();
    stats.recordLost();
    JmxRegistrar registrar = registrar("run-1");
    registrar.registerNotifications(
        "1.2.3", NOW.minusMillis(1_500), new FakeConfiguration("ci", "scanner"), stats);
    registrar.registerJournal(EventLog.inMemory(1000, () -> Instant.EPOCH), stats);

    NotificationsMXBean node = bean("Notifications", NotificationsMXBean.class);
    JournalMXBean journal = bean("Journal", JournalMXBean.class);

    assertThat(node.getVersion()).isEqualTo("1.2.3");
    assertThat(node.getStartTime()).isEqualTo("2026-11-24T08:29:58.500Z");
    assertThat(node.getUptimeSeconds()).isEqualTo(1.5);
    assertThat(node.getConfiguration()).isEqualTo("notifications: {}\n");
    assertThat(node.getConfigurationFile()).isEqualTo("/etc/config.yml");
    assertThat(node.getConfigurationTime()).isEqualTo("2026-11-24T08:00:00Z");
    assertThat(node.getConfigurationProblems()).isEmpty();
    assertThat(node.reload()).containsExactly("something has changed");
    assertThat(node.getInstanceId()).isEqualTo("run-1");
    assertThat(node.getEndpoints()).containsExactly("ci", "scanner");
    assertThat(node.getEvents()).isEqualTo(2);
    assertThat(node.getUnmatched()).isEqualTo(1);
    assertThat(node.getLost()).isEqualTo(1);
    assertThat(journal.getType()).isEqualTo("memory");
    assertThat(journal.getMaxBytes()).isEqualTo(1000);
    assertThat(journal.getRecords()).isZero();
    assertThat(journal.getBytes()).isZero();
    assertThat(journal.getLastSequence()).isZero();
    assertThat(journal.getState()).isEqualTo("writing");
    assertThat(journal.getDamages()).isZero();
    assertThat(journal.getAppended()).isEqualTo(1);
    assertThat(journal.getLost()).isEqualTo(1);
    assertThat(journal.getSyncLatency().getCount()).isZero();
  }

  @Test
  void showsWhatWaitedBeforeTheStartAndWhatBecameOfIt() throws JMException {
    EndpointStats stats = new EndpointStats();
    FakeOperations operations = new FakeOperations();
    operations.keep(letter(7, "{}"));
    register("ci", "", stats, operations);
    stats.recordBacklog(10, false);
    stats.recordEvent();
    stats.recordDelivered(Duration.ZERO);
    stats.recordDropped(3);
    stats.recordDeadLettered();
    stats.recordReplayed();
    stats.recordReplayed();
    stats.recordReplayBegun();
    stats.recordLanes(4, 5, true);

    EndpointMXBean bean = bean("Endpoint,name=\"ci\"", EndpointMXBean.class);

    assertThat(bean.getPending()).isEqualTo(6);
    assertThat(bean.isPendingExact()).isFalse();
    assertThat(bean.getDropped()).isEqualTo(3);
    assertThat(bean.getDeadLettered()).isEqualTo(1);
    assertThat(bean.getDeadLetters()).isEqualTo(1);
    assertThat(bean.getReplayed()).isEqualTo(2);
    assertThat(bean.isReplaying()).isTrue();
    assertThat(bean.getInFlight()).isEqualTo(4);
    assertThat(bean.getParked()).isEqualTo(5);
    assertThat(bean.isWindowFull()).isTrue();
  }

  @Test
  void steersAnEndpoint() throws JMException {
    FakeOperations operations = new FakeOperations();
    register("ci", "", new EndpointStats(), operations);
    EndpointMXBean bean = bean("Endpoint,name=\"ci\"", EndpointMXBean.class);

    bean.pause();
    bean.resume();
    bean.retryNow();

    assertThat(bean.cancelReplay()).isFalse();
    assertThat(operations.orders()).containsExactly("pause", "resume", "retry", "cancel");
  }

  @Test
  void showsHowAPingEnded() throws JMException {
    register("ci", "", new EndpointStats(), new FakeOperations());

    AttemptView ping = bean("Endpoint,name=\"ci\"", EndpointMXBean.class).ping();

    assertThat(ping.isDelivered()).isTrue();
    assertThat(ping.getStatus()).isEqualTo(200);
    assertThat(ping.getDurationMillis()).isEqualTo(5);
    assertThat(ping.getSequence()).isZero();
  }

  @Test
  void tellsOperatorsWhyNothingCanBeSkipped() throws JMException {
    FakeOperations operations = new FakeOperations();
    register("ci", "", new EndpointStats(), operations);
    EndpointMXBean bean = bean("Endpoint,name=\"ci\"", EndpointMXBean.class);

    assertThatThrownBy(bean::skip)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("Could not skip: nothing is pending");
    operations.keep(letter(7, "{}"));
    assertThat(bean.skip()).isEqualTo(7);
  }

  @Test
  void showsTheLatestAttempts() throws JMException {
    EndpointStats stats = new EndpointStats();
    register("ci", "", stats, new FakeOperations());
    EndpointMXBean bean = bean("Endpoint,name=\"ci\"", EndpointMXBean.class);
    assertThat(bean.getLastSuccess()).isEmpty();
    assertThat(bean.getLastFailure()).isEmpty();
    assertThat(bean.getLastFailureReason()).isEmpty();

    stats.attempts().record(TestAttempts.failed(1));
    stats.attempts().record(TestAttempts.deliveredBatch(1, 3));

    assertThat(bean.getRetried()).isEqualTo(2);
    assertThat(bean.getBatches()).isEqualTo(1);
    assertThat(bean.getBytes()).isEqualTo(1000);
    assertThat(bean.getLastSuccess()).isEqualTo("2026-11-24T08:30:00Z");
    assertThat(bean.getLastFailure()).isEqualTo("2026-11-24T08:30:00Z");
    assertThat(bean.getLastFailureReason()).isEqualTo("it answered 503");
    assertThat(bean.getDeliveryLatency().getCount()).isEqualTo(1);
    assertThat(bean.listAttempts(1)).hasSize(1);
    AttemptView failed = bean.listAttempts(10).get(1);
    assertThat(failed.getTime()).isEqualTo("2026-11-24T08:30:00Z");
    assertThat(failed.getDeliveryId()).isEqualTo("id-1");
    assertThat(failed.getEvents()).isEqualTo(1);
    assertThat(failed.getAction()).isEqualTo("push");
    assertThat(failed.getRepository()).isEqualTo("team/app");
    assertThat(failed.getTag()).isEqualTo("v1");
    assertThat(failed.getOutcome()).isEqualTo("it answered 503");
  }

  @Test
  void putsItsInstanceIntoANameThatAnotherPluginTakesMeanwhile() throws JMException {
    JmxRegistrar registrar = registrar("run-1");
    registrar.registerEndpoint(
        "ci", () -> "http://one/", new EndpointStats(), new FakeOperations());
    JmxRegistrar other = registrar("run-2");
    server.unregisterMBean(new ObjectName(DOMAIN + "\"ci\""));
    other.registerEndpoint("ci", () -> "http://two/", new EndpointStats(), new FakeOperations());

    registrar.registerEndpoint(
        "ci", () -> "http://three/", new EndpointStats(), new FakeOperations());

    String third = "Endpoint,name=\"ci\",instance=\"run-1\"";
    assertThat(bean("Endpoint,name=\"ci\"", EndpointMXBean.class).getUrl())
        .isEqualTo("http://two/");
    assertThat(bean(third, EndpointMXBean.class).getUrl()).isEqualTo("http://three/");
  }

  @Test
  void emitsWhatIsAnnounced() throws JMException {
    EndpointStats stats = new EndpointStats();
    BlockingQueue<Notification> heard = new LinkedBlockingQueue<>();
    register("ci", "", stats, new FakeOperations());
    ObjectName name = new ObjectName("dev.registrynotifications:type=Endpoint,name=\"ci\"");
    server.addNotificationListener(
        name, (notification, unused) -> heard.add(notification), null, null);

    stats.announcements().announce(EndpointMXBean.OPENED, "Endpoint ci is backing off");

    Notification notification = await().atMost(DEADLINE).until(heard::poll, Objects::nonNull);
    assertThat(notification.getType()).isEqualTo("dev.registrynotifications.breaker.opened");
    assertThat(notification.getMessage()).isEqualTo("Endpoint ci is backing off");
    assertThat(notification.getSource()).isEqualTo(name);
    assertThat(server.getMBeanInfo(name).getNotifications()[0].getNotifTypes())
        .containsExactlyInAnyOrder(
            EndpointMXBean.OPENED,
            EndpointMXBean.CLOSED,
            EndpointMXBean.PAUSED,
            EndpointMXBean.RESUMED,
            EndpointMXBean.DEAD_LETTERED,
            EndpointMXBean.DROPPED);
  }

  @Test
  void replaysFromASequenceOrATime() throws JMException {
    FakeOperations operations = new FakeOperations();
    FakeOperations others = new FakeOperations();
    JmxRegistrar registrar = registrar("run-1");
    registrar.registerEndpoint("ci", () -> "", new EndpointStats(), operations);
    registrar.registerEndpoint("scanner", () -> "", new EndpointStats(), others);

    bean("Endpoint,name=\"ci\"", EndpointMXBean.class).replayFrom(42);
    bean("Endpoint,name=\"scanner\"", EndpointMXBean.class).replaySince("2026-11-24T08:30:00Z");

    assertThat(operations.replays()).containsExactly(new ReplayStart.AtSequence(42));
    assertThat(others.replays())
        .containsExactly(new ReplayStart.Since(Instant.parse("2026-11-24T08:30:00Z")));
  }

  @Test
  void tellsOperatorsWhyAReplayIsRefused() throws JMException {
    register("ci", "", new EndpointStats(), new FakeOperations());
    EndpointMXBean bean = bean("Endpoint,name=\"ci\"", EndpointMXBean.class);
    bean.replayFrom(1);

    assertThatThrownBy(() -> bean.replayFrom(1))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("a replay is under way");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "yesterday", "2026-11-24", "2026-11-24 08:30:00", "1764000000"})
  void saysHowToWriteATime(String time) throws JMException {
    FakeOperations operations = new FakeOperations();
    register("ci", "", new EndpointStats(), operations);
    EndpointMXBean bean = bean("Endpoint,name=\"ci\"", EndpointMXBean.class);

    assertThatThrownBy(() -> bean.replaySince(time))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("\"" + time + "\" is no time; write it as in 2026-11-24T08:30:00Z");
    assertThat(operations.replays()).isEmpty();
  }

  @Test
  void listsDeadLetters() throws JMException {
    FakeOperations operations = new FakeOperations();
    operations.keep(letter(7, "{\"id\": \"é\"}"));
    operations.keep(letter(9, "{}"));
    register("ci", "", new EndpointStats(), operations);
    EndpointMXBean bean = bean("Endpoint,name=\"ci\"", EndpointMXBean.class);

    List<DeadLetterView> letters = bean.listDeadLetters(1);

    assertThat(letters).hasSize(1);
    DeadLetterView letter = letters.get(0);
    assertThat(letter.getSequence()).isEqualTo(7);
    assertThat(letter.getAction()).isEqualTo("push");
    assertThat(letter.getRepository()).isEqualTo("team/app");
    assertThat(letter.getTag()).isEqualTo("v1");
    assertThat(letter.getEvent()).isEqualTo("{\"id\": \"é\"}");
    assertThat(letter.getTime()).isEqualTo("2026-11-24T08:30:00Z");
    assertThat(letter.getAttempts()).isEqualTo(3);
    assertThat(letter.getLastStatus()).isEqualTo(422);
    assertThat(letter.getReason()).isEqualTo("it answered 422");
    assertThat(bean.listDeadLetters(10)).hasSize(2);
    assertThat(bean.findDeadLetter(9)).extracting(DeadLetterView::getSequence).isEqualTo(9L);
    assertThat(bean.findDeadLetter(1)).isNull();
  }

  @Test
  void showsDeadLettersToToolsThatKnowNoClassOfOurs() throws JMException {
    FakeOperations operations = new FakeOperations();
    operations.keep(letter(7, "{}"));
    register("ci", "", new EndpointStats(), operations);

    Object listed =
        server.invoke(
            new ObjectName("dev.registrynotifications:type=Endpoint,name=\"ci\""),
            "listDeadLetters",
            new Object[] {10},
            new String[] {"int"});

    assertThat(listed).isInstanceOf(CompositeData[].class);
    CompositeData letter = ((CompositeData[]) listed)[0];
    assertThat(letter.getCompositeType().keySet())
        .containsExactlyInAnyOrder(
            "sequence",
            "action",
            "repository",
            "tag",
            "event",
            "time",
            "attempts",
            "lastStatus",
            "reason");
    assertThat(letter.get("sequence")).isEqualTo(7L);
  }

  @Test
  void redrivesAndPurgesDeadLetters() throws JMException {
    FakeOperations operations = new FakeOperations();
    operations.keep(letter(7, "{}"));
    operations.keep(letter(9, "{}"));
    register("ci", "", new EndpointStats(), operations);
    EndpointMXBean bean = bean("Endpoint,name=\"ci\"", EndpointMXBean.class);

    assertThat(bean.redriveDeadLetter(9)).isTrue();
    assertThat(bean.redriveDeadLetter(1)).isFalse();
    assertThat(operations.redriven()).containsExactly(9L, 1L);
    assertThat(bean.redriveDeadLetters()).isEqualTo(2);
    assertThat(operations.redriven()).containsExactly(9L, 1L, 7L, 9L);

    assertThat(bean.purgeDeadLetters()).isEqualTo(2);
    assertThat(bean.getDeadLetters()).isZero();
  }

  @Test
  void showsAJournalInTrouble() throws JMException {
    EventLog log = mock(EventLog.class);
    when(log.status())
        .thenReturn(
            new LogStatus(
                "file",
                "log-1",
                Optional.of("no space left"),
                new LogStatus.Contents(100, 2000, 3000, 5, 104, 2, 7),
                3,
                new Latencies(
                    8,
                    Duration.ofMillis(1),
                    Duration.ofMillis(2),
                    Duration.ofMillis(3),
                    Duration.ofMillis(4))));
    registrar("run-1").registerJournal(log, new NodeStats(Ticker.systemTicker()));

    JournalMXBean journal = bean("Journal", JournalMXBean.class);

    assertThat(journal.getType()).isEqualTo("file");
    assertThat(journal.getLogId()).isEqualTo("log-1");
    assertThat(journal.getState()).isEqualTo("buffering: no space left");
    assertThat(journal.getRecords()).isEqualTo(100);
    assertThat(journal.getBytes()).isEqualTo(2000);
    assertThat(journal.getMaxBytes()).isEqualTo(3000);
    assertThat(journal.getFirstSequence()).isEqualTo(5);
    assertThat(journal.getLastSequence()).isEqualTo(104);
    assertThat(journal.getSegments()).isEqualTo(2);
    assertThat(journal.getBuffered()).isEqualTo(7);
    assertThat(journal.getDamages()).isEqualTo(3);
    assertThat(journal.getSyncLatency().getCount()).isEqualTo(8);
    assertThat(journal.getSyncLatency().getP50Millis()).isEqualTo(1);
    assertThat(journal.getSyncLatency().getP95Millis()).isEqualTo(2);
    assertThat(journal.getSyncLatency().getP99Millis()).isEqualTo(3);
    assertThat(journal.getSyncLatency().getMaxMillis()).isEqualTo(4);
  }

  @Test
  void takesAnyEndpointName() throws JMException {
    String name = "a/b:c*d,e=f\"g?h";

    register(name, "", new EndpointStats(), new FakeOperations());

    assertThat(bean("Endpoint,name=" + ObjectName.quote(name), EndpointMXBean.class).getName())
        .isEqualTo(name);
  }

  @Test
  void tellsASecondPluginOfTheSameProcessFromTheFirst() throws JMException {
    JmxRegistrar first = registrar("run-1");
    JmxRegistrar second = registrar("run-2");
    first.registerEndpoint("ci", () -> "http://first/", new EndpointStats(), new FakeOperations());
    second.registerEndpoint(
        "ci", () -> "http://second/", new EndpointStats(), new FakeOperations());

    assertThat(bean("Endpoint,name=\"ci\"", EndpointMXBean.class).getUrl())
        .isEqualTo("http://first/");
    assertThat(bean("Endpoint,name=\"ci\",instance=\"run-2\"", EndpointMXBean.class).getUrl())
        .isEqualTo("http://second/");
  }

  @Test
  void putsTheInstanceIntoAllNamesOfASecondPlugin() throws JMException {
    JmxRegistrar first = registrar("run-1");
    JmxRegistrar second = registrar("run-2");
    NodeStats stats = new NodeStats(Ticker.systemTicker());
    first.registerNotifications("1", NOW, new FakeConfiguration(), stats);
    second.registerNotifications("1", NOW, new FakeConfiguration("ci"), stats);

    second.registerEndpoint(
        "ci", () -> "http://second/", new EndpointStats(), new FakeOperations());
    first.registerEndpoint("ci", () -> "http://first/", new EndpointStats(), new FakeOperations());

    assertThat(bean("Endpoint,name=\"ci\"", EndpointMXBean.class).getUrl())
        .isEqualTo("http://first/");
    assertThat(bean("Endpoint,name=\"ci\",instance=\"run-2\"", EndpointMXBean.class).getUrl())
        .isEqualTo("http://second/");
  }

  @Test
  void saysWhyAReloadIsRefused() throws JMException {
    FakeConfiguration mistaken = new FakeConfiguration(List.of(), "1. config.yml:3:1: no");
    registrar("run-1")
        .registerNotifications("1", NOW, mistaken, new NodeStats(Ticker.systemTicker()));
    NotificationsMXBean node = bean("Notifications", NotificationsMXBean.class);

    assertThat(node.getConfigurationProblems()).isEqualTo("1. config.yml:3:1: no");
    assertThatThrownBy(node::reload)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("1. config.yml:3:1: no");
  }

  @Test
  void takesAwayOneEndpointAndLeavesTheOthers() throws JMException {
    JmxRegistrar registrar = registrar("run-1");
    registrar.registerEndpoint("ci", () -> "", new EndpointStats(), new FakeOperations());
    registrar.registerEndpoint("ci?", () -> "", new EndpointStats(), new FakeOperations());

    registrar.unregisterEndpoint("ci?");

    assertThat(server.isRegistered(new ObjectName(DOMAIN + ObjectName.quote("ci?")))).isFalse();
    assertThat(bean("Endpoint,name=\"ci\"", EndpointMXBean.class).getName()).isEqualTo("ci");
  }

  @Test
  void leavesNothingBehind() throws JMException {
    int before = server.getMBeanCount();
    JmxRegistrar registrar = registrar("run-1");
    registrar.registerEndpoint("ci", () -> "", new EndpointStats(), new FakeOperations());
    registrar.registerJournal(
        EventLog.inMemory(1, () -> Instant.EPOCH), new NodeStats(Ticker.systemTicker()));

    registrar.close();

    assertThat(server.getMBeanCount()).isEqualTo(before);
  }

  private JmxRegistrar registrar(String instance) {
    return new JmxRegistrar(server, instance, CLOCK);
  }

  private void register(
      String name, String url, EndpointStats stats, EndpointOperations operations) {
    registrar("run-1").registerEndpoint(name, () -> url, stats, operations);
  }

  private static DeadLetter letter(long sequence, String event) {
    EventKey key = new EventKey(Action.PUSH, "application/x", "team/app", "v1");
    return new DeadLetter(
        new LoggedEvent(sequence, 0, Instant.EPOCH, key, event.getBytes(UTF_8)),
        Instant.parse("2026-11-24T08:30:00Z"),
        3,
        422,
        "it answered 422");
  }

  private <T> T bean(String keys, Class<T> type) throws JMException {
    ObjectName name = new ObjectName("dev.registrynotifications:type=" + keys);
    assertThat(server.isRegistered(name)).isTrue();
    return JMX.newMXBeanProxy(server, name, type);
  }
}
