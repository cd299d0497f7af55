/** The OCI distribution API: one class for each kind of resource. */
@NullMarked
package dev.registrynotifications.host.api;

import org.jspecify.annotations.NullMarked;
