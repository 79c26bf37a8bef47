/**
 * Argon2 (RFC 9106) as fast as the machine can: parameters and inputs, hashes as they are stored,
 * and engines, of which a contest takes the fastest.
 */
@NullMarked
package dev.rekey.argon2;

import org.jspecify.annotations.NullMarked;
