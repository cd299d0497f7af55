/** Whether files have changed, and have come to rest. */
@NullMarked
package dev.registrynotifications.reload.watch;

import org.jspecify.annotations.NullMarked;
