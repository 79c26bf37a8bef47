/** The client: HTTP/1.1 on blocking sockets, and each wire as its clients use it. */
@NullMarked
package dev.rekey.bench.wire;

import org.jspecify.annotations.NullMarked;
