/** The server as a whole: where the rooms are wired together. */
@NullMarked
package dev.rekey;

import org.jspecify.annotations.NullMarked;
