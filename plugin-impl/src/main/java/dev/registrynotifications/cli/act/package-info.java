/** Commands that make a registry do something. */
@NullMarked
package dev.registrynotifications.cli.act;

import org.jspecify.annotations.NullMarked;
