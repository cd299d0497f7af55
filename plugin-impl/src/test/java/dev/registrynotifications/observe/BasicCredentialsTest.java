package dev.registrynotifications.observe;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class BasicCredentialsTest {

  @Test
  void findsTheUser() {
    assertThat(BasicCredentials.userIn("Basic " + encoded("alice:sec:ret"))).contains("alice");
    assertThat(BasicCredentials.userIn("basic " + encoded("ren\u00e9:"))).contains("ren\u00e9");
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "Basic ", "Basic %%%", "Bearer YWxpY2U6c2VjcmV0", "Basicly"})
  void findsNobodyInAnythingElse(String authorization) {
    assertThat(BasicCredentials.userIn(authorization)).isEmpty();
  }

  @Test
  void findsNobodyWithoutAName() {
    assertThat(BasicCredentials.userIn("Basic " + encoded(":secret"))).isEmpty();
    assertThat(BasicCredentials.userIn("Basic " + encoded("alice"))).isEmpty();
  }

  private static String encoded(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
  }
}
