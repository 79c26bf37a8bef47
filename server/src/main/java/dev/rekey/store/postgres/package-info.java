/** What PostgreSQL alone needs: a pool of connections, row locks, another try after a collision. */
@NullMarked
package dev.rekey.store.postgres;

import org.jspecify.annotations.NullMarked;
