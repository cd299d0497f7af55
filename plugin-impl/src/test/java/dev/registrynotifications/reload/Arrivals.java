package dev.registrynotifications.reload;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The events that have come to one webhook, in order. Safe for use by several threads. */
final class Arrivals {

  private static final Pattern EVENT_ID = Pattern.compile("\"id\": \"([0-9a-f-]{36})\"");

  @GuardedBy("this")
  private final List<String> ids = new ArrayList<>();

  @GuardedBy("this")
  private final Set<String> paths = new LinkedHashSet<>();

  @GuardedBy("this")
  private final Set<String> settings = new LinkedHashSet<>();

  @GuardedBy("this")
  private Consumer<String> listener = id -> {};

  /** Tells each event's id to somebody, from now on. */
  synchronized void tell(Consumer<String> whom) {
    listener = whom;
  }

  synchronized void enter(String path, String setting, String body) {
    paths.add(path);
    settings.add(setting);
    Matcher matcher = EVENT_ID.matcher(body);
    while (matcher.find()) {
      ids.add(matcher.group(1));
      listener.accept(matcher.group(1));
    }
  }

  synchronized List<String> ids() {
    return List.copyOf(ids);
  }

  synchronized int count() {
    return ids.size();
  }

  /** On which paths something has come. */
  synchronized Set<String> paths() {
    return Set.copyOf(paths);
  }

  /** With which values of the header that tells settings apart. */
  synchronized Set<String> settings() {
    return Set.copyOf(settings);
  }
}
