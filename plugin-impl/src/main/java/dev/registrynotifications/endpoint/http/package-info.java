/** Requests over java.net.http. */
@NullMarked
package dev.registrynotifications.endpoint.http;

import org.jspecify.annotations.NullMarked;
