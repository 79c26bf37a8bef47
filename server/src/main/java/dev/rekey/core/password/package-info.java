/** Passwords and their hashes: the only room that can open one. */
@NullMarked
package dev.rekey.core.password;

import org.jspecify.annotations.NullMarked;
