package dev.registrynotifications.captures;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The body of a webhook with one event.
 *
 * <p>It is compared as text, not as a tree: indentation, escaping and the order of members are part
 * of what receivers get, and a tree would hide them. So what differs from run to run is found by
 * where it stands.
 *
 * @param text the body
 */
public record WebhookBody(String text) {

  private static final Pattern ID = Pattern.compile("(?m)^ {9}\"id\": \"(.*)\",$");
  private static final Pattern TIMESTAMP = Pattern.compile("(?m)^ {9}\"timestamp\": \"(.*)\",$");
  private static final Pattern REQUEST_ID = Pattern.compile("(?m)^ {12}\"id\": \"(.*)\",$");
  private static final Pattern CLIENT =
      Pattern.compile("(?m)^ {12}\"addr\": \"127\\.0\\.0\\.1:(\\d+)\",$");
  private static final String CLIENT_WITHOUT_PORT = " ".repeat(12) + "\"addr\": \"127.0.0.1\",";
  private static final Pattern REPOSITORY =
      Pattern.compile("(?m)^ {12}\"repository\": \"(.*?)\",?$");
  private static final Pattern USER_AGENT = Pattern.compile("(?m)^ {12}\"useragent\": \"(.*)\"$");
  private static final Pattern DIGEST = Pattern.compile("(?m)^ {12}\"digest\": \"(.*)\",$");
  private static final Pattern SOURCE =
      Pattern.compile("(?m)^ {12}\"addr\": \"(.*)\",\n {12}\"instanceID\": \"");
  private static final Pattern INSTANCE = Pattern.compile("(?m)^ {12}\"instanceID\": \"(.*)\"$");

  /** The event's id. */
  public String id() {
    return only(ID);
  }

  /** When it happened. */
  public String timestamp() {
    return only(TIMESTAMP);
  }

  /** The id of the request that caused it. */
  public String requestId() {
    return only(REQUEST_ID);
  }

  /** Which process of the registry sent it. */
  public String instanceId() {
    return only(INSTANCE);
  }

  /** Where it happened. */
  public String repository() {
    return only(REPOSITORY);
  }

  /** What the client said it is; empty if it didn't. */
  public String userAgent() {
    Matcher matcher = USER_AGENT.matcher(text);
    return matcher.find() ? matcher.group(1) : "";
  }

  /** What it is about; tag deletes have none. */
  public String digest() {
    return only(DIGEST);
  }

  /** Says whether the event tells of a blob pushed, pulled or mounted. */
  public boolean isAboutBlob() {
    return text.contains("\"mediaType\": \"application/octet-stream\"");
  }

  /** Says whether the event tells that a tag is gone. */
  public boolean isTagDelete() {
    return text.contains("\"action\": \"delete\"") && text.contains("\"tag\": ");
  }

  /** The same with placeholders for all that differs from run to run, the request's id excepted. */
  public WebhookBody normalised() {
    // The source first: the client's pattern matches a source on loopback, too.
    return replace(SOURCE, "<source>")
        .replace(ID, "<id>")
        .replace(TIMESTAMP, "<timestamp>")
        .replaceIfThere(CLIENT, "<port>")
        .replace(INSTANCE, "<instance>");
  }

  /** The same with another id of the request. */
  public WebhookBody withRequestId(String id) {
    return replace(REQUEST_ID, id);
  }

  /** The same without the port of a client on this machine, which proxies don't pass on. */
  public WebhookBody withoutClientPort() {
    return new WebhookBody(CLIENT.matcher(text).replaceFirst(CLIENT_WITHOUT_PORT));
  }

  private WebhookBody replaceIfThere(Pattern pattern, String replacement) {
    return pattern.matcher(text).find() ? replace(pattern, replacement) : this;
  }

  private WebhookBody replace(Pattern pattern, String replacement) {
    Matcher matcher = pattern.matcher(text);
    only(pattern);
    return matcher.find()
        ? new WebhookBody(
            text.substring(0, matcher.start(1)) + replacement + text.substring(matcher.end(1)))
        : this;
  }

  private String only(Pattern pattern) {
    List<String> found = new ArrayList<>();
    pattern.matcher(text).results().map((MatchResult match) -> match.group(1)).forEach(found::add);
    if (found.size() != 1) {
      throw new AssertionError(
          "Could not find one " + pattern + " but " + found.size() + " in " + text);
    }
    return found.get(0);
  }
}
