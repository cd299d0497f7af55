/** What an operator sees: the management beans of another process. */
@NullMarked
package dev.registrynotifications.jmx;

import org.jspecify.annotations.NullMarked;
