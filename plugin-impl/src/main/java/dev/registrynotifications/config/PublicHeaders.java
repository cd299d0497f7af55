package dev.registrynotifications.config;

import java.util.Locale;
import java.util.Set;

/**
 * The headers whose values people may see. They are few: tokens travel under any name, and not in
 * {@code Authorization} alone.
 */
public final class PublicHeaders {

  private static final Set<String> NAMES = Set.of("content-type", "user-agent");

  private PublicHeaders() {}

  /** Whether the header of that name, in any case, is one of them. */
  public static boolean contains(String name) {
    return NAMES.contains(name.toLowerCase(Locale.ROOT));
  }
}
