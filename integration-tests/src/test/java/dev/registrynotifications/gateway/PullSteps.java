package dev.registrynotifications.gateway;

import static dev.registrynotifications.gateway.Things.ALIASED;
import static dev.registrynotifications.gateway.Things.BIG;
import static dev.registrynotifications.gateway.Things.EMPTY;
import static dev.registrynotifications.gateway.Things.LAYER;
import static dev.registrynotifications.gateway.Things.OLD_LAYER;
import static dev.registrynotifications.gateway.Things.ONE;
import static dev.registrynotifications.gateway.Things.OTHER;
import static dev.registrynotifications.gateway.Things.OTHER_OLD_LAYER;
import static dev.registrynotifications.gateway.Things.THIRD_OLD_LAYER;
import static dev.registrynotifications.gateway.Things.encoded;
import static dev.registrynotifications.gateway.Things.sha512;
import static dev.registrynotifications.gateway.Things.unknownDigest;

import dev.registrynotifications.cases.Content;
import java.util.List;

/** Blobs are pulled, mounted and asked for. */
final class PullSteps {

  private static final String FROM = "&from=" + ONE.repository();
  private static final String TAG = "\"" + LAYER.digest() + "\"";

  static final List<Step> ALL =
      List.of(
          get("whole", 200, LAYER),
          get("of nothing", 200, EMPTY),
          get("of 3 MB", 200, BIG),
          get("of a range", 206, LAYER, "Range", "bytes=10-19"),
          get("of an open range", 206, LAYER, "Range", "bytes=1990-"),
          get("of the last bytes", 206, LAYER, "Range", "bytes=-5"),
          get("of several ranges", 206, LAYER, "Range", "bytes=0-9,20-29"),
          get("of several ranges of old content", 206, OTHER_OLD_LAYER, "Range", "bytes=0-1,5-6"),
          get("of all as a range", 206, LAYER, "Range", "bytes=0-"),
          get("of a range behind the end", 416, LAYER, "Range", "bytes=9000-"),
          get("of no range", 416, LAYER, "Range", "chapters=1-2"),
          get(
              "of a range of something else",
              200,
              LAYER,
              "Range",
              "bytes=0-1",
              "If-Range",
              "\"x\""),
          get("of what it has", 304, LAYER, "If-None-Match", TAG),
          get("of what it has in any version", 304, LAYER, "If-None-Match", "*"),
          get("of what it has from before", 304, OLD_LAYER, "If-None-Match", "*"),
          get("of what it has otherwise", 200, LAYER, "If-None-Match", "\"other\""),
          get("on a condition", 412, LAYER, "If-Match", "\"other\""),
          head("a head", 200, LAYER.digest()),
          head("a head of what isn't there", 404, unknownDigest()),
          new Step(
              "blob head of a range",
              "206",
              registry -> registry.head(ONE.blob(LAYER.digest()), "Range", "bytes=10-19")),
          head("a head by another digest", 200, sha512(ALIASED)),
          path("by another digest", 200, ONE.blob(sha512(ALIASED))),
          path("by an encoded digest", 200, ONE.blob(encoded(LAYER.digest()))),
          path("of what isn't there", 404, ONE.blob(unknownDigest())),
          path("of what is elsewhere", 404, OTHER.blob(LAYER.digest())),
          path("of no digest", 404, ONE.blob("latest")),
          path("of half a digest", 400, ONE.blob("sha256:1234")),
          path("of an upload without a name", 404, ONE.uploads("x/y")),
          mount("hit", 201, LAYER.digest() + FROM),
          mount("hit again", 201, LAYER.digest() + FROM),
          mount("hit with all encoded", 201, encoded(LAYER.digest() + FROM).replace("%3D", "=")),
          mount("of old content", 201, THIRD_OLD_LAYER.digest() + FROM),
          mount("by another digest", 201, sha512(ALIASED) + FROM),
          mount("missed", 202, unknownDigest() + FROM),
          mount("from nowhere", 202, LAYER.digest() + "&from=no/such"),
          mount("from no name", 202, LAYER.digest() + "&from=NO"),
          mount("without from", 202, LAYER.digest()),
          mount("of no digest", 202, "latest" + FROM),
          new Step(
              "mount into itself",
              "201",
              registry ->
                  registry.post(ONE.uploads("?mount=" + LAYER.digest() + FROM), new byte[0])),
          path("of what was mounted", 200, OTHER.blob(LAYER.digest())));

  private PullSteps() {}

  private static Step get(String name, int status, Content blob, String... headers) {
    return new Step(
        "pull " + name,
        Integer.toString(status),
        registry -> registry.get(ONE.blob(blob.digest()), headers));
  }

  private static Step path(String name, int status, String path) {
    return new Step("pull " + name, Integer.toString(status), registry -> registry.get(path));
  }

  private static Step head(String name, int status, String digest) {
    return new Step(
        "blob " + name, Integer.toString(status), registry -> registry.head(ONE.blob(digest)));
  }

  private static Step mount(String name, int status, String query) {
    return new Step(
        "mount " + name,
        Integer.toString(status),
        registry -> registry.post(OTHER.uploads("?mount=" + query), new byte[0]));
  }
}
