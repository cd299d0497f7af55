/** The registry as a servlet: who asks, what for, and what becomes of failures. */
@NullMarked
package dev.registrynotifications.host.servlet;

import org.jspecify.annotations.NullMarked;
