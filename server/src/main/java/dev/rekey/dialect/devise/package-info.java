/**
 * Speaks as Devise with devise-jwt does (seeds 000 and 001): JSON under {@code /api/v1/users},
 * attributes wrapped in {@code user}, a signed token in {@code Authorization: Bearer}, and the
 * header fields of a Rails application around every answer. What begins with a request is named for
 * Devise's controllers: registrations, sessions, passwords, confirmations, unlocks.
 *
 * <p>The wire has no word for being throttled, for a busy server or for a role that may not change
 * its own account: it says so as 429, 503 and 403 in the shape of its failure responder. Being
 * overtaken by another change is a wrong current password or a spent token, which is what it is.
 */
@NullMarked
package dev.rekey.dialect.devise;

import org.jspecify.annotations.NullMarked;
