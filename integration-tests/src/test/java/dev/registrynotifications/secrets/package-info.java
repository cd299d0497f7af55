/** What is secret stays so, wherever operators look. */
@NullMarked
package dev.registrynotifications.secrets;

import org.jspecify.annotations.NullMarked;
