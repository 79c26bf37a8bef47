/** One user base behind all wires: what happens on one of them holds on every other, at once. */
@NullMarked
package dev.rekey.crossing;

import org.jspecify.annotations.NullMarked;
