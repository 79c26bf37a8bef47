/** What every database of this house can do, whichever it is. */
@NullMarked
package dev.rekey.store.database;

import org.jspecify.annotations.NullMarked;
