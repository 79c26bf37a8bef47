/** Moves people from other systems in, and everybody out again: readers, a loader, a report. */
@NullMarked
package dev.rekey.migrate;

import org.jspecify.annotations.NullMarked;
