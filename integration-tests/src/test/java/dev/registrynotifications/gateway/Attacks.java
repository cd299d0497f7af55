package dev.registrynotifications.gateway;

import static dev.registrynotifications.gateway.Target.BLOB;
import static dev.registrynotifications.gateway.Target.MANIFEST;
import static dev.registrynotifications.gateway.Target.UPLOADS;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Requests that are wrong in themselves. */
final class Attacks {

  private static final String AGENT = "<name>";
  private static final String HEAD = "Host: localhost\r\nUser-Agent: " + AGENT + "\r\n";
  private static final String PUT = "PUT " + MANIFEST + " HTTP/1.1\r\n" + HEAD;
  private static final String DELETE =
      "DELETE " + Target.MANIFEST_BY_DIGEST + " HTTP/1.1\r\n" + HEAD + "\r\n";

  private static final List<Attack> PATHS =
      Stream.of(
              "GET /v2/hostile/app/manifests/%",
              "GET /v2/hostile/app/manifests/%zz",
              "GET /v2/hostile/app/manifests/%c3%28",
              "GET /v2/hostile/app/manifests/%00",
              "GET /v2/hostile/app/manifests/lat%u0065st",
              "GET /v2/hostile%2Fapp/manifests/latest",
              "GET /v2/hostile/app/manifests%2Flatest",
              "GET /v2/hostile/app/manifests/%6catest",
              "GET /v2/hostile/app/manifests/%256catest",
              "GET /v2/hostile/app/manifests/latest%3Bx=1",
              "GET /v2/hostile/app/manifests/latest;x=1",
              "GET /v2/hostile;x=1/app/manifests/latest",
              "GET /v2/hostile/app/manifests/latest?%",
              "GET /v2/hostile/app/manifests/latest#fragment",
              "GET /v2/hostile/app/manifests/latest/",
              "GET /v2//hostile/app/manifests/latest",
              "GET //v2/hostile/app/manifests/latest",
              "GET //localhost/v2/hostile/app/manifests/latest",
              "GET /v2/hostile//app/manifests/latest",
              "GET /v2/./hostile/app/manifests/latest",
              "GET /v2/hostile/app/../app/manifests/latest",
              "GET /v2/hostile/app/%2e%2e/app/manifests/latest",
              "GET /v2/hostile/app/..%2fapp/manifests/latest",
              "GET /v2/hostile/app/manifests/x/../latest",
              "GET /../../v2/hostile/app/manifests/latest",
              "GET /v2/hostile/app/manifests/..",
              "GET /v2/hostile\\app/manifests/latest",
              "GET /v2/h\u00f6stile/app/manifests/latest",
              "GET v2/hostile/app/manifests/latest",
              "GET http://other.example/v2/hostile/app/manifests/latest",
              "GET http://other.example:99/v2/hostile/app/blobs/" + Target.DIGEST,
              "GET http:///v2/hostile/app/manifests/latest",
              "GET ftp://other.example/v2/hostile/app/manifests/latest",
              "GET *",
              "OPTIONS *",
              "GET ?",
              "DELETE /v2/hostile/app/./manifests/" + Target.DIGEST,
              "DELETE //v2/hostile/app/blobs/" + Target.DIGEST,
              "DELETE /v2/hostile/app/manifests/latest",
              "POST " + UPLOADS + "?mount=%zz&from=hostile/app",
              "POST " + UPLOADS + "?mount=" + Target.DIGEST + "&from=%2e%2e",
              "POST " + UPLOADS + "?digest=" + Target.DIGEST + "&digest=%",
              "PUT " + UPLOADS + "%?digest=" + Target.DIGEST,
              "PUT " + UPLOADS + "../../x?digest=" + Target.DIGEST,
              "GET " + UPLOADS + "x".repeat(3_000),
              "GET /v2/" + "a".repeat(100_000) + "/manifests/latest",
              "GET /v2/" + "a/".repeat(20_000) + "manifests/latest",
              "GET /v2/hostile/app/manifests/latest?" + "q=1&".repeat(10_000))
          .map(Attack::asking)
          .toList();

  private static final List<Attack> METHODS =
      Stream.of(
              "BREW",
              "PROPFIND",
              "TRACE",
              "get",
              "Delete",
              "QUERY",
              "LINK",
              "M-SEARCH",
              "OPTIONS",
              "PATCH",
              "POST",
              "G\u00cbT",
              "(GET)",
              "X".repeat(10_000))
          .map(method -> Attack.asking(method + " " + MANIFEST))
          .toList();

