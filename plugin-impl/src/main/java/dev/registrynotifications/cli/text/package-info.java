/** What operators read: tables, amounts, JSON; and the times that they type. */
@NullMarked
package dev.registrynotifications.cli.text;

import org.jspecify.annotations.NullMarked;
