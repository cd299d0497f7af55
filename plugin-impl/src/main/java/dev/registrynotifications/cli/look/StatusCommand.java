package dev.registrynotifications.cli.look;

import dev.registrynotifications.cli.connect.Registry;
import dev.registrynotifications.cli.connect.RegistryConnector;
import dev.registrynotifications.cli.text.Amount;
import dev.registrynotifications.cli.text.Facts;
import dev.registrynotifications.cli.text.Json;
import dev.registrynotifications.cli.text.Moment;
import dev.registrynotifications.cli.text.OutputFormat;
import dev.registrynotifications.cli.text.Table;
import dev.registrynotifications.cli.text.Terminal;
import dev.registrynotifications.management.EndpointMXBean;
import dev.registrynotifications.management.JournalMXBean;
import dev.registrynotifications.management.NotificationsMXBean;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows how everything is. */
@Command(name = "status", description = "Show how the plugin, its journal and its endpoints are.")
final class StatusCommand implements Callable<Integer> {

  private final RegistryConnector connector;
  private final Terminal terminal;
  @Mixin private OutputFormat format = new OutputFormat();

  StatusCommand(RegistryConnector connector, Terminal terminal) {
    this.connector = connector;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    try (Registry registry = connector.connect()) {
      if (format.isJson()) {
        terminal.print(json(registry));
      } else {
        terminal.print(facts(registry.notifications(), registry.journal()));
        terminal.print("");
        terminal.print(table(registry.endpoints()));
      }
    }
    return 0;
  }

  private static Json json(Registry registry) {
    return Json.of(
        Map.of(
            "notifications", Json.ofBean(NotificationsMXBean.class, registry.notifications()),
            "journal", Json.ofBean(JournalMXBean.class, registry.journal()),
            "endpoints", EndpointsCommand.json(registry.endpoints())));
  }

  private static Facts facts(NotificationsMXBean notifications, JournalMXBean journal) {
    String uptime = Amount.seconds(notifications.getUptimeSeconds());
    return new Facts()
        .add("Version", notifications.getVersion())
        .add("Running for", uptime + ", since " + Moment.of(notifications.getStartTime()))
        .add("Events", events(notifications))
        .addIfAny("Configuration", ConfigCommand.warning(notifications))
        .add("Journal", journal(journal))
        .add("Journal state", journal.getState())
        .addIfAny("Journal losses", losses(journal));
  }

  private static String events(NotificationsMXBean notifications) {
    long unmatched = notifications.getUnmatched();
    return notifications.getEvents()
        + " since the start"
        + (unmatched == 0 ? "" : ", " + unmatched + " of them for no endpoint");
  }

  private static String journal(JournalMXBean journal) {
    return "%s, %s, sequences %d to %d, %s of %s"
        .formatted(
            journal.getType(),
            Amount.count(journal.getRecords(), "event"),
            journal.getFirstSequence(),
            journal.getLastSequence(),
            Amount.size(journal.getBytes()),
            Amount.size(journal.getMaxBytes()));
  }

  private static String losses(JournalMXBean journal) {
    return journal.getLost() == 0 && journal.getDamages() == 0
        ? ""
        : "%s lost, %s found"
            .formatted(
                Amount.count(journal.getLost(), "event"),
                Amount.count(journal.getDamages(), "damaged place"));
  }

  private static Table table(List<EndpointMXBean> endpoints) {
    Table table =
        new Table(
            "ENDPOINT",
            "STATE",
            "PENDING",
            "OLDEST",
            "DELIVERED",
            "FAILED",
            "DEAD",
            "LAST FAILURE");
    for (EndpointMXBean endpoint : endpoints) {
      table.row(
          endpoint.getName(),
          EndpointFacts.state(endpoint),
          endpoint.getPending(),
          oldest(endpoint),
          endpoint.getDelivered(),
          endpoint.getFailures() + endpoint.getErrors(),
          endpoint.getDeadLetters(),
          endpoint.getLastFailureReason());
    }
    return table;
  }

  private static String oldest(EndpointMXBean endpoint) {
    return endpoint.getPending() == 0 ? "" : Amount.seconds(endpoint.getOldestPendingAgeSeconds());
  }
}
