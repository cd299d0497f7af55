/** What the plugin costs the registry's requests. */
@NullMarked
package dev.registrynotifications.comparison.host;

import org.jspecify.annotations.NullMarked;
