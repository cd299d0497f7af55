/** Certificates and keys from files (RFC 7468). */
@NullMarked
package dev.registrynotifications.config.pem;

import org.jspecify.annotations.NullMarked;
