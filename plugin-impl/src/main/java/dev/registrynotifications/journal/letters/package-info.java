/** Dead letters in files. */
@NullMarked
package dev.registrynotifications.journal.letters;

import org.jspecify.annotations.NullMarked;
