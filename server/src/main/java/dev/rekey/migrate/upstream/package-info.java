/** Asks old systems, each in the words of its wire, whose a password is. */
@NullMarked
package dev.rekey.migrate.upstream;

import org.jspecify.annotations.NullMarked;
