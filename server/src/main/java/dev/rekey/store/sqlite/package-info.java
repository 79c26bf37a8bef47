/** What SQLite alone needs: one file, one writer that commits in groups, readers beside it. */
@NullMarked
package dev.rekey.store.sqlite;

import org.jspecify.annotations.NullMarked;
