package dev.registrynotifications.plugin;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what a proxy says in a {@code Forwarded} header (RFC 7239, section 4). */
final class ForwardedHeader {

  private static final String TOKEN = "[^\\s\",;=]+";
  private static final String QUOTED = "\"((?:[^\"\\\\]|\\\\.)*)\"";
  private static final Pattern PARAMETER =
      Pattern.compile("\\s*(" + TOKEN + ")=(?:" + QUOTED + "|(" + TOKEN + "))\\s*([;,]|$)");

  /** Longer ones than any chain of proxies makes aren't read: patterns go deep into quotes. */
  private static final int MAX_LENGTH = 1_024;

  private ForwardedHeader() {}

  /**
   * What the first proxy says, which is nearest to the client; names in small letters. Up to where
   * it can't be read.
   */
  static Map<String, String> of(String header) {
    Map<String, String> parameters = new HashMap<>();
    Matcher matcher = PARAMETER.matcher(header);
    boolean isGoingOn = header.length() <= MAX_LENGTH;
    while (isGoingOn && matcher.lookingAt()) {
      parameters.putIfAbsent(matcher.group(1).toLowerCase(Locale.ROOT), value(matcher));
      isGoingOn = matcher.group(4).equals(";");
      matcher.region(matcher.end(), header.length());
    }
    return parameters;
  }

  private static String value(Matcher matcher) {
    String quoted = matcher.group(2);
    return quoted == null ? matcher.group(3) : quoted.replaceAll("\\\\(.)", "$1");
  }
}
