/**
 * devise_token_auth, as Rails applications mount it at {@code /auth}: rotating tokens in header
 * fields (seed 004; spoken by ng-token-auth, j-toker, angular-token and their kin).
 *
 * <p>A resource has a class of its own ({@code Sessions}, {@code Registrations}, {@code Passwords},
 * {@code Confirmations}, {@code Unlocks}) and, where it is large, its own decoder and encoder. All
 * of them stand behind the one {@code Reception}, where requests are read, senders asked who they
 * are, and tokens turned.
 *
 * <p>What this wire cannot say: it has no word for a server that is too busy, for too many tries,
 * nor for a role that may not; they are said in its usual refusal with 503, 429 and 403.
 */
@NullMarked
package dev.rekey.dialect.tokenauth;

import org.jspecify.annotations.NullMarked;
