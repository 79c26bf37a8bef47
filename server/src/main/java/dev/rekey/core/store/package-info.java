/** The ports: what the core asks of a database, interfaces only. */
@NullMarked
package dev.rekey.core.store;

import org.jspecify.annotations.NullMarked;
