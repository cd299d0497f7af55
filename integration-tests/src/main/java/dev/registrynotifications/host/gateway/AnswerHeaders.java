package dev.registrynotifications.host.gateway;

import jakarta.servlet.http.HttpServletResponse;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;

/**
 * Hands the headers of an answer on, value by value as they came. Rejected: what Jetty's proxy
 * does, which puts lists together anew and loses the quotes of entity tags and challenges by it.
 */
final class AnswerHeaders {

  private AnswerHeaders() {}

  /**
   * Copies all but those that are for one connection (RFC 9110, section 7.6.1). What the answer has
   * already, such as the date, is replaced.
   */
  static void copy(HttpFields from, Set<String> hopByHop, HttpServletResponse to) {
    Set<String> skipped = new HashSet<>(hopByHop);
    from.getCSV(HttpHeader.CONNECTION, false).forEach(name -> skipped.add(lowerCase(name)));
    Set<String> begun = new HashSet<>();
    for (HttpField field : from) {
      String name = lowerCase(field.getName());
      if (!skipped.contains(name) && field.getValue() != null) {
        if (begun.add(name)) {
          to.setHeader(field.getName(), field.getValue());
        } else {
          to.addHeader(field.getName(), field.getValue());
        }
      }
    }
  }

  private static String lowerCase(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
