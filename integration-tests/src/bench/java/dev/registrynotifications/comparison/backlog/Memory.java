package dev.registrynotifications.comparison.backlog;

import dev.registrynotifications.comparison.peer.Peer;
import dev.registrynotifications.comparison.peer.ProcessMemory;
import java.io.IOException;

/**
 * What a registry has of the memory.
 *
 * @param resident the resident set of its process, in bytes
 * @param liveHeap what is in use of its heap after a collection, in bytes; 0 if nobody can say
 */
record Memory(long resident, long liveHeap) {

  static Memory of(Peer peer) throws IOException {
    // The resident set comes first: a collection may change it.
    return new Memory(ProcessMemory.resident(peer.process()), peer.liveHeap().orElse(0));
  }
}
