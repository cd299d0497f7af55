/** A whole endpoint before servers that misbehave, over real sockets. */
@NullMarked
package dev.registrynotifications.endpoint.sockets;

import org.jspecify.annotations.NullMarked;
