/** The interpreters: one folder a wire, all of one shape, none knowing another. */
@NullMarked
package dev.rekey.dialect;

import org.jspecify.annotations.NullMarked;
