/** How often may somebody try. */
@NullMarked
package dev.rekey.core.limit;

import org.jspecify.annotations.NullMarked;
