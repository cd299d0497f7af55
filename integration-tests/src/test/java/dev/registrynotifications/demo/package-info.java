/** Tests of the demonstration, and the demonstration itself, run as a user runs it. */
@NullMarked
package dev.registrynotifications.demo;

import org.jspecify.annotations.NullMarked;
