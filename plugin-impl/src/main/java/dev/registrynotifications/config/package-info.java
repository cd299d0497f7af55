/** The {@code notifications:} block of the registry's configuration. */
@NullMarked
package dev.registrynotifications.config;

import org.jspecify.annotations.NullMarked;
