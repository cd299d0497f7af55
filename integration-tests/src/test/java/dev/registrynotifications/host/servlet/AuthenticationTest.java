package dev.registrynotifications.host.servlet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.registrynotifications.event.ActorRecord;
import dev.registrynotifications.host.api.ApiFixture;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuthenticationTest extends ApiFixture {

  @TempDir private static Path directory;

  @Override
  protected Credentials credentials() {
    try {
      return Credentials.read(users("# who may\n\nalice:se:cret\nbjörn:geheim\n"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"alice:se:cret", "björn:geheim"})
  void knowsWhoAsks(String user) {
    HttpResponse<String> response =
        send("POST", "/v2/a/blobs/uploads/", "Authorization", basic(user));

    assertThat(response.statusCode()).isEqualTo(202);
    assertThat(recorder.lastContext().actor())
        .isEqualTo(new ActorRecord(user.substring(0, user.indexOf(':'))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"alice:wrong", "alice:", "alice", "bob:se:cret", ""})
  void refusesWrongPasswords(String user) {
    assertRefused(send("GET", "/v2/", "Authorization", basic(user)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bearer x", "Basic", "Basic %%%"})
  void refusesOtherAuthorizations(String header) {
    assertRefused(send("GET", "/v2/", "Authorization", header));
  }

  @Test
  void refusesThoseWhoDoNotSayWhoTheyAre() {
    assertRefused(send("GET", "/v2/"));
    assertRefused(send("POST", "/v2/a/blobs/uploads/"));
    assertThat(recorder.takeCalls()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "# nobody\n", "alice", ":secret"})
  void takesNoFileWithoutUsers(String text) throws IOException {
    Path file = users(text);

    assertThatThrownBy(() -> Credentials.read(file)).isInstanceOf(IOException.class);
  }

  private static void assertRefused(HttpResponse<String> response) {
    assertError(response, 401, "UNAUTHORIZED");
    assertThat(header(response, "WWW-Authenticate")).startsWith("Basic realm=");
  }

  private static String basic(String user) {
    return "Basic " + Base64.getEncoder().encodeToString(user.getBytes(UTF_8));
  }

  private static Path users(String text) throws IOException {
    return Files.writeString(directory.resolve("users"), text);
  }
}
