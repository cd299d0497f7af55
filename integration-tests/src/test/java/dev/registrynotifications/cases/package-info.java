/** The requests whose webhooks were captured from the original, made anew. */
@NullMarked
package dev.registrynotifications.cases;

import org.jspecify.annotations.NullMarked;
