/** The ports on SQL, the same for every database: statements beside the readers of their rows. */
@NullMarked
package dev.rekey.store;

import org.jspecify.annotations.NullMarked;
