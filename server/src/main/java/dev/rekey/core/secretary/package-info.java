/**
 * What is done with the roster: institutions, members, families and groups are made, seen, listed,
 * changed and deleted, by whoever has the right to.
 *
 * <p>A plain list is one query with its page. A list that is sorted or filtered by more than its
 * institution and the time of making is read as a whole, of that kind, and sifted here: the
 * databases do not agree on letter case and on numbers in texts.
 */
@NullMarked
package dev.rekey.core.secretary;

import org.jspecify.annotations.NullMarked;
