/** The plugin's jars in servers of several kinds: what they hold, and what they live beside. */
@NullMarked
package dev.registrynotifications.dropin;

import org.jspecify.annotations.NullMarked;
