/** Repositories in files, which survive the host being killed at any moment. */
@NullMarked
package dev.registrynotifications.host.storage.directory;

import org.jspecify.annotations.NullMarked;
