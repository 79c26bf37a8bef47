/** The proxy that changes nothing, before upstreams kind and hostile. */
@NullMarked
package dev.rekey.migrate.relay;

import org.jspecify.annotations.NullMarked;
