/** Signed tokens on Nimbus JOSE+JWT; only this room sees the library. */
@NullMarked
package dev.rekey.jose;

import org.jspecify.annotations.NullMarked;
