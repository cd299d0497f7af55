/** How commands wait for what a registry does in the background. */
@NullMarked
package dev.registrynotifications.cli.waiting;

import org.jspecify.annotations.NullMarked;
