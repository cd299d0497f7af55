package dev.registrynotifications.delivery;

import static dev.registrynotifications.Patience.DEADLINE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.registrynotifications.audience.Audience;
import dev.registrynotifications.audience.Notice.Happening;
import dev.registrynotifications.audience.Program;
import dev.registrynotifications.audience.Visit;
import dev.registrynotifications.cases.Content;
import dev.registrynotifications.dropin.Installation;
import dev.registrynotifications.host.HostProcess;
import dev.registrynotifications.jmx.RemoteBeans;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each endpoint gets what its filter lets through, and nothing else. */
class FilterIT {

  private static final Content BLOB = Content.blob("{}");
  private static final Content IMAGE =
      new Content(
          Content.OCI_MANIFEST,
          "{\"schemaVersion\": 2, \"layers\": [], \"config\": %s}"
              .formatted(BLOB.descriptor("application/vnd.oci.image.config.v1+json")));

  @TempDir private Path work;

  @Test
  void eachEndpointGetsWhatItsFilterLetsThrough() throws Exception {
    Program all = Program.readingAll();
    try (Audience audience =
            new Audience()
                .with("pushes", all, "include: {repositories: [team/*], actions: [push]}")
                .with("releases", all, "include: {tags: [\"v*\"]}", "ignore: {tags: [\"*-dev\"]}")
                .with(
                    "manifests",
                    all,
                    "ignore: {mediatypes: [application/octet-stream], actions: [pull]}")
                .with("pulls", all, "include: {actions: [pull]}")
                .with("gets", all, "include: {actions: [pull]}", "pulls: get");
        HostProcess host = Installation.in(work, audience.configuration()).host().start();
        RemoteBeans beans = RemoteBeans.of(ProcessHandle.of(host.pid()).orElseThrow())) {
      Visit other = new Visit(host.baseUri(), "other/app");
      Visit team = new Visit(host.baseUri(), "team/app");

      other.pushBlob(BLOB);
      Happening blob = team.pushBlob(BLOB);
      Happening release = team.pushManifest("v1", IMAGE);
      Happening draft = team.pushManifest("v2-dev", IMAGE);
      Happening head = team.headManifest("v1", IMAGE);
      Happening get = team.pullManifest("v2-dev", IMAGE);
      Happening untagged = team.deleteTag("v1");

      assertGot(audience, beans, "pushes", blob, release, draft);
      assertGot(audience, beans, "releases", release, head, untagged);
      assertGot(audience, beans, "manifests", release, draft, untagged);
      assertGot(audience, beans, "pulls", head, get);
      assertGot(audience, beans, "gets", get);
    }
  }

  /** Nothing more comes: what isn't pending by now is filtered out. */
  private static void assertGot(
      Audience audience, RemoteBeans beans, String endpoint, Happening... expected) {
    await().atMost(DEADLINE).until(beans.endpoint(endpoint)::getPending, pending -> pending == 0);
    assertThat(audience.of(endpoint).happenings()).containsExactly(expected);
    assertThat(beans.endpoint(endpoint).getFiltered()).isEqualTo(7 - expected.length);
  }
}
