/** The server on its port: who asks, and for what. */
@NullMarked
package dev.registrynotifications.host.server;

import org.jspecify.annotations.NullMarked;
