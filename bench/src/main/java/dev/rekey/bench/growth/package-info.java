/** What the work costs with few accounts and with many, side by side in one run. */
@NullMarked
package dev.rekey.bench.growth;

import org.jspecify.annotations.NullMarked;
