/** What the plugin takes of a registry that has nothing to do. */
@NullMarked
package dev.registrynotifications.comparison.footprint;

import org.jspecify.annotations.NullMarked;
