/** Commands about what endpoints refused for good. */
@NullMarked
package dev.registrynotifications.cli.letters;

import org.jspecify.annotations.NullMarked;
