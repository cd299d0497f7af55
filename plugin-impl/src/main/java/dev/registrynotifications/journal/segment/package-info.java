/** Files of records: their format, how they are written, read, scanned and indexed. */
@NullMarked
package dev.registrynotifications.journal.segment;

import org.jspecify.annotations.NullMarked;
