/** The words of the OCI distribution world: what a host registry gives a plugin to decorate. */
@NullMarked
package dev.registrynotifications.registry;

import org.jspecify.annotations.NullMarked;
