/** How somebody gets an account without a steward, proves its address, and gives it up. */
@NullMarked
package dev.rekey.core.register;

import org.jspecify.annotations.NullMarked;
