/** Makes a registry have events to tell, many and fast. */
@NullMarked
package dev.registrynotifications.comparison.load;

import org.jspecify.annotations.NullMarked;
