package dev.registrynotifications.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.registrynotifications.management.EndpointMXBean;
import dev.registrynotifications.management.JournalMXBean;
import dev.registrynotifications.management.LatencyView;
import dev.registrynotifications.management.NotificationsMXBean;
import java.io.IOException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of metrics leaves no figure of the MBeans out, and makes none up. */
class MetricsTableIT {

  private static final Pattern GETTER = Pattern.compile("(?:get|is)([A-Z].*)");

  /** The types of what one metric can be made of. */
  private static final Set<Class<?>> FIGURES =
      Set.of(int.class, long.class, double.class, boolean.class, Map.class);

  /** Texts that become metrics all the same. */
  private static final Set<String> TEXTS =
      Set.of(
          "Endpoint.State",
          "Journal.State",
          "Notifications.ConfigurationProblems",
          "Notifications.Version");

  /** What Prometheus finds out by itself, as the text below the table says. */
  private static final String RATE = "Journal.AppendsPerSecond";

  @Test
  void namesEachFigureOnce() throws IOException {
    List<String> figures =
        Stream.of(
                figures("Endpoint", EndpointMXBean.class),
                figures("Journal", JournalMXBean.class),
                figures("Notifications", NotificationsMXBean.class),
                TEXTS.stream())
            .flatMap(names -> names)
            .filter(name -> !name.equals(RATE))
            .toList();

    assertThat(MetricsTable.read())
        .flatExtracting(DocumentedMetric::attributes)
        .containsExactlyInAnyOrderElementsOf(figures);
  }

  private static Stream<String> figures(String bean, Class<?> type) {
    return Arrays.stream(type.getMethods()).flatMap(method -> figures(bean, method));
  }

  private static Stream<String> figures(String bean, Method method) {
    Matcher getter = GETTER.matcher(method.getName());
    if (!getter.matches()) {
      return Stream.empty();
    }
    if (method.getReturnType() == LatencyView.class) {
      return Arrays.stream(LatencyView.class.getDeclaredMethods())
          .map(Method::getName)
          .map(name -> bean + "." + getter.group(1) + "." + attributeOf(name));
    }
    return FIGURES.contains(method.getReturnType())
        ? Stream.of(bean + "." + getter.group(1))
        : Stream.empty();
  }

  /** In open types the names of attributes begin with a small letter. */
  private static String attributeOf(String getter) {
    return getter.substring(3, 4).toLowerCase(Locale.ROOT) + getter.substring(4);
  }
}
