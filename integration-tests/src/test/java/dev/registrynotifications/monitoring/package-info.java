/** What is given out besides the plugin's jar: metrics, alerts and a dashboard, and the archive. */
@NullMarked
package dev.registrynotifications.monitoring;

import org.jspecify.annotations.NullMarked;
