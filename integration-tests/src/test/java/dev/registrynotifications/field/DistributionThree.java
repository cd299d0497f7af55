package dev.registrynotifications.field;

import com.fasterxml.jackson.databind.JsonNode;
import dev.registrynotifications.audience.Ledger;
import dev.registrynotifications.audience.Notice;
import dev.registrynotifications.audience.Program;
import dev.registrynotifications.audience.Reply;
import dev.registrynotifications.receiver.ReceivedPost;
import java.util.ArrayList;
import java.util.List;

/**
 * Was written for distribution 3: what events are about is a descriptor with all its members, in
 * the order of the image specification.
 */
record DistributionThree(Program next) implements Program {

  private static final List<String> MEMBERS = List.of("mediaType", "digest", "size");

  @Override
  public Reply take(ReceivedPost post, Ledger ledger) {
    for (JsonNode event : Notice.eventsIn(post)) {
      JsonNode target = event.path("target");
      List<JsonNode> descriptors = new ArrayList<>(List.of(target));
      target.path("references").forEach(descriptors::add);
      for (JsonNode descriptor : descriptors) {
        if (!isDescriptor(descriptor)) {
          return Reply.refusal(422, "no descriptor: " + descriptor);
        }
      }
    }
    return next.take(post, ledger);
  }

  private static boolean isDescriptor(JsonNode node) {
    List<String> names = new ArrayList<>();
    node.fieldNames().forEachRemaining(names::add);
    return names.size() >= MEMBERS.size()
        && names.subList(0, MEMBERS.size()).equals(MEMBERS)
        && node.path("size").isIntegralNumber();
  }
}
