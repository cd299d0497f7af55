/** From what a repository did, and in which request, to an event. */
@NullMarked
package dev.registrynotifications.bridge;

import org.jspecify.annotations.NullMarked;
