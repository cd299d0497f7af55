package dev.registrynotifications.endpoint.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LocationTest {

  @ParameterizedTest
  @CsvSource({
    "http://h/a/b, http://i/c, http://i/c",
    "http://h/a/b, HTTPS://i:444/c?d=e, HTTPS://i:444/c?d=e",
    "http://h/a/b?q, /c, http://h/c",
    "http://h/a/b?q, c, http://h/a/c",
    "http://h/a/b, ../c, http://h/c",
    "http://h/a/b, //i/c, http://i/c",
    "http://h/a/b, ?x=1, http://h/a/b?x=1",
    "http://h/a/b?q, ?x=1, http://h/a/b?x=1",
    "http://h//a?q, ?x=1, http://h//a?x=1",
    "http://h, c, http://h/c",
    "http://h?q, /c, http://h/c",
    "http://h, ?x=1, http://h/?x=1",
    "http://h/a, http://user:password@i/c#d, http://i/c",
    "http://h/a, 'http://[::1]:80/', 'http://[::1]:80/'",
  })
  void resolvesWhereALocationLeads(URI base, String location, URI target) {
    assertThat(Location.resolve(base, location)).contains(target);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "ftp://h/a",
        "file:///etc/passwd",
        "mailto:a@h",
        "http:///a",
        "http://under_score/",
        "http://h:0/",
        "http://h:65536/",
        "http://h/a b",
        "http://[::1/",
      })
  void isSilentAboutPlacesThatNothingCanBeSentTo(String location) {
    assertThat(Location.resolve(URI.create("http://h/a"), location)).isEmpty();
  }

  @Test
  void showsNothingButTheOrigin() {
    URI url = URI.create("https://user:password@h:8443/secret?token=x#y");

    assertThat(Location.display(url)).isEqualTo("https://h:8443");
    assertThat(Location.display(URI.create("https://h/b?token=x"))).isEqualTo("https://h");
  }
}
