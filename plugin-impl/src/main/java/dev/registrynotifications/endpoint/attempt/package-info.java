/** What one attempt to deliver is, and how it ends. */
@NullMarked
package dev.registrynotifications.endpoint.attempt;

import org.jspecify.annotations.NullMarked;
