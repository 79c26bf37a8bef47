/**
 * "This was not me": every notice has a link that raises the alarm, and what follows when it is.
 */
@NullMarked
package dev.rekey.core.alarm;

import org.jspecify.annotations.NullMarked;
