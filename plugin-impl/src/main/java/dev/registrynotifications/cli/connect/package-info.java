/** How a command gets to a registry that is running. */
@NullMarked
package dev.registrynotifications.cli.connect;

import org.jspecify.annotations.NullMarked;
