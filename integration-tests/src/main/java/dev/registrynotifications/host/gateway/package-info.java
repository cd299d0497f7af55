/** A gateway before a registry that others wrote, with room for plugins made for servlets. */
@NullMarked
package dev.registrynotifications.host.gateway;

import org.jspecify.annotations.NullMarked;
