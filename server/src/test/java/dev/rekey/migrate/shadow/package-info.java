/** The comparison run, with a Rekey that plays the old system. */
@NullMarked
package dev.rekey.migrate.shadow;

import org.jspecify.annotations.NullMarked;
