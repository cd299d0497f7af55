/** How fast events that wait are delivered, and what that costs the registry. */
@NullMarked
package dev.registrynotifications.comparison.deliver;

import org.jspecify.annotations.NullMarked;
