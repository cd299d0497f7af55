/** What an event costs the thread of the registry's request, beside the original's. */
@NullMarked
package dev.registrynotifications.bench.producer;

import org.jspecify.annotations.NullMarked;
