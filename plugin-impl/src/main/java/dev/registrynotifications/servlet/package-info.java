/** How the plugin gets into a servlet container, and out of it. */
@NullMarked
package dev.registrynotifications.servlet;

import org.jspecify.annotations.NullMarked;
