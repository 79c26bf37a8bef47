/** The stories of a wire, told to any server that speaks it: the old system, or Rekey. */
@NullMarked
package dev.rekey.migrate.conformance;

import org.jspecify.annotations.NullMarked;
