package dev.registrynotifications.endpoint.guard;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Tells a host's addresses. */
@FunctionalInterface
public interface Resolver {

  /** All addresses of a name, or the one that it is. May wait for the network. */
  InetAddress[] resolve(String host) throws UnknownHostException;
}
