/** What the library promises, seen from inside. */
@NullMarked
package dev.rekey.argon2;

import org.jspecify.annotations.NullMarked;
