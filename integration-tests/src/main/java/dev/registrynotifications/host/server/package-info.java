/** Jetty on its port. */
@NullMarked
package dev.registrynotifications.host.server;

import org.jspecify.annotations.NullMarked;
