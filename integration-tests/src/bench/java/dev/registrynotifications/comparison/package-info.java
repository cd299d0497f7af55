/** Measures the plugin in a registry, beside the original on the same machine. */
@NullMarked
package dev.registrynotifications.comparison;

import org.jspecify.annotations.NullMarked;
