/** From an exchange of the OCI Distribution API to what happened: no servlet in it. */
@NullMarked
package dev.registrynotifications.observe.exchange;

import org.jspecify.annotations.NullMarked;
