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
    List<Arrival> underWay = new ArrayList<>();
    List<Arrival> others = new ArrayList<>();
    Set<Integer> lastOfLives = lastOfLives();
    Map<String, Integer> latest = new HashMap<>();
    for (int i = 0; i < arrivals.size(); i++) {
      Arrival arrival = arrivals.get(i);
      Integer before = latest.put(arrival.id(), i);
      if (before != null && arrivals.get(before).isAccepted()) {
        (lastOfLives.contains(before) ? underWay : others).add(arrival);
      }
    }
    return new Repeats(underWay, others);
  }

  private Set<Integer> lastOfLives() {
    Map<String, Integer> last = new HashMap<>();
    for (int i = 0; i < arrivals.size(); i++) {
      last.put(arrivals.get(i).life(), i);
    }
    return Set.copyOf(last.values());
  }

  /**
   * Posts of what had been accepted when it came last; one that was refused may come again.
   *
   * @param underWay when that was the last post before a kill: the answer can have been missed
   * @param others when that sender posted something else after it: it had its answer
   */
  record Repeats(List<Arrival> underWay, List<Arrival> others) {}

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
