package dev.registrynotifications.host.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a request's query, decoded. Rejected: those that the servlet API has. For a
 * form they come from the body as well, and a body is a blob here, whatever the client calls it.
 */
record QueryParameters(List<Parameter> parameters) {

  QueryParameters {
    parameters = List.copyOf(parameters);
  }

  /** Reads a query, or throws UNSUPPORTED if it isn't encoded well. */
  static QueryParameters parse(@Nullable String query) {
    List<Parameter> parameters = new ArrayList<>();
    for (String pair : query == null ? new String[0] : query.split("&")) {
      if (!pair.isEmpty()) {
        parameters.add(parameter(pair));
      }
    }
    return new QueryParameters(parameters);
  }

  /** All values of a parameter, in the order of the query. */
  List<String> values(String name) {
    return parameters.stream()
        .filter(parameter -> parameter.name().equals(name))
        .map(Parameter::value)
        .toList();
  }

  private static Parameter parameter(String pair) {
    int equals = pair.indexOf('=');
    return equals < 0
        ? new Parameter(decode(pair), "")
        : new Parameter(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
  }

  private static String decode(String text) {
    try {
      return URLDecoder.decode(text, UTF_8);
    } catch (IllegalArgumentException e) {
      throw new RegistryException(ErrorCode.UNSUPPORTED, 400, Map.of("query", text));
    }
  }

  record Parameter(String name, String value) {}
}
