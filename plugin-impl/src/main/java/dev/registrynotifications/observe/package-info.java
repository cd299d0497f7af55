/** A servlet filter that sees what a registry is asked and answers. */
@NullMarked
package dev.registrynotifications.observe;

import org.jspecify.annotations.NullMarked;
