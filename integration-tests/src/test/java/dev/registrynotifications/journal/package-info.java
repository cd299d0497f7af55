/** What the journal promises, shown on a registry that is killed, cut off and filled up. */
@NullMarked
package dev.registrynotifications.journal;

import org.jspecify.annotations.NullMarked;
