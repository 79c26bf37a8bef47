/** How the server fares: what happens how often, on which nodes, and by what passwords are kept. */
@NullMarked
package dev.rekey.core.chronicle;

import org.jspecify.annotations.NullMarked;
