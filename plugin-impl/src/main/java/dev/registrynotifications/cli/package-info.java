/** What an operator types: commands that talk to a running registry, or look at its files. */
@NullMarked
package dev.registrynotifications.cli;

import org.jspecify.annotations.NullMarked;
