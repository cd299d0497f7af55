/** Receivers as they are in the field, each with a way of its own to read what it is sent. */
@NullMarked
package dev.registrynotifications.field;

import org.jspecify.annotations.NullMarked;
