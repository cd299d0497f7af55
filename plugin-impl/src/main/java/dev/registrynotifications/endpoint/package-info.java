/** From the log to one webhook: cursor, filter, retry, HTTP. */
@NullMarked
package dev.registrynotifications.endpoint;

import org.jspecify.annotations.NullMarked;
