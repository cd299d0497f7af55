package dev.registrynotifications.field;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.standardwebhooks.Webhook;
import dev.registrynotifications.audience.Audience;
import dev.registrynotifications.audience.Program;
import dev.registrynotifications.audience.ProgramServer;
import java.util.List;
import java.util.concurrent.Executor;

/** One receiver of each kind, and how its endpoint is configured. */
final class Receivers {

  static final String TOKEN = "marked-token-fe5cbd";
  private static final String WRONG_TOKEN = "marked-token-a91d04";
  static final String TOKEN_FILE = "token";
  static final String SECRET_VARIABLE = "FIELD_SECRET";
  static final String NEW_SECRET_VARIABLE = "FIELD_NEW_SECRET";
  static final String SECRET = "marked secret of one, 32f1";
  private static final String OLD_SECRET = "whsec_bWFya2VkIHNlY3JldCBmb3IgdGhlIG9sZCBvbmU=";
  static final String NEW_SECRET = "whsec_bWFya2VkIHNlY3JldCBmb3IgdGhlIG5ldyBvbmU=";

  /** What nobody may get to see. */
  static final List<String> SECRETS = List.of(TOKEN, WRONG_TOKEN, SECRET, OLD_SECRET, NEW_SECRET);

  private static final int KIB_256 = 256 * 1024;

  private Receivers() {}

  /**
   * Has all of them join an audience.
   *
   * @param batching what the programs do whose events come in batches
   * @param worker does what one of them puts off
   */
  static void join(Audience audience, Program batching, Executor worker) throws Exception {
    Program all = Program.readingAll();
    audience
        .with("glue", new GlueScript())
        .with("v1", new ExactMediaType(ExactMediaType.V1, all))
        .with("json", new ExactMediaType(ExactMediaType.JSON, all), "mediaType: json")
        .with(
            "three",
            new ExactMediaType(ExactMediaType.V2, new DistributionThree(all)),
            "mediaType: v2")
        .with("strict", new StrictTimestamps(all))
        .with("limited", ProgramServer.startLimited(KIB_256, batching), "batch: {}")
        .with(
            "overrun",
            ProgramServer.startLimited(KIB_256, batching),
            "batch: {maxBytes: 1MiB, maxEvents: 4096}")
        .with("queueing", new AnswersFirst(worker, all))
        .with("token", new BearerToken(TOKEN, all), authorization("${file:" + TOKEN_FILE + "}"))
        .with("stranger", new BearerToken(TOKEN, all), authorization(WRONG_TOKEN))
        .with(
            "signed",
            new SignatureCheck(new Webhook(SECRET.getBytes(UTF_8)), all),
            "secrets: [\"${env:" + SECRET_VARIABLE + "}\"]")
        .with(
            "rotating",
            new SignatureCheck(
                new Webhook(NEW_SECRET), new SignatureCheck(new Webhook(OLD_SECRET), all)),
            "secrets: [\"${env:" + NEW_SECRET_VARIABLE + "}\", " + OLD_SECRET + "]");
  }

  private static String authorization(String token) {
    return "headers: {Authorization: [\"Bearer " + token + "\"]}";
  }
}
