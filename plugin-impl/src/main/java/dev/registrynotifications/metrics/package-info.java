/** What is counted, and the MBeans that show it. */
@NullMarked
package dev.registrynotifications.metrics;

import org.jspecify.annotations.NullMarked;
