package dev.registrynotifications.endpoint.sockets;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What came to servers, and what they have said that they took. For any thread. */
final class Ledger {

  private final Queue<Request> received = new ConcurrentLinkedQueue<>();
  private final Queue<String> taken = new ConcurrentLinkedQueue<>();

  void receive(Request request) {
    received.add(request);
  }

  void take(Request request) {
    taken.addAll(request.ids());
  }

  List<Request> received() {
    return List.copyOf(received);
  }

  /** The ids of all events in requests that were answered with a 2xx. */
  List<String> taken() {
    return List.copyOf(taken);
  }
}
