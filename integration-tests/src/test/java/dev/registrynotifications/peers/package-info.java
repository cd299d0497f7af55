/** Servers and programs that the tests compare with, or run against. */
@NullMarked
package dev.registrynotifications.peers;

import org.jspecify.annotations.NullMarked;
