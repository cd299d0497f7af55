/** Commands that look at files, and need no registry. */
@NullMarked
package dev.registrynotifications.cli.offline;

import org.jspecify.annotations.NullMarked;
