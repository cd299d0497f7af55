package dev.registrynotifications.config.reader;

import static org.assertj.core.api.Assertions.assertThat;

import dev.registrynotifications.config.EndpointConfig;
import dev.registrynotifications.endpoint.http.TestCertificates.CertificateAuthority;
import dev.registrynotifications.endpoint.http.TestCertificates.IssuedCertificate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An endpoint whose configuration is read again stays as it is if nothing in it has changed. */
class EndpointEqualityTest {

  private static final String KEYS =
      """
      url: https://me:pw@ci.example.com/hook?key=1
      headers: {Authorization: ["Bearer ${file:token}"], X-Team: [a, b]}
      secrets: ["${env:SECRET}", whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYX]
      hexSignature: true
      mediaType: v2
      timeout: 2s
      tls: {ca: ca.pem, certificate: client.pem, key: client.key, minVersion: "1.3"}
      threshold: 5
      backoff: 2s
      multiplier: 1.5
      maxBackoff: 2m
      rejectAfter: 4
      maxAttempts: 20
      giveUpAfter: 24h
      concurrency: 4
      batch: {maxEvents: 50, maxBytes: 64KiB, linger: 1s}
      include: {actions: [push], mediatypes: [a/b], repositories: ["team/**"], tags: ["v*"]}
      ignore: {actions: [pull], mediatypes: [c/d], repositories: ["*/cache"], tags: ["*-dev"]}
      pulls: get
      proxy: http://proxy:3128
      requireHttps: true
      allowedHosts: ["*.example.com"]
      private: deny
      startFrom: earliest
      """;

  @TempDir private Path directory;

  @BeforeEach
  void writeFiles() throws IOException {
    renewCertificates();
    Files.writeString(directory.resolve("token"), "one");
  }

  @Test
  void isEqualIfItIsReadTwice() {
    assertThat(read(KEYS)).isEqualTo(read(KEYS)).hasSameHashCodeAs(read(KEYS));
  }

  @Test
  void isEqualIfHeadersAndWordsAreInAnotherOrder() {
    String keys = "headers: {A: [x], B: [y]}\ninclude: {actions: [push, pull]}";

    assertThat(read(keys))
        .isEqualTo(read("headers: {B: [y], A: [x]}\ninclude: {actions: [pull, push]}"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "me:pw@             | me:pw2@",
        "hook               | hooks",
        "key=1              | key=2",
        "Bearer $           | Basic $",
        "X-Team: [a, b]     | X-Team: [a]",
        "X-Team             | X-Group",
        "${env:SECRET}      | ${env:SECRET}2",
        "AAECAwQF           | AQECAwQF",
        "hexSignature: true | hexSignature: false",
        "mediaType: v2      | mediaType: v1",
        "timeout: 2s        | timeout: 3s",
        "ca: ca.pem,        | ca: other.pem,",
        "'certificate: client.pem, key: client.key,' | ''",
        "minVersion: \"1.3\" | minVersion: \"1.2\"",
        "threshold: 5       | threshold: 6",
        "backoff: 2s        | backoff: 3s",
        "multiplier: 1.5    | multiplier: 1.6",
        "maxBackoff: 2m     | maxBackoff: 3m",
        "rejectAfter: 4     | rejectAfter: 5",
        "maxAttempts: 20    | maxAttempts: 0",
        "giveUpAfter: 24h   | giveUpAfter: 0",
        "concurrency: 4     | concurrency: 5",
        "maxEvents: 50      | maxEvents: 51",
        "maxBytes: 64KiB    | maxBytes: 65KiB",
        "linger: 1s         | linger: 2s",
        "actions: [push]    | actions: [push, delete]",
        "a/b                | a/c",
        "team/**            | team/*",
        "v*                 | v?",
        "actions: [pull]    | actions: [mount]",
        "c/d                | c/e",
        "*/cache            | */cached",
        "*-dev              | *-test",
        "pulls: get         | pulls: all",
        "proxy: http://proxy:3128 | proxy: http://proxy:3129",
        "proxy: http://proxy:3128 | proxy: none",
        "requireHttps: true | requireHttps: false",
        "*.example.com\"]   | *.example.com\", a]",
        "private: deny      | private: allow",
        "startFrom: earliest | startFrom: latest"
      })
  void isAnotherWithAnyOtherValue(String value, String other) {
    assertThat(KEYS).contains(value);

    assertThat(read(KEYS.replace(value, other))).isNotEqualTo(read(KEYS));
  }

  @Test
  void isAnotherIfASecretFileHasChanged() throws IOException {
    EndpointConfig before = read(KEYS);

    Files.writeString(directory.resolve("token"), "two");

    assertThat(read(KEYS)).isNotEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"tls: {ca: ca.pem}", "tls: {certificate: client.pem, key: client.key}"})
  void isAnotherIfCertificatesHaveChanged(String tls) throws IOException {
    EndpointConfig before = read(tls);

    renewCertificates();

    assertThat(read(tls)).isNotEqualTo(before);
  }

  @Test
  void isAnotherIfTheEnvironmentHasChanged() {
    EndpointConfig other = new EndpointFile(directory, Map.of("SECRET", "two")).read(KEYS);

    assertThat(other).isNotEqualTo(read(KEYS));
  }

  private EndpointConfig read(String keys) {
    return new EndpointFile(directory, Map.of("SECRET", "one")).read(keys);
  }

  private void renewCertificates() {
    CertificateAuthority authority = CertificateAuthority.named("ours");
    authority.writeTo(directory.resolve("ca.pem"));
    CertificateAuthority.named("ours").writeTo(directory.resolve("other.pem"));
    IssuedCertificate client = authority.issue("registry");
    client.writeCertificateTo(directory.resolve("client.pem"));
    client.writeKeyTo(directory.resolve("client.key"));
  }
}
