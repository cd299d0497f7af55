/** Delivery from end to end: by lanes, in batches, paused, filtered, and over a stop. */
@NullMarked
package dev.registrynotifications.delivery;

import org.jspecify.annotations.NullMarked;
