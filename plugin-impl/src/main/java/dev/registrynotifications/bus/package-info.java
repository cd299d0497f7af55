/** The event bus between those who make events and those who pass them on. */
@NullMarked
package dev.registrynotifications.bus;

import org.jspecify.annotations.NullMarked;
