/** Programs that other people wrote for the wires walk against the built server, unchanged. */
@NullMarked
package dev.rekey.clients;

import org.jspecify.annotations.NullMarked;