  private static final List<Attack> HEADERS =
      List.of(
          get("no host", ""),
          get("two hosts", "Host: localhost\r\nHost: other.example\r\n"),
          get("a host that is none", "Host: a b/c?d\r\n"),
          get("a long header", HEAD + "X-Long: " + "x".repeat(100_000) + "\r\n"),
          get("10,000 headers", HEAD + "X: y\r\n".repeat(10_000)),
          get("1,000 headers", HEAD + "X: y\r\n".repeat(1_000)),
          get("a long user agent", "Host: localhost\r\nUser-Agent: " + "u".repeat(20_000) + "\r\n"),
          get("a header without a colon", HEAD + "nonsense\r\n"),
          get("a header without a name", HEAD + ": nonsense\r\n"),
          get("a header on two lines", HEAD + "X-Folded: a\r\n b\r\n"),
          get("a header with a zero", HEAD + "X-Zero: a\0b\r\n"),
          get("a header with a bare line break", HEAD + "X-Bare: a\nX-More: b\r\n"),
          get("bytes that are no UTF-8", "Host: localhost\r\nUser-Agent: \u00ff\u00fe\r\n"),
          get("many addresses", HEAD + "X-Forwarded-For: " + "1.1.1.1,".repeat(5_000) + "\r\n"),
          get("a protocol that breaks URLs", HEAD + "X-Forwarded-Proto: ://\r\n"),
          get("many ranges", HEAD + "Range: bytes=" + "0-1,".repeat(2_000) + "3-4\r\n"),
          get("a range of letters", HEAD + "Range: bytes=a-b\r\n"),
          get("an upgrade", HEAD + "Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\n"),
          get("an unknown expectation", HEAD + "Expect: the-spanish-inquisition\r\n"),
          get("a body that nobody wants", HEAD + "Content-Length: 5\r\n\r\nhello"));

  private static final List<Attack> BODIES =
      List.of(
          put("a negative length", "Content-Length: -1\r\n\r\n"),
          put("a length in words", "Content-Length: five\r\n\r\nhello"),
          put("a huge length", "Content-Length: 99999999999999999999\r\n\r\nhello"),
          put("two lengths", "Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello!" + DELETE),
          put("two equal lengths", "Content-Length: 5\r\nContent-Length: 5\r\n\r\nhello" + DELETE),
          put("a list of lengths", "Content-Length: 5, 6\r\n\r\nhello!" + DELETE),
          put(
              "a length and chunks",
              "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + DELETE),
          put(
              "chunks and a length",
              "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n" + DELETE),
          put("odd chunks", "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n" + DELETE),
          put("chunks twice", "Transfer-Encoding: chunked, chunked\r\n\r\n0\r\n\r\n" + DELETE),
          put("chunks no more", "Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n" + DELETE),
          put("chunks of a blank", "Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n" + DELETE),
          put("chunks of no size", "Transfer-Encoding: chunked\r\n\r\nzz\r\nhello\r\n0\r\n\r\n"),
          put("chunks of too much", "Transfer-Encoding: chunked\r\n\r\nfffffffffffffffff\r\nx"),
          put("chunks without an end", "Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n"),
          put(
              "chunks that are longer",
              "Transfer-Encoding: chunked\r\n\r\n2\r\nhello\r\n0\r\n\r\n"),
          put(
              "1 MB of chunks",
              "Transfer-Encoding: chunked\r\n\r\n" + garbageInChunks() + "0\r\n\r\n"),
          put("1 MB of no chunks", "Transfer-Encoding: chunked\r\n\r\n" + "~".repeat(1_000_000)),
          put("trailers", "Transfer-Encoding: chunked\r\n\r\n0\r\nContent-Length: 7\r\n\r\n"));

  private static final List<Attack> LANGUAGES =
      List.of(
          Attack.saying("nothing", ""),
          Attack.saying("line breaks", "\r\n".repeat(1_000)),
          Attack.saying("HTTP/0.9", "GET " + MANIFEST + "\r\n"),
          Attack.saying(
              "HTTP/1.0", "GET " + MANIFEST + " HTTP/1.0\r\n" + HEAD + Target.ACCEPT + "\r\n"),
          Attack.saying("HTTP/1.0 without a host", "GET /v2/ HTTP/1.0\r\n\r\n"),
          Attack.saying("HTTP/2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"),
          Attack.saying("HTTP/3.7", "GET " + MANIFEST + " HTTP/3.7\r\nHost: localhost\r\n\r\n"),
          Attack.saying("TLS", "\u0016\u0003\u0001\u0002\0\u0001\0\u0001\u00fc\u0003\u0003"),
          Attack.saying("noise", "\u00ff\0\u0001".repeat(10_000)));

  private Attacks() {}

  static List<Attack> all() {
    return Stream.of(PATHS, METHODS, HEADERS, BODIES, LANGUAGES, Interruptions.ALL)
        .flatMap(List::stream)
        .toList();
  }

  private static Attack get(String name, String headers) {
    return Attack.saying(
        name, "GET " + BLOB + " HTTP/1.1\r\n" + headers.replace(AGENT, name) + "\r\n");
  }

  private static Attack put(String name, String rest) {
    String all = PUT + "Content-Type: text/plain\r\n" + rest;
    return Attack.saying(name, all.replace(AGENT, name));
  }

  private static String garbageInChunks() {
    StringBuilder chunks = new StringBuilder();
    IntStream.range(0, 1_000).forEach(i -> chunks.append("3e8\r\n" + "~".repeat(1_000) + "\r\n"));
    return chunks.toString();
  }
}
