/** Tickets and grants: everything random that admits somebody, and its digests. */
@NullMarked
package dev.rekey.core.token;

import org.jspecify.annotations.NullMarked;
