/** One attempt to deliver: sign, post, count. */
@NullMarked
package dev.registrynotifications.endpoint.send;

import org.jspecify.annotations.NullMarked;
