/** Events as bytes: the JSON of CNCF distribution's notifications. Jackson is used nowhere else. */
@NullMarked
package dev.registrynotifications.wire;

import org.jspecify.annotations.NullMarked;
