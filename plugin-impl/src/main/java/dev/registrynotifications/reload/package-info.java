/** The configuration while the plugin runs: watched, read again, and put into force. */
@NullMarked
package dev.registrynotifications.reload;

import org.jspecify.annotations.NullMarked;
