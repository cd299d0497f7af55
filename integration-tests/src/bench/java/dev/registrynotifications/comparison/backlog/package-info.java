/** What events cost that wait for an endpoint that is down, and what becomes of them. */
@NullMarked
package dev.registrynotifications.comparison.backlog;

import org.jspecify.annotations.NullMarked;
