/** The commands in the plugin's jar, typed at a registry that runs. */
@NullMarked
package dev.registrynotifications.cli;

import org.jspecify.annotations.NullMarked;
