/** Commands that show what is, and change nothing. */
@NullMarked
package dev.registrynotifications.cli.look;

import org.jspecify.annotations.NullMarked;
