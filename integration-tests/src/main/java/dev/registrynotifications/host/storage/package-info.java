/** Where the host keeps its repositories: what every storage promises, and what they share. */
@NullMarked
package dev.registrynotifications.host.storage;

import org.jspecify.annotations.NullMarked;
