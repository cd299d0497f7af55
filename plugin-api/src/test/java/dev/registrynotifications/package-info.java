/** Tests of the API as a whole. */
@NullMarked
package dev.registrynotifications;

import org.jspecify.annotations.NullMarked;
