package dev.registrynotifications.plugin;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.registrynotifications.event.ActorRecord;
import dev.registrynotifications.event.RequestRecord;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a request looks like to the client, proxies in between believed: for servers that make
 * {@link RequestContext}s. It reads the headers as distribution does.
 *
 * @param headers the first value of each of the request's headers, a character for each byte, by
 *     its name in any case; null if there is none
 * @param scheme {@code http} or {@code https}, as the server has it
 * @param contextPath where in the server the registry is: empty, or with a slash at its beginning
 *     and none at its end
 * @param peer the other end of the connection: an IP address
 * @param peerPort its port
 * @param localPort the server's end of the connection
 */
public record ForwardedRequest(
    Function<String, @Nullable String> headers,
    String scheme,
    String contextPath,
    String peer,
    int peerPort,
    int localPort) {

  private static final String OCTET = "(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
  private static final Pattern IPV4 = Pattern.compile(OCTET + "(?:\\." + OCTET + "){3}");
  private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F:][0-9a-fA-F:.]*");

  /**
   * Describes the request.
   *
   * @param id names it
   * @param method the HTTP method
   * @param actor the authenticated user
   */
  public RequestContext toContext(String id, String method, ActorRecord actor) {
    String host = headers.apply("Host");
    RequestRecord request = new RequestRecord(id, clientAddress(), host, method, userAgent());
    return new RequestContext(request, actor, baseUrl());
  }

  /**
   * The first in {@code X-Forwarded-For}, if it is an address, else {@code X-Real-Ip}, else the
   * peer's, with its port.
   */
  String clientAddress() {
    return Stream.of("X-Forwarded-For", "X-Real-Ip")
        .flatMap(name -> header(name).stream())
        .flatMap(value -> firstAddress(value).stream())
        .findFirst()
        .orElseGet(this::peerAddress);
  }

  /**
   * The registry's root, ending in a slash: by {@code Forwarded}; where that is missing, by {@code
   * X-Forwarded-Proto} and {@code X-Forwarded-Host}; else by {@code Host}, else the server's port
   * on this machine.
   */
  URI baseUrl() {
    String host = header("Host").orElse("");
    return root(
            forwarded("proto", "X-Forwarded-Proto", scheme),
            forwarded("host", "X-Forwarded-Host", host))
        .or(() -> root(scheme, host))
        .orElseGet(() -> URI.create("http://127.0.0.1:" + localPort + contextPath + "/"));
  }

  /** Servers make a character of each byte of a header; clients mean UTF-8, if anything. */
  private String userAgent() {
    return header("User-Agent")
        .map(bytes -> new String(bytes.getBytes(ISO_8859_1), UTF_8))
        .orElse("");
  }

  private Optional<String> header(String name) {
    return Optional.ofNullable(headers.apply(name));
  }

  /** By the standard's header alone, if there is one. */
  private String forwarded(String parameter, String otherHeader, String otherwise) {
    return header("Forwarded")
        .map(standard -> Optional.ofNullable(ForwardedHeader.of(standard).get(parameter)))
        .orElseGet(() -> first(otherHeader))
        .orElse(otherwise);
  }

  /** Every proxy adds its own to the list: the first one is nearest to the client. */
  private Optional<String> first(String name) {
    return header(name)
        .map(value -> value.split(",", 2)[0].strip())
        .filter(value -> !value.isEmpty());
  }

  private Optional<URI> root(String rootScheme, String host) {
    try {
      URI root = new URI(rootScheme + "://" + host + contextPath + "/");
      return root.getRawAuthority() != null && root.getRawPath().equals(contextPath + "/")
          ? Optional.of(root)
          : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  /** Empty if the first isn't one: those after it are of proxies. */
  private static Optional<String> firstAddress(String header) {
    return Optional.of(header.split(",", 2)[0].strip()).filter(ForwardedRequest::isAddress);
  }

  private String peerAddress() {
    String host = peer.contains(":") && !peer.startsWith("[") ? "[" + peer + "]" : peer;
    return host + ":" + peerPort;
  }

  private static boolean isAddress(String text) {
    return IPV4.matcher(text).matches()
        || (text.contains(":") && IPV6.matcher(text).matches() && isIpv6(text));
  }

  /** A text with a colon that begins like an address is never looked up in the DNS. */
  private static boolean isIpv6(String text) {
    try {
      InetAddress.getByName(text);
      return true;
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
