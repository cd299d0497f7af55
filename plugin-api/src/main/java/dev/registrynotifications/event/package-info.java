/** What happened, as it is told to webhooks: the records of the CNCF distribution notification. */
@NullMarked
package dev.registrynotifications.event;

import org.jspecify.annotations.NullMarked;
