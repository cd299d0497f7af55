/** Debian's docker-registry behind the gateway: what both tell of the same requests is compared. */
@NullMarked
package dev.registrynotifications.gateway;

import org.jspecify.annotations.NullMarked;
