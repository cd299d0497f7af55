package dev.registrynotifications.monitoring;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.registrynotifications.jmx.RemoteBeans;
import dev.registrynotifications.peers.Program;
import dev.registrynotifications.peers.RequiresProgram;
import dev.registrynotifications.receiver.Answer;
import dev.registrynotifications.receiver.Answers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What Prometheus gets from the exporter in a registry's JVM, while an endpoint fails, recovers,
 * gives an event up and is paused.
 */
class MetricsIT {

  private static final String CI = "ci";

  /** Has all that is quoted in object names. */
  private static final String ODD = "the \"odd\" * \\";

  private static final String DEAD_LETTERS = "registry_notifications_endpoint_dead_letters";
  private static final String DELIVERED = "registry_notifications_endpoint_delivered_total";
  private static final String IN_FLIGHT = "registry_notifications_endpoint_requests_in_flight";
  private static final String PENDING = "registry_notifications_pending_total";
  private static final int EVENTS = 5;

  @TempDir private static Path work;

  private static final CountingReceiver CI_RECEIVER = new CountingReceiver();
  private static final CountingReceiver ODD_RECEIVER = new CountingReceiver();
  private static MonitoredRegistry registry;
  private static Scrape first;
  private static Scrape failing;
  private static Scrape last;

  @BeforeAll
  static void letThingsHappen() throws Exception {
    registry =
        MonitoredRegistry.start(
            work,
            MonitoredRegistry.endpoint(CI, CI_RECEIVER),
            MonitoredRegistry.endpoint(ODD, ODD_RECEIVER));
    first = registry.scrape();
    registry.push("team/app", EVENTS - 2);
    registry.awaitScrape(scrape -> isDoneWith(EVENTS - 2, scrape));

    CI_RECEIVER.behave(Answers.always(Answer.status(500)));
    registry.push("team/app", 1);
    failing = registry.awaitScrape(scrape -> scrape.shows(CI, "backing off"));

    CI_RECEIVER.behave(post -> Answer.status(post.text().contains("\"poison/app\"") ? 422 : 200));
    registry.awaitScrape(
        scrape -> isDoneWith(EVENTS - 1, scrape) && scrape.shows(CI, "delivering"));

    registry.push("poison/app", 1);
    registry.awaitScrape(scrape -> isDoneWith(EVENTS, scrape) && is(1, DEAD_LETTERS, CI, scrape));
    try (RemoteBeans beans = registry.beans()) {
      beans.endpoint(ODD).pause();
    }
    last = registry.awaitScrape(scrape -> scrape.shows(ODD, "paused"));
  }

  @AfterAll
  static void clear() {
    if (registry != null) {
      registry.close();
    }
    CI_RECEIVER.close();
    ODD_RECEIVER.close();
  }

  @Test
  void countsWhatTheOriginalCounts() {
    for (String endpoint : List.of(CI, ODD)) {
      CountingReceiver receiver = endpoint.equals(CI) ? CI_RECEIVER : ODD_RECEIVER;
      int accepted = receiver.answered(200);
      assertThat(events("Events", endpoint, last)).hasValue(EVENTS);
      assertThat(events("Successes", endpoint, last)).hasValue(accepted);
      assertThat(events("Failures", endpoint, last)).hasValue(receiver.answered() - accepted);
      assertThat(events("Errors", endpoint, last)).hasValue(0);
      assertThat(last.ofEndpoint(endpoint, PENDING)).hasValue(0);
      assertThat(answers("200 OK", endpoint)).hasValue(accepted);
    }
    assertThat(answers("500 Internal Server Error", CI)).hasValue(CI_RECEIVER.answered(500));
    assertThat(answers("422 Unprocessable Entity", CI)).hasValue(3);
    assertThat(failing.ofEndpoint(CI, PENDING)).hasValue(1);
  }

  @Test
  void beginsAtZero() {
    for (String type : List.of("Events", "Successes", "Failures", "Errors")) {
      assertThat(events(type, CI, first)).hasValue(0);
    }
    assertThat(first.ofEndpoint(ODD, PENDING)).hasValue(0);
    assertThat(first.shows(CI, "delivering")).isTrue();
  }

