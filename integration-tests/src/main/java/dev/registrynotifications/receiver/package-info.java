/** A webhook receiver that keeps what it got and answers as it is told, for tests and demos. */
@NullMarked
package dev.registrynotifications.receiver;

import org.jspecify.annotations.NullMarked;
