package dev.registrynotifications.journal;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import dev.registrynotifications.journal.Arrival.What;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Looks for what may not be in the account of a webhook that has one request at a time.
 *
 * @param arrivals all that came, in order
 */
record Account(List<Arrival> arrivals) {

  Account {
    arrivals = List.copyOf(arrivals);
  }

  /** What of that wasn't accepted. */
  Set<What> missing(List<What> events) {
    Set<What> missing = new LinkedHashSet<>(events);
    arrivals.stream().filter(Arrival::isAccepted).map(Arrival::event).forEach(missing::remove);
    return missing;
  }

  /** What came with more than one id, each of which is an event to a receiver. */
  Set<What> withSeveralIds() {
    return several(Arrival::event, Arrival::id);
  }

  /** Ids of which not all posts had the same bytes, or the same place in the journal. */
  Set<String> withSeveralBodies() {
    Set<String> several = several(Arrival::id, arrival -> arrival.post().body());
    several.addAll(several(Arrival::id, Arrival::sequence));
    return several;
  }

  private <K> Set<K> several(Function<Arrival, K> key, Function<Arrival, Object> value) {
    Map<K, Set<Object>> values =
        arrivals.stream().collect(groupingBy(key, mapping(value, toSet())));
    values.values().removeIf(set -> set.size() == 1);
    return new HashSet<>(values.keySet());
  }

  /** Events that came again although they had been accepted when they came last. */
  Repeats repeats() {
    List<Arrival> ofLast = new ArrayList<>();
    List<Arrival> ofOthers = new ArrayList<>();
    Map<String, Arrival> latest = new HashMap<>();
    String lastAccepted = "";
    for (Arrival arrival : arrivals) {
      Arrival before = latest.put(arrival.id(), arrival);
      if (before != null && before.isAccepted()) {
        (arrival.id().equals(lastAccepted) ? ofLast : ofOthers).add(arrival);
      }
      lastAccepted = arrival.isAccepted() ? arrival.id() : lastAccepted;
    }
    return new Repeats(ofLast, ofOthers);
  }

  /**
   * Posts of what had been accepted when it came last; one that was refused may come again.
   *
   * @param ofLast when nothing else was accepted in between: the sender can have missed the answer
   * @param ofOthers when something was: the sender had its answer
   */
  record Repeats(List<Arrival> ofLast, List<Arrival> ofOthers) {}

  /** Events whose first acceptance came before that of one that was asked for earlier. */
  List<What> outOfOrder(List<What> requested) {
    Map<What, Integer> places = new HashMap<>();
    requested.forEach(event -> places.put(event, places.size()));
    List<What> outOfOrder = new ArrayList<>();
    int last = -1;
    for (What event : firstAccepted()) {
      Integer place = places.get(event);
      if (place != null && place < last) {
        outOfOrder.add(event);
      }
      last = place == null ? last : Math.max(last, place);
    }
    return outOfOrder;
  }

  private Set<What> firstAccepted() {
    Set<What> first = new LinkedHashSet<>();
    arrivals.stream().filter(Arrival::isAccepted).map(Arrival::event).forEach(first::add);
    return first;
  }
}
