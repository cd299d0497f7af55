package dev.registrynotifications.host.api;

import dev.registrynotifications.host.http.ErrorCode;
import dev.registrynotifications.host.http.Exchange;
import dev.registrynotifications.host.http.RegistryException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A part of a list (OCI distribution specification, "Listing Tags").
 *
 * @param items what is on it
 * @param hasNext whether there is more
 */
record Page(List<String> items, boolean hasNext) {

  Page {
    items = List.copyOf(items);
  }

  /**
   * Cuts out what a request asks for, by its parameters {@code n} and {@code last}.
   *
   * @param all the whole list, in lexical order
   */
  static Page of(Exchange exchange, List<String> all) {
    Optional<String> last = exchange.query("last");
    Stream<String> after =
        all.stream().filter(item -> last.isEmpty() || item.compareTo(last.get()) > 0);
    Optional<Integer> limit = exchange.query("n").map(Page::limit);
    return limit.isPresent() ? first(limit.get(), after.toList()) : new Page(after.toList(), false);
  }

  private static Page first(int limit, List<String> rest) {
    boolean hasNext = limit > 0 && rest.size() > limit;
    return new Page(rest.subList(0, Math.min(limit, rest.size())), hasNext);
  }

  private static int limit(String text) {
    try {
      int limit = Integer.parseInt(text);
      if (limit >= 0) {
        return limit;
      }
    } catch (NumberFormatException e) {
      // Refused below, like a negative one.
    }
    throw RegistryException.because(
        ErrorCode.PAGINATION_NUMBER_INVALID, "n is no number of results: " + text);
  }

  /** The {@code Link} header, if there is a next page; the path is that of the request. */
  Optional<String> link(String path) {
    return hasNext
        ? Optional.of(
            "<%s?n=%d&last=%s>; rel=\"next\""
                .formatted(path, items.size(), items.get(items.size() - 1)))
        : Optional.empty();
  }
}
