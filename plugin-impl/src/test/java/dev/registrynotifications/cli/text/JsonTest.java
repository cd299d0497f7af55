package dev.registrynotifications.cli.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.registrynotifications.management.AttemptView;
import dev.registrynotifications.management.LatencyView;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What scripts read. */
class JsonTest {

  /** An MBean's interface. */
  public interface ThingMXBean {
    String getName();

    String[] getOthers();

    boolean isWell();

    LatencyView getLatency();

    Map<String, Long> getStatuses();

    void reload();

    List<AttemptView> listAttempts(int most);
  }

  private record Place(long base, List<String> slots) {}

  @Test
  void hasTheAttributesOfAProxyInAlphabeticalOrder() {
    ThingMXBean proxy =
        proxy(
            Map.of(
                "getName",
                "ci",
                "getOthers",
                new String[] {"b", "a"},
                "isWell",
                true,
                "getLatency",
                new LatencyView(3, 0.5, 1, 2, 4),
                "getStatuses",
                Map.of("503 Service Unavailable", 2L, "200 OK", 1L)));

    assertThat(Json.ofBean(ThingMXBean.class, proxy).lines())
        .containsExactly(
            "{",
            "  \"latency\" : {",
            "    \"count\" : 3,",
            "    \"maxMillis\" : 4.0,",
            "    \"p50Millis\" : 0.5,",
            "    \"p95Millis\" : 1.0,",
            "    \"p99Millis\" : 2.0",
            "  },",
            "  \"name\" : \"ci\",",
            "  \"others\" : [ \"b\", \"a\" ],",
            "  \"statuses\" : {",
            "    \"200 OK\" : 1,",
            "    \"503 Service Unavailable\" : 2",
            "  },",
            "  \"well\" : true",
            "}");
  }

  @Test
  void escapesWhatATerminalMightNotHave() {
    assertThat(Json.of(List.of("ü\u001b…")).lines())
        .containsExactly("[ \"\\u00FC\\u001B\\u2026\" ]");
  }

  @Test
  void takesRecordsAndOtherJsonAlong() {
    Json json =
        Json.of(
            Map.of(
                "place",
                new Place(5, List.of("good")),
                "json",
                Json.parse("{\"z\":1,\"a\":null}")));

    assertThat(String.join("", json.lines()).replace(" ", ""))
        .isEqualTo("{\"json\":{\"z\":1,\"a\":null},\"place\":{\"base\":5,\"slots\":[\"good\"]}}");
  }

  @Test
  void printsWhatIsNoJsonAsAText() {
    assertThat(Json.parse("{\"cut").lines()).containsExactly("\"{\\\"cut\"");
  }

  @Test
  void letsThroughWhatAnAttributeThrows() {
    ThingMXBean broken = proxy(Map.of());

    assertThatThrownBy(() -> Json.ofBean(ThingMXBean.class, broken))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("no ");
  }

  private static ThingMXBean proxy(Map<String, Object> values) {
    return (ThingMXBean)
        Proxy.newProxyInstance(
            JsonTest.class.getClassLoader(),
            new Class<?>[] {ThingMXBean.class},
            (self, method, arguments) -> {
              if (!values.containsKey(method.getName())) {
                throw new IllegalStateException("no " + method.getName());
              }
              return values.get(method.getName());
            });
  }
}
