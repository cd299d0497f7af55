/** Figures over the last minutes: how long something takes, and how often it happens. */
@NullMarked
package dev.registrynotifications.measure;

import org.jspecify.annotations.NullMarked;
