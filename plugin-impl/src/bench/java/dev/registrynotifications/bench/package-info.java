/** Measures what an append, a read, a million pending events and a delivery cost. */
@NullMarked
package dev.registrynotifications.bench;

import org.jspecify.annotations.NullMarked;
