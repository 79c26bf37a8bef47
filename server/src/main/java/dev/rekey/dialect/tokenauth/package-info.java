/**
 * devise_token_auth, as Rails applications mount it at {@code /auth}: rotating tokens in header
 * fields (seed 004; spoken by ng-token-auth, j-toker, angular-token and their kin).
 *
 * <p>What this wire cannot say: it has no word for a server that is too busy, nor for too many
 * tries; both are said in its usual refusal with 503 and 429 and {@code retry-after}.
 */
@NullMarked
package dev.rekey.dialect.tokenauth;

import org.jspecify.annotations.NullMarked;
