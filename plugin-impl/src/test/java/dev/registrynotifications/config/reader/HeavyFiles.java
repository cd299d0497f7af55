package dev.registrynotifications.config.reader;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Files that a reader without bounds would choke on, each near a bound or far beyond it. Some name
 * {@code ../many.pem}, which should have many certificates, or {@code ../many-0.pem} and so on,
 * which should be as large.
 */
final class HeavyFiles {

  private static final String ON = "notifications:\n  enabled: true\n";
  private static final String ENDPOINT =
      ON + "  endpoints:\n    - name: ci\n      url: http://a/\n      ";
  private static final int KIB = 1024;
  private static final int MIB = 1024 * KIB;

  /** How many other names of the file with many certificates there should be. */
  static final int TLS_NAMES = 50;

  private HeavyFiles() {}

  static Map<String, String> all() {
    Map<String, String> files = new LinkedHashMap<>();
    files.put("spaces", ON + "\n".repeat(MIB - KIB));
    files.put("comment", ON + "# " + "x".repeat(MIB - KIB) + "\n");
    files.put("too large", ON + "# " + "x".repeat(4 * MIB));
    files.put("plain", ON + "  actorHeader: " + "x".repeat(MIB - KIB) + "\n");
    files.put("quoted", ON + "  actorHeader: \"" + "x\\n".repeat(300 * KIB) + "\"\n");
    files.put("literal", ON + "  actorHeader: |\n" + "    x\n".repeat(150 * KIB));
    files.put("digits", ON + "  shutdownTimeout: " + "9".repeat(MIB - KIB) + "\n");
    files.put("duration", ON + "  shutdownTimeout: " + "1s".repeat(400 * KIB) + "\n");
    files.put("key", ON + "  ? " + "x".repeat(MIB - KIB) + "\n  : y\n");
    files.put("values elsewhere", "x: [" + "a,".repeat(48 * KIB) + "a]\n" + ON);
    files.put("values", ON + "  servletContexts: [" + "/a,".repeat(23 * KIB) + "/b]\n");
    files.put("unknown keys", ON + times(20_000, i -> "  k" + i + ": x\n"));
    files.put("near words", ENDPOINT + "include: {actions: [" + "pul,".repeat(20 * KIB) + "]}");
    files.put("globs", ENDPOINT + "allowedHosts: [" + times(70, i -> glob(i) + ",") + "a]\n");
    files.put("many globs", ENDPOINT + "allowedHosts: [" + times(700, i -> glob(i) + ",") + "a]\n");
    files.put("large glob", ENDPOINT + "allowedHosts: ['" + "a*".repeat(400 * KIB) + "']\n");
    files.put("headers", ENDPOINT + "headers: {" + times(9_000, i -> "x" + i + ": y,") + "}\n");
    files.put("references", ENDPOINT + "secrets: ['" + "${env:".repeat(80 * KIB) + "']\n");
    files.put("unclosed", ENDPOINT + "secrets: ['" + "${env:".repeat(5 * KIB) + "']\n");
    files.put("secrets", ENDPOINT + "secrets: [" + "'${env:LARGE}',".repeat(5_000) + "a]\n");
    files.put("endpoints", ON + "  endpoints:\n" + times(2_000, HeavyFiles::endpoint));
    files.put("shared headers", shared("headers: *x"));
    files.put("shared keys", shared("<<: *x"));
    files.put("shared tls", shared("tls: {ca: ../many.pem}", ""));
    files.put("many names of tls", tlsByManyNames());
    files.put("depth", "x: " + "[".repeat(500 * KIB));
    files.put("dashes", "x:\n  " + "- ".repeat(500 * KIB));
    files.put("braces", ON + "  x: " + "{a: ".repeat(250 * KIB));
    files.put("aliases", "a: &a {b: c}\nx: [" + "*a,".repeat(300 * KIB) + "*a]\n");
    files.put("laughs", laughs("[%s]") + ON + "  servletContexts: *l9\n");
    files.put("nested laughs", laughs("[[%s]]") + ON + "  <<: *l9\n");
    files.put("laughs of mappings", laughs("{<<: [%s]}") + ON + "  <<: *l9\n");
    files.put("chain", chain());
    files.put("documents", "---\na\n".repeat(150 * KIB));
    files.put("tags", "x: [" + "!<a> b,".repeat(40 * KIB) + "c]\n" + ON);
    return files;
  }

  private static String times(int number, IntFunction<String> text) {
    return IntStream.range(0, number).mapToObj(text).collect(Collectors.joining());
  }

  private static String glob(int number) {
    return "'" + "a*[b-c]".repeat(50) + number + "'";
  }

  private static String endpoint(int number) {
    return "    - name: e%d\n      url: http://a%d/\n      timeout: 500\n      treshold: 1\n"
        .formatted(number, number);
  }

  private static String shared(String line) {
    return shared(line, "x: &x {" + times(500, i -> "k" + i + ": a,") + "}\n");
  }

  private static String shared(String line, String anchor) {
    String lines = times(900, i -> "    - {name: e%d, url: 'http://a/', %s}\n".formatted(i, line));
    return anchor + ON + "  endpoints:\n" + lines;
  }

  private static String tlsByManyNames() {
    String names =
        times(
            TLS_NAMES,
            i ->
                "    - {name: e%d, url: 'http://a/', tls: {ca: ../many-%d.pem}}\n".formatted(i, i));
    return ON + "  endpoints:\n" + names;
  }

  private static String laughs(String level) {
    return "l0: &l0 {x: lol}\n"
        + IntStream.rangeClosed(1, 9)
            .mapToObj(i -> "l%d: &l%d %s\n".formatted(i, i, level.formatted(references(i - 1))))
            .collect(Collectors.joining());
  }

  private static String references(int level) {
    return ("*l" + level + ", ").repeat(90) + "*l" + level;
  }

  private static String chain() {
    String opened = "[".repeat(40);
    String closed = "]".repeat(40);
    String links =
        times(990, i -> "a%d: &a%d %s*a%d%s\n".formatted(i + 1, i + 1, opened, i, closed));
    return "a0: &a0 " + opened + closed + "\n" + links + ON + "  x: *a990\n";
  }
}
