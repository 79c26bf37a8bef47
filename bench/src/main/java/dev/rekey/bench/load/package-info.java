/** How work is offered to a server, and what is seen meanwhile. */
@NullMarked
package dev.rekey.bench.load;

import org.jspecify.annotations.NullMarked;
