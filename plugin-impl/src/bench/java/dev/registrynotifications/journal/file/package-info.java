/** What benchmarks need of the log in files that its users don't. */
@NullMarked
package dev.registrynotifications.journal.file;

import org.jspecify.annotations.NullMarked;
