package dev.registrynotifications.cli.connect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class UnknownNameTest {

  @Test
  void namesTheNearestFirst() {
    UnknownName name = new UnknownName("scaner", List.of("mirror", "ci", "scanner"));

    assertThat(name.message())
        .isEqualTo("There is no endpoint scaner; there are scanner, mirror, ci");
  }

  @Test
  void takesTwoLettersThatChangedPlacesForOneSlip() {
    UnknownName name = new UnknownName("cd-prdo", List.of("cd-pxxo", "cd-prod"));

    assertThat(name.message())
        .isEqualTo("There is no endpoint cd-prdo; there are cd-prod, cd-pxxo");
  }

  @Test
  void namesTheOnlyOne() {
    assertThat(new UnknownName("cd", List.of("ci")).message())
        .isEqualTo("There is no endpoint cd; there is ci");
  }

  @Test
  void saysThatThereAreNone() {
    assertThat(new UnknownName("ci", List.of()).message())
        .isEqualTo("There is no endpoint ci; there are none at all");
  }

  @Test
  void doesNotNameHundreds() {
    List<String> many = IntStream.range(0, 500).mapToObj(i -> "endpoint-" + i).toList();

    assertThat(new UnknownName("endpoint-7", many).message())
        .startsWith("There is no endpoint endpoint-7; there are endpoint-7, ")
        .endsWith(" and 490 more");
  }
}
