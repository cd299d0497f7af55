/** From events to the log: encoded once, appended, and the endpoints woken. */
@NullMarked
package dev.registrynotifications.broadcast;

import org.jspecify.annotations.NullMarked;
