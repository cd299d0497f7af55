/** Webhooks on loopback that take events as fast as they can, or don't take them at all. */
@NullMarked
package dev.registrynotifications.bench.webhook;

import org.jspecify.annotations.NullMarked;
