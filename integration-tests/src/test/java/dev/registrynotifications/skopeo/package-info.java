/** Copies images with skopeo, a client that others wrote, and compares what two registries post. */
@NullMarked
package dev.registrynotifications.skopeo;

import org.jspecify.annotations.NullMarked;
