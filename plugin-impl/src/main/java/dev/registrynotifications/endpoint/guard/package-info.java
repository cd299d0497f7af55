/** Where requests may go. */
@NullMarked
package dev.registrynotifications.endpoint.guard;

import org.jspecify.annotations.NullMarked;
