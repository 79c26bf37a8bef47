/** People who come over from another system: who they are, and where two of them want the same. */
@NullMarked
package dev.rekey.core.arrival;

import org.jspecify.annotations.NullMarked;
