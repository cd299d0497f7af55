/** What a manifest's JSON says, as far as a registry reads it. */
@NullMarked
package dev.registrynotifications.host.manifest;

import org.jspecify.annotations.NullMarked;
