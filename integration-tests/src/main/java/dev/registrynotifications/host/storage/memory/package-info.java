/** Repositories that live as long as the host does. */
@NullMarked
package dev.registrynotifications.host.storage.memory;

import org.jspecify.annotations.NullMarked;
