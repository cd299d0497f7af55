/** What is sent to an endpoint next, and when: lanes, batches, retries, the breaker. */
@NullMarked
package dev.registrynotifications.endpoint.lane;

import org.jspecify.annotations.NullMarked;
