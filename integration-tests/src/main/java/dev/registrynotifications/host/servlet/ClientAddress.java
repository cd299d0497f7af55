package dev.registrynotifications.host.servlet;

import dev.registrynotifications.host.http.HeaderNames;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds out where a request comes from, as distribution does: proxies are believed. */
final class ClientAddress {

  private static final String OCTET = "(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
  private static final Pattern IPV4 = Pattern.compile(OCTET + "(?:\\." + OCTET + "){3}");
  private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

  private ClientAddress() {}

  /** The first address of a proxy's header, else the peer's, with its port. */
  static String of(HttpServletRequest request) {
    return Stream.of(HeaderNames.X_FORWARDED_FOR, HeaderNames.X_REAL_IP)
        .map(request::getHeader)
        .flatMap(Stream::ofNullable)
        .flatMap(header -> firstAddress(header).stream())
        .findFirst()
        .orElseGet(() -> peer(request));
  }

  static Optional<String> firstAddress(String header) {
    return Arrays.stream(header.split(","))
        .map(String::strip)
        .filter(ClientAddress::isAddress)
        .findFirst();
  }

  private static String peer(HttpServletRequest request) {
    String address = request.getRemoteAddr();
    String host = address.contains(":") && !address.startsWith("[") ? "[" + address + "]" : address;
    return host + ":" + request.getRemotePort();
  }

  private static boolean isAddress(String text) {
    return IPV4.matcher(text).matches() || (IPV6.matcher(text).matches() && isIpv6(text));
  }

  /** A text with a colon is never looked up in the DNS. */
  private static boolean isIpv6(String text) {
    try {
      InetAddress.getByName(text);
      return true;
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
