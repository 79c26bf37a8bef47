/** Where and through which door somebody comes. */
@NullMarked
package dev.rekey.core.visit;

import org.jspecify.annotations.NullMarked;
