/** The configuration changes while a registry runs. */
@NullMarked
package dev.registrynotifications.reload;

import org.jspecify.annotations.NullMarked;
