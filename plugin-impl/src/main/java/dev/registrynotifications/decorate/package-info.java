/** Repositories that tell a listener what was done with them. */
@NullMarked
package dev.registrynotifications.decorate;

import org.jspecify.annotations.NullMarked;
