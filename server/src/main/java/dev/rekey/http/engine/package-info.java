/**
 * The one room that sees the server library: Helidon parses HTTP/1.1 here, the house says the rest.
 *
 * <p>What the library leaves open is closed here: header fields go out in the order of the answer,
 * a head or a body that trickles in too slowly ends the connection, a connection that was said to
 * close does close, and what the library refuses by itself is answered in the words of the wire.
 */
@NullMarked
package dev.rekey.http.engine;

import org.jspecify.annotations.NullMarked;
