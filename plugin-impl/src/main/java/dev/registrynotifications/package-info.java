/** The plugin's wiring and its life: what a server loads, or a Guice module installs. */
@NullMarked
package dev.registrynotifications;

import org.jspecify.annotations.NullMarked;
