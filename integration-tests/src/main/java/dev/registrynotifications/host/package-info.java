/**
 * A small but real registry server, to run the plugin in: {@code java -jar registry-host.jar}. It
 * knows nothing of notifications.
 */
@NullMarked
package dev.registrynotifications.host;

import org.jspecify.annotations.NullMarked;