  @Test
  void countsWhatTheOriginalDoesNot() {
    assertThat(last.ofEndpoint(CI, DELIVERED)).hasValue(EVENTS - 1);
    assertThat(last.ofEndpoint(ODD, DELIVERED)).hasValue(EVENTS);
    assertThat(last.ofEndpoint(CI, DEAD_LETTERS)).hasValue(1);
    assertThat(last.value("registry_notifications_node_events_total", Map.of())).hasValue(EVENTS);
    assertThat(last.value("registry_notifications_journal_appended_total", Map.of()))
        .hasValue(EVENTS);
    assertThat(last.value("registry_notifications_journal_writing", Map.of())).hasValue(1);
    assertThat(last.value("registry_notifications_configuration_refused", Map.of())).hasValue(0);
    assertThat(last.ofEndpoint(CI, "registry_notifications_endpoint_retried_total").orElse(0))
        .isPositive();
  }

  @Test
  void showsLatenciesInSeconds() {
    String latency = "registry_notifications_endpoint_end_to_end_latency_seconds";

    assertThat(last.samples(latency))
        .extracting(sample -> sample.labels().get("statistic"))
        .contains("p50", "p95", "p99", "max");
    assertThat(last.value(latency, Map.of("endpoint", ODD, "statistic", "max")).orElse(0))
        .isBetween(0.000_001, 60.0);
  }

  @Test
  void showsEveryMetricOfTheDashboardAndTheAlerts() throws Exception {
    for (String file : List.of(MonitoringFiles.DASHBOARD, MonitoringFiles.ALERTS)) {
      Set<String> metrics = MonitoringFiles.find("(registry_notifications_\\w+)", file);
      assertThat(metrics).hasSizeGreaterThan(10);
      assertThat(last.ours()).containsKeys(metrics.toArray(String[]::new));
    }
  }

  @Test
  void showsTheMetricsOfTheTableAndNoOthers() throws Exception {
    List<DocumentedMetric> table = MetricsTable.read();

    assertThat(table)
        .extracting(DocumentedMetric::name)
        .containsExactlyInAnyOrderElementsOf(last.ours().keySet());
    for (DocumentedMetric metric : table) {
      Family family = requireNonNull(last.families().get(metric.name()));
      assertThat(family.type()).as(metric.name()).isEqualTo(metric.type());
      assertThat(family.labels()).as(metric.name()).isEqualTo(metric.labels());
    }
  }

  @Test
  void tellsNoSecretAndNoAddress() {
    for (Scrape scrape : List.of(first, failing, last)) {
      assertThat(scrape.text())
          .doesNotContain(MonitoredRegistry.SECRET)
          .doesNotContain(CI_RECEIVER.uri().getAuthority());
    }
  }

  @Test
  @RequiresProgram(Program.PROMTOOL)
  void keepsToPrometheusConventions() throws Exception {
    Promtool.Result result = new Promtool(work).run(last.text(), "check", "metrics");

    // 3 is for a metric of the agent's own that it finds fault with.
    assertThat(result.exitCode()).as("%s", result.output()).isIn(0, 3);
    assertThat(result.output()).noneMatch(line -> line.startsWith("registry_notifications_"));
  }

  /** Whether so many events have come, and none is waited for any more. */
  private static boolean isDoneWith(int count, Scrape scrape) {
    return Stream.of(CI, ODD)
        .allMatch(
            name ->
                events("Events", name, scrape).orElse(0) == count
                    && is(0, PENDING, name, scrape)
                    && is(0, IN_FLIGHT, name, scrape));
  }

  private static boolean is(int value, String metric, String endpoint, Scrape scrape) {
    return scrape.ofEndpoint(endpoint, metric).orElse(-1) == value;
  }

  private static OptionalDouble events(String type, String endpoint, Scrape scrape) {
    return scrape.value(
        "registry_notifications_events_total", Map.of("type", type, "endpoint", endpoint));
  }

  private static OptionalDouble answers(String code, String endpoint) {
    return last.value(
        "registry_notifications_status_total", Map.of("code", code, "endpoint", endpoint));
  }
}
