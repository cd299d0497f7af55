/** Where subscribers are in a log of segments: in memory, on the disk, and how they read on. */
@NullMarked
package dev.registrynotifications.journal.cursor;

import org.jspecify.annotations.NullMarked;
