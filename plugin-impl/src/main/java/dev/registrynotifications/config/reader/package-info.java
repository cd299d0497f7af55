/** Reads the {@code notifications:} block. */
@NullMarked
package dev.registrynotifications.config.reader;

import org.jspecify.annotations.NullMarked;
