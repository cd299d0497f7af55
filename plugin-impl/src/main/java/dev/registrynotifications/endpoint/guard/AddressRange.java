package dev.registrynotifications.endpoint.guard;

import com.google.common.net.InetAddresses;
import com.google.common.primitives.Ints;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Addresses with a common beginning that aren't for everybody on the internet (RFC 6890, and what
 * the IANA registered since).
 *
 * <p>A table, because {@code InetAddress.isSiteLocalAddress} and its like know neither unique local
 * nor shared addresses, and nothing of IPv4 inside of IPv6.
 *
 * @param kind what they are, for people
 * @param first the first of them
 * @param bits how many bits are common
 */
record AddressRange(String kind, InetAddress first, int bits) {

  private static final List<AddressRange> NOT_PUBLIC =
      List.of(
          range("unspecified", "0.0.0.0", 8),
          range("private", "10.0.0.0", 8),
          range("a carrier's", "100.64.0.0", 10),
          range("loopback", "127.0.0.0", 8),
          range("link-local", "169.254.0.0", 16),
          range("private", "172.16.0.0", 12),
          range("reserved", "192.0.0.0", 24),
          range("private", "192.168.0.0", 16),
          range("reserved", "198.18.0.0", 15),
          range("multicast", "224.0.0.0", 4),
          range("reserved", "240.0.0.0", 4),
          range("unspecified", "::", 128),
          range("loopback", "::1", 128),
          range("reserved", "64:ff9b:1::", 48),
          range("private", "fc00::", 7),
          range("link-local", "fe80::", 10),
          range("private", "fec0::", 10),
          range("multicast", "ff00::", 8));

  /** IPv4-mapped and -compatible ones, and those of NAT64: the last four bytes are of IPv4. */
  private static final List<AddressRange> ENDING_WITH_IPV4 =
      List.of(range("IPv4", "::", 80), range("IPv4", "64:ff9b::", 96));

  private static AddressRange range(String kind, String first, int bits) {
    return new AddressRange(kind, InetAddresses.forString(first), bits);
  }

  /** The range of an address that isn't public; empty for one that is. */
  static Optional<AddressRange> notPublic(InetAddress address) {
    return NOT_PUBLIC.stream()
        .filter(range -> range.contains(address))
        .findFirst()
        .or(() -> ipv4Inside(address).flatMap(AddressRange::notPublic));
  }

  private static Optional<InetAddress> ipv4Inside(InetAddress address) {
    if (!(address instanceof Inet6Address outside)) {
      return Optional.empty();
    }
    if (ENDING_WITH_IPV4.stream().anyMatch(range -> range.contains(outside))) {
      byte[] last = Arrays.copyOfRange(outside.getAddress(), 12, 16);
      return Optional.of(InetAddresses.fromInteger(Ints.fromByteArray(last)));
    }
    return InetAddresses.hasEmbeddedIPv4ClientAddress(outside)
        ? Optional.of(InetAddresses.getEmbeddedIPv4ClientAddress(outside))
        : Optional.empty();
  }

  boolean contains(InetAddress address) {
    byte[] mine = first.getAddress();
    byte[] its = address.getAddress();
    return mine.length == its.length && commonBits(mine, its) >= bits;
  }

  private static int commonBits(byte[] one, byte[] other) {
    int index = Arrays.mismatch(one, other);
    if (index < 0) {
      return one.length * Byte.SIZE;
    }
    int difference = (one[index] ^ other[index]) & 0xff;
    return index * Byte.SIZE + Integer.numberOfLeadingZeros(difference) - 24;
  }
}
