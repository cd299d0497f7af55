/** The JVMs on this machine, and how to get into them. */
@NullMarked
package dev.registrynotifications.cli.jvms;

import org.jspecify.annotations.NullMarked;
