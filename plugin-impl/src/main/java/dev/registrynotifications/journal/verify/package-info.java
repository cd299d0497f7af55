/** Looks at a journal's directory and changes nothing in it. */
@NullMarked
package dev.registrynotifications.journal.verify;

import org.jspecify.annotations.NullMarked;
