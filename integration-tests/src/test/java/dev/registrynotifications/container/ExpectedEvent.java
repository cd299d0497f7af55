package dev.registrynotifications.container;

import dev.registrynotifications.captures.WebhookBody;
import dev.registrynotifications.cases.Content;
import java.net.URI;

/** What a webhook must get, with placeholders for what differs from run to run. */
final class ExpectedEvent {

  private ExpectedEvent() {}

  /** The push of a manifest to the registry of a web application. */
  static String ofPush(URI root, String repository, String tag, Content manifest) {
    return """
        {
           "events": [
              {
                 "id": "<id>",
                 "timestamp": "<timestamp>",
                 "action": "push",
                 "target": {
                    "mediaType": "%1$s",
                    "size": %2$d,
                    "digest": "%3$s",
                    "length": %2$d,
                    "repository": "%4$s",
                    "url": "%5$sv2/%4$s/manifests/%3$s",
                    "tag": "%6$s"
                 },
                 "request": {
                    "id": "<request>",
                    "addr": "127.0.0.1:<port>",
                    "host": "%7$s",
                    "method": "PUT",
                    "useragent": "curl/7.88.1"
                 },
                 "actor": {},
                 "source": {
                    "addr": "<source>",
                    "instanceID": "<instance>"
                 }
              }
           ]
        }"""
        .formatted(
            manifest.mediaType(),
            manifest.size(),
            manifest.digest(),
            repository,
            root,
            tag,
            root.getAuthority());
  }

  /** What came, in the same form. */
  static String in(WebhookBody body) {
    return body.normalised().withRequestId("<request>").text();
  }
}
