package dev.registrynotifications.cli.letters;

import dev.registrynotifications.cli.text.Amount;
import dev.registrynotifications.cli.text.Terminal;
import dev.registrynotifications.cli.waiting.Resting;
import dev.registrynotifications.cli.waiting.Waiting;
import dev.registrynotifications.management.EndpointMXBean;
import dev.registrynotifications.management.NotificationsMXBean;

/**
 * Waits for dead letters that are sent again, as long as something comes of it: an endpoint that is
 * paused sends none, and one that is made anew by another configuration doesn't know of the order.
 */
final class RedriveWait {

  private static final int UNDELIVERED = 1;

  private final NotificationsMXBean notifications;
  private final EndpointMXBean endpoint;
  private final OpenLetters open;
  private final String configurationTime;
  private final Resting resting;
  private String trouble = "";

  /** Begins before the order is given. */
  RedriveWait(NotificationsMXBean notifications, EndpointMXBean endpoint, OpenLetters open) {
    this.notifications = notifications;
    this.endpoint = endpoint;
    this.open = open;
    this.configurationTime = notifications.getConfigurationTime();
    this.resting = new Resting(endpoint);
  }

  /**
   * Waits, and prints what became of them.
   *
   * @param count how many there are, of which not all may be watched
   * @return the command's code: whether all of them are delivered
   */
  int await(int count, Terminal terminal, Waiting waiting) throws InterruptedException {
    boolean ended = waiting.until(this::isOver, this::progress);
    open.lookAtAll();
    String waitingStill = open.waiting() == 0 ? "" : ", " + open.waiting() + " still to come";
    terminal.print(
        open.delivered() + " delivered, " + open.refused() + " refused again" + waitingStill + ".");
    boolean all = open.watched() >= count;
    if (!all) {
      terminal.tell(
          "Only the oldest %s were watched; list tells what is left of the others"
              .formatted(Amount.count(open.watched(), "dead letter")));
    }
    if (open.waiting() > 0 && !trouble.isEmpty()) {
      terminal.tell(trouble);
    }
    return ended && all && open.waiting() == 0 && open.refused() == 0 ? 0 : UNDELIVERED;
  }

  private String progress() {
    String still = open.waiting() + " still to come";
    return resting.state().equals("backing off")
        ? still + "; " + endpoint.getName() + " is backing off"
        : still;
  }

  private boolean isOver() {
    trouble = trouble();
    return open.isSettled() || !trouble.isEmpty();
  }

  /** Why nothing comes of waiting; empty if something may. */
  private String trouble() {
    if (resting.isAtRest()) {
      return "%s is %s: nothing is sent to it before it goes on"
          .formatted(endpoint.getName(), resting.state());
    }
    return notifications.getConfigurationTime().equals(configurationTime)
        ? ""
        : "The configuration has changed meanwhile, which may have undone this: redrive what is still"
            + " to come; what is on its way is sent once all the same";
  }
}
