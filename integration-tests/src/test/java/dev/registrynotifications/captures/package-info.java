/** Compares the webhooks that a registry posts with those captured from the original. */
@NullMarked
package dev.registrynotifications.captures;

import org.jspecify.annotations.NullMarked;
