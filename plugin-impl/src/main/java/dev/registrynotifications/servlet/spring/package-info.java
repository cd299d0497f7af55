/** How the plugin gets into Spring Boot, whose embedded servers look for no initializers. */
@NullMarked
package dev.registrynotifications.servlet.spring;

import org.jspecify.annotations.NullMarked;
