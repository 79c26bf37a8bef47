/** What is written to people, as data. */
@NullMarked
package dev.rekey.core.letter;

import org.jspecify.annotations.NullMarked;
