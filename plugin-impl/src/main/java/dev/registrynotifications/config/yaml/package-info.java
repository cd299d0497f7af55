/** YAML with its places, and what is wrong with it. */
@NullMarked
package dev.registrynotifications.config.yaml;

import org.jspecify.annotations.NullMarked;
