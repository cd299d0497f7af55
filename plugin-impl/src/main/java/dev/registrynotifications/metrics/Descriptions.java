package dev.registrynotifications.metrics;

import dev.registrynotifications.management.Description;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an MXBean's interface says about itself and its members, for JMX consoles. */
record Descriptions(String ofBean, Map<String, String> byMember) {

  private static final String GET = "get";
  private static final String IS = "is";

  /** What the annotations of an interface say. */
  static Descriptions of(Class<?> type) {
    Map<String, String> byMember = new HashMap<>();
    for (Method method : type.getMethods()) {
      text(method.getAnnotation(Description.class))
          .ifPresent(text -> byMember.put(member(method.getName()), text));
    }
    return new Descriptions(text(type.getAnnotation(Description.class)).orElse(""), byMember);
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
}
