/** What an operator sees over JMX. Only open types cross these interfaces. */
@NullMarked
package dev.registrynotifications.management;

import org.jspecify.annotations.NullMarked;
