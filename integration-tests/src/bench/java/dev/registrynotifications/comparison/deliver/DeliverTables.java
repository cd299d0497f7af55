package dev.registrynotifications.comparison.deliver;

import dev.registrynotifications.bench.run.Spread;
import dev.registrynotifications.bench.run.Table;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/**
 * Prints the figures of all rounds.
 *
 * @param cases the figures of each case, by its name
 * @param ceilings those of bare sockets
 * @param exhausted names of cases that had nothing left to deliver before the time was over
 */
record DeliverTables(
    Map<String, List<Figures>> cases, Map<Ceiling, List<Figures>> ceilings, Set<String> exhausted) {

  void print(PrintStream out) {
    printCases(out);
    printSizes(out);
    printCeilings(out);
  }

  private void printCases(PrintStream out) {
    Table table =
        new Table(
            out,
            "Delivery of a backlog",
            List.of(
                "case",
                "events/s",
                "times its peer",
                "CPU, µs an event",
                "CPU, times its peer",
                "bytes allocated an event",
                "connections an event",
                "CPU of the receiver, µs an event"));
    for (Case each : Cases.all()) {
      List<Figures> rounds = figures(each.name());
      table.row(
          List.of(
              exhausted.contains(each.name())
                  ? each.name() + " (until its backlog was delivered, before the time was over)"
                  : each.name(),
              spread(rounds, Figures::perSecond),
              ratio(each, Figures::perSecond),
              spread(rounds, Figures::cpuMicros),
              ratio(each, Figures::cpuMicros),
              spread(rounds, Figures::allocatedAnEvent),
              spread(rounds, Figures::connectionsAnEvent),
              spread(rounds, Figures::receiverCpuMicros)));
    }
  }

  /** The peer itself has none. */
  private String ratio(Case of, ToDoubleFunction<Figures> figure) {
    return of.peer().equals(of.name())
        ? ""
        : Spread.ofRatios(figures(of.name()), figures(of.peer()), figure).print();
  }

  private void printSizes(PrintStream out) {
    Table table = new Table(out, "Bytes of the bodies", List.of("case", "bytes an event"));
    for (Case each : Cases.all()) {
      table.row(List.of(each.name(), spread(figures(each.name()), Figures::bytesAnEvent)));
    }
  }

  private void printCeilings(PrintStream out) {
    Table table =
        new Table(
            out,
            "What the receiver takes from bare sockets",
            List.of(
                "connections",
                "events a request",
                "requests/s",
                "events/s",
                "CPU of the receiver, µs an event"));
    for (Ceiling each : Ceiling.all()) {
      List<Figures> rounds = ceilings.getOrDefault(each, List.of());
      table.row(
          List.of(
              Integer.toString(each.connections()),
              Integer.toString(each.eventsPerRequest()),
              spread(rounds, Figures::requestsPerSecond),
              spread(rounds, Figures::perSecond),
              spread(rounds, Figures::receiverCpuMicros)));
    }
  }

  private List<Figures> figures(String name) {
    return cases.getOrDefault(name, List.of());
  }

  private static String spread(List<Figures> rounds, ToDoubleFunction<Figures> figure) {
    return Spread.of(rounds, figure).print();
  }
}
