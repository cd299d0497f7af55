/** One attempt to deliver, hat by hat: count, follow redirects, sign, guard. */
@NullMarked
package dev.registrynotifications.endpoint.send;

import org.jspecify.annotations.NullMarked;
