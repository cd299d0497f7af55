/** Receivers that keep account, each running a program, and the visits that they are told of. */
@NullMarked
package dev.registrynotifications.audience;

import org.jspecify.annotations.NullMarked;
