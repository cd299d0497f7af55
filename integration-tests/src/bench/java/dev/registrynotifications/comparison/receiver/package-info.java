/** A webhook in a process of its own that takes more than any registry delivers, and counts it. */
@NullMarked
package dev.registrynotifications.comparison.receiver;

import org.jspecify.annotations.NullMarked;
