package dev.registrynotifications.gateway;

import java.util.ArrayList;
import java.util.List;

/**
 * How two lists differ, if their order doesn't matter: what a failed test shows is short, though
 * the lists are long.
 *
 * @param missing what only the original has told
 * @param unexpected what only we have told
 */
record Comparison(List<String> missing, List<String> unexpected) {

  static final Comparison EQUAL = new Comparison(List.of(), List.of());

  static Comparison of(List<String> originals, List<String> ours) {
    return new Comparison(without(ours, originals), without(originals, ours));
  }

  private static List<String> without(List<String> some, List<String> all) {
    List<String> rest = new ArrayList<>(all);
    some.forEach(rest::remove);
    return rest;
  }

  @Override
  public String toString() {
    return "missing:\n%s\nunexpected:\n%s"
        .formatted(String.join("\n", missing), String.join("\n", unexpected));
  }
}
