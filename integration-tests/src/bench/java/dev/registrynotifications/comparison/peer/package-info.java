/** The registries that are compared, each in a process of its own, and what can be seen of them. */
@NullMarked
package dev.registrynotifications.comparison.peer;

import org.jspecify.annotations.NullMarked;
