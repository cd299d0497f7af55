package dev.registrynotifications.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScrapeReaderTest {

  private static final String HEAD = "# HELP a_total What a is\n# TYPE a_total counter\n";

  @Test
  void readsLabelsAndValues() {
    Scrape scrape = ScrapeReader.read(HEAD + "a_total{b=\"1, {2}\",c=\"\\\"\\\\n\\n\"} 1.5E3\n");

    assertThat(scrape.value("a_total", Map.of("b", "1, {2}", "c", "\"\\n\n"))).hasValue(1500);
  }

  @Test
  void findsTheLinesOfASummary() {
    Scrape scrape =
        ScrapeReader.read("# HELP s S\n# TYPE s summary\ns_count{x=\"y\"} 1.0\ns_sum{x=\"y\"} 2\n");

    assertThat(scrape.samples("s")).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        HEAD + "a_total 1 2 3",
        HEAD + "a_total{b=1} 1",
        HEAD + "a_total{b=\"1\",b=\"2\"} 1",
        HEAD + "a_total 1\na_total 2",
        HEAD + "a_total one",
        HEAD + "\n",
        HEAD + HEAD,
        HEAD + "b_total 1",
        "# TYPE a_total counter\na_total 1",
        "a_total 1\n" + HEAD,
      })
  void putsUpWithNothing(String text) {
    assertThatThrownBy(() -> ScrapeReader.read(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
