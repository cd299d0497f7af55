/** Tests of the plugin dropped into servers that others wrote, each in a process of its own. */
@NullMarked
package dev.registrynotifications.container;

import org.jspecify.annotations.NullMarked;
