/**
 * A reverse proxy that changes nothing: HTTP/1.1 passes as it is, and somebody may watch.
 *
 * <p>It stands on sockets and not on the house's own server, because that one answers in words of
 * its own: it refuses HTTP/1.0, adds a date, holds the first bytes of a body back and forgets the
 * order of header fields.
 */
@NullMarked
package dev.rekey.migrate.relay;

import org.jspecify.annotations.NullMarked;
