/** Shows the plugin at work: a registry with it, a push, a pull, and the webhooks they cause. */
@NullMarked
package dev.registrynotifications.demo;

import org.jspecify.annotations.NullMarked;
