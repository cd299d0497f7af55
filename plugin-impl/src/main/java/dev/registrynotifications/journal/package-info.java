/** The queue: one log of events with a named cursor for each endpoint. */
@NullMarked
package dev.registrynotifications.journal;

import org.jspecify.annotations.NullMarked;
