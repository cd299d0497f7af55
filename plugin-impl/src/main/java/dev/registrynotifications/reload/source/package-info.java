/** Where the configuration is read, as often as it is needed. */
@NullMarked
package dev.registrynotifications.reload.source;

import org.jspecify.annotations.NullMarked;
