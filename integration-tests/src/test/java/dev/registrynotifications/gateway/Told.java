package dev.registrynotifications.gateway;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.registrynotifications.captures.Outcome;
import dev.registrynotifications.captures.WebhookBody;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Makes events comparable: texts that are the same for each run, and for whoever tells. */
final class Told {

  private Told() {}

  /** One text an event, for events of which the order isn't known. */
  static List<String> inAnyOrder(List<WebhookBody> events) {
    return events.stream().map(event -> text(List.of(event))).toList();
  }

  /** One text for what one step did to one repository; the steps of a repository in order. */
  static List<String> inOrder(List<WebhookBody> events) {
    Map<String, List<WebhookBody>> byRepository =
        events.stream().collect(groupingBy(WebhookBody::repository, TreeMap::new, toList()));
    return byRepository.values().stream()
        .flatMap(told -> bySteps(told).stream())
        .map(Told::text)
        .toList();
  }

  private static List<List<WebhookBody>> bySteps(List<WebhookBody> events) {
    List<List<WebhookBody>> steps = new ArrayList<>();
    String last = "";
    for (WebhookBody event : events) {
      if (!event.userAgent().equals(last)) {
        steps.add(new ArrayList<>());
        last = event.userAgent();
      }
      steps.get(steps.size() - 1).add(event);
    }
    return steps;
  }

  private static String text(List<WebhookBody> events) {
    return Outcome.of(events.get(0).userAgent(), events).toString();
  }
}
