/** Rekey's own API is held to its document. */
@NullMarked
package dev.rekey.dialect.own;

import org.jspecify.annotations.NullMarked;
