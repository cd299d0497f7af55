/** One request and its answer, and the parts of HTTP that registries need. */
@NullMarked
package dev.registrynotifications.host.http;

import org.jspecify.annotations.NullMarked;
