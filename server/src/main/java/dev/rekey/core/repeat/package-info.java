/** Requests that come twice are done once. */
@NullMarked
package dev.rekey.core.repeat;

import org.jspecify.annotations.NullMarked;
