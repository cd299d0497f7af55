/** The plugin's beans, read and operated by a client that knows nothing of the plugin. */
@NullMarked
package dev.registrynotifications.jolokia;

import org.jspecify.annotations.NullMarked;
