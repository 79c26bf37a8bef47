/** {@code bench/run}: a class for each of its commands. */
@NullMarked
package dev.rekey.bench;

import org.jspecify.annotations.NullMarked;
