/** The log in files: appends, cursors, replays, and the thread that keeps house. */
@NullMarked
package dev.registrynotifications.journal.file;

import org.jspecify.annotations.NullMarked;
