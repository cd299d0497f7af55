/** How a registry server loads a plugin from its directory, and how the two call each other. */
@NullMarked
package dev.registrynotifications.plugin;

import org.jspecify.annotations.NullMarked;
