/** The {@code notifications:} block as text for people. */
@NullMarked
package dev.registrynotifications.config.writer;

import org.jspecify.annotations.NullMarked;
