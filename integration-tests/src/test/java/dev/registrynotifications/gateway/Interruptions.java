package dev.registrynotifications.gateway;

import static dev.registrynotifications.gateway.Target.BLOB;
import static dev.registrynotifications.gateway.Target.MANIFEST;

import dev.registrynotifications.cases.RegistryClient;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** Clients that go in the midst of it, don't go on, or don't wait. */
final class Interruptions {

  private static final int TIMES = 5;
  private static final int CROWD = 40;
  private static final String HEAD = " HTTP/1.1\r\nHost: localhost\r\nUser-Agent: ";

  static final List<Attack> ALL =
      List.of(
          new Attack("cut uploads", server -> repeat(() -> cutUpload(server, "PUT"))),
          new Attack("cut parts of uploads", server -> repeat(() -> cutUpload(server, "PATCH"))),
          new Attack("cut manifests", server -> repeat(() -> cutManifest(server))),
          new Attack("cut downloads", server -> repeat(() -> cutDownload(server))),
          new Attack("cut heads", server -> repeat(() -> cutAfter(server, "GET " + BLOB))),
          new Attack("slow ones", Interruptions::holdOn),
          new Attack("many at once", Interruptions::pipeline));

  private Interruptions() {}

  private interface Deed {
    void run() throws IOException;
  }

  private static void repeat(Deed deed) throws IOException {
    for (int time = 0; time < TIMES; time++) {
      deed.run();
    }
  }

  private static void cutUpload(URI server, String method) throws IOException {
    URI upload = new RegistryClient(server).startUpload(Target.PLACE.repository());
    String target = upload.getRawPath() + "?" + upload.getRawQuery();
    String digest = method.equals("PUT") ? "&digest=" + Target.LARGE.digest() : "";
    cutAfter(
        server,
        method
            + " "
            + target
            + digest
            + HEAD
            + "cut upload\r\nContent-Length: "
            + Target.LARGE.size()
            + "\r\n\r\n"
            + "h".repeat(100_000));
  }

  private static void cutManifest(URI server) throws IOException {
    cutAfter(
        server,
        "PUT "
            + MANIFEST
            + HEAD
            + "cut manifest\r\nContent-Length: 5000\r\n\r\n{\"schemaVersion\"");
  }

  private static void cutDownload(URI server) throws IOException {
    try (Connection connection = Connection.to(server)) {
      String path = Target.PLACE.blob(Target.LARGE.digest());
      connection.say("GET " + path + HEAD + "cut download\r\n\r\n").hear(1_000);
      connection.cut();
    }
  }

  private static void cutAfter(URI server, String bytes) throws IOException {
    try (Connection connection = Connection.to(server)) {
      connection.say(bytes).cut();
    }
  }

  /** Others come and go while they hold on. */
  private static void holdOn(URI server) throws IOException {
    List<Connection> slow = new ArrayList<>();
    try {
      for (int i = 0; i < CROWD; i++) {
        slow.add(Connection.to(server).say("GET " + BLOB + HEAD + "slow"));
        slow.add(
            Connection.to(server)
                .say("PUT " + MANIFEST + HEAD + "slow\r\nContent-Length: 1000\r\n\r\n{"));
      }
      RegistryClient good = new RegistryClient(server).as("good");
      Target.visit(good);
      if (!good.takeStatuses().equals(Target.STATUSES)) {
        throw new AssertionError("slow clients hold up others");
      }
    } finally {
      for (Connection connection : slow) {
        connection.cut();
      }
    }
  }

  private static void pipeline(URI server) throws IOException {
    String request = BLOB + HEAD + "pipelined\r\n";
    String all =
        ("GET " + request + "\r\n").repeat(CROWD)
            + ("HEAD " + request + "\r\n").repeat(CROWD)
            + "GET "
            + request
            + "Connection: close\r\n\r\n";
    try (Connection connection = Connection.to(server)) {
      String answers = connection.say(all).hearOut();
      int count = answers.split("HTTP/1.1 200 ", -1).length - 1;
      if (count != 2 * CROWD + 1) {
        throw new AssertionError("not every request was answered, but " + count);
      }
    }
  }
}
