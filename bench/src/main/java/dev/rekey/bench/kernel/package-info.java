/** The hash alone: every engine on the same input, in the same run. */
@NullMarked
package dev.rekey.bench.kernel;

import org.jspecify.annotations.NullMarked;
