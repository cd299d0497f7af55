/** Measures the journal: what an append, a read and a million pending events cost. */
@NullMarked
package dev.registrynotifications.bench;

import org.jspecify.annotations.NullMarked;
