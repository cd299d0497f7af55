/** Endpoints at work, and the bare clients that they are compared with. */
@NullMarked
package dev.registrynotifications.bench.delivery;

import org.jspecify.annotations.NullMarked;
