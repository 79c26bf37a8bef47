/**
 * What a stranger may send, as a fuzzer sends it. Every build replays the kept inputs; {@code
 * JAZZER_FUZZ=1} with one test's name looks for new ones.
 */
@NullMarked
package dev.rekey.fuzz;

import org.jspecify.annotations.NullMarked;
