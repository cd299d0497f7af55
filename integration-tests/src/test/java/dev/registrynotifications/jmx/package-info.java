/** Tests of the beans seen from another process. */
@NullMarked
package dev.registrynotifications.jmx;

import org.jspecify.annotations.NullMarked;
