package dev.registrynotifications.host.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryParametersTest {

  @ParameterizedTest
  @CsvSource({
    "digest=sha256:ab, sha256:ab",
    "digest=sha256%3Aab, sha256:ab",
    "a=b&digest=x&c, x",
    "&&digest=x&, x",
    "digest=x=y, x=y",
    "di%67est=x+y, x y",
    "digest=, ''",
    "digest, ''",
  })
  void decodesNamesAndValues(String query, String value) {
    assertThat(QueryParameters.parse(query).values("digest")).containsExactly(value);
  }

  @Test
  void keepsAllValuesInTheirOrder() {
    assertThat(QueryParameters.parse("tag=b&x=y&tag=a").values("tag")).containsExactly("b", "a");
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "&", "other=x", "Digest=x"})
  void hasNoneOfWhatIsNotThere(String query) {
    assertThat(QueryParameters.parse(query).values("digest")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"digest=%zz", "digest=%a", "%=x"})
  void refusesWhatIsNotEncodedWell(String query) {
    assertThatThrownBy(() -> QueryParameters.parse(query))
        .isInstanceOfSatisfying(
            RegistryException.class, e -> assertThat(e.status()).isEqualTo(400));
  }
}
