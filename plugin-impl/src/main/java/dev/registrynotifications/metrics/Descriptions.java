package dev.registrynotifications.metrics;

import dev.registrynotifications.management.Description;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an MXBean's interface says about itself and its members, for JMX consoles.
 *
 * @param parameters the names of an operation's parameters; no two operations are named alike
 */
record Descriptions(
    String ofBean, Map<String, String> byMember, Map<String, List<String>> parameters) {

  private static final String GET = "get";
  private static final String IS = "is";

  /** What the annotations of an interface say. */
  static Descriptions of(Class<?> type) {
    Map<String, String> byMember = new HashMap<>();
    Map<String, List<String>> parameters = new HashMap<>();
    for (Method method : type.getMethods()) {
      text(method.getAnnotation(Description.class))
          .ifPresent(text -> byMember.put(member(method.getName()), text));
      parameters.put(
          method.getName(), Arrays.stream(method.getParameters()).map(Parameter::getName).toList());
    }
    String ofBean = text(type.getAnnotation(Description.class)).orElse("");
    return new Descriptions(ofBean, byMember, parameters);
  }

  private static Optional<String> text(@Nullable Description description) {
    return Optional.ofNullable(description).map(Description::value);
  }

  /** The name by which JMX knows a method. */
  private static String member(String method) {
    String attribute = method.startsWith(IS) ? method.substring(IS.length()) : method;
    return method.startsWith(GET) ? method.substring(GET.length()) : attribute;
  }

  /** What is said about an attribute or an operation. */
  String of(String member) {
    return byMember.getOrDefault(member, "");
  }

  /** The name of an operation's parameter, which are counted from 0; empty if it isn't known. */
  Optional<String> parameter(String operation, int index) {
    return parameters.getOrDefault(operation, List.of()).stream().skip(index).findFirst();
  }
}
